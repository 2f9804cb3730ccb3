"""One penalty: who pays, for what, how much of which sum, the most, which days are taken off (1.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.papers.agreed.sides import Sides
from app.words import N_, Words
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.dialogs.agreement.sum_input import DecimalInput, SumInput
from ui.widgets.choice import Choice
from ui.widgets.field import Field, choice_field, line_field
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

SORTS = {
    "once_percent": N_("a percent of a sum, once for a delay"),
    "per_day_percent": N_("a percent of a sum for each day of delay"),
    "per_skipped_call": N_("a sum for a skipped call"),
}
DAYS_ARE = {"working": N_("working days"), "calendar": N_("calendar days")}
Judge = Callable[[dict[str, Any]], str]
"""What is wrong with a penalty, in a sentence; empty when nothing is."""
SKIPPED = "per_skipped_call"


class PenaltyForm(SmallDialog):
    """`given` carries the penalty in the shape of the record."""

    given = Signal(object)

    def __init__(
        self, words: Words, sides: Sides, penalty: dict[str, Any] | None, judge: Judge, parent: QWidget | None = None
    ) -> None:
        title = words.text("Add a penalty") if penalty is None else words.text("Penalty")
        verb = words.text("Add this penalty") if penalty is None else words.text("Change this penalty")
        super().__init__(words, title, verb, width=480, parent=parent)
        self._judge = judge
        old = penalty or {"sort": "once_percent", "side": "me", "percent": "10"}
        who = [Choice("me", sides.owner), Choice("client", sides.client)]
        self.side = self.body.add(choice_field(words.text("Who pays"), who, old["side"]))
        sorts = [Choice(key, words.text(said)) for key, said in SORTS.items()]
        self.sort = self.body.add(choice_field(words.text("What is paid"), sorts, old["sort"]))
        self._fill(old)
        self.sort.editor.chosen.connect(self._follow)
        self.wanted.connect(self._give)
        self._follow()
        self.side.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, old: dict[str, Any]) -> None:
        words = self.words
        label = words.text("Percent")
        self.percent = self.body.add(Field(label, DecimalInput(old.get("percent", ""), label)))
        label = words.text("Of which sum")
        self.base = self.body.add(Field(label, SumInput(old.get("base"), label)))
        hint = words.text("as in the contract; can be left empty")
        self.base_is = self.body.add(line_field(words.text("What that sum is"), old.get("base_is", ""), hint=hint))
        days = [Choice(key, words.text(said)) for key, said in DAYS_ARE.items()]
        self.days_are = self.body.add(choice_field(words.text("Which days count"), days, old.get("days_are", "")))
        label = words.text("Sum for a call")
        self.sum = self.body.add(Field(label, SumInput(old.get("sum"), label)))
        label = words.text("In all no more than")
        self.cap = self.body.add(Field(label, SumInput(old.get("cap"), label), hint=words.text("can be left empty")))
        self.deducted = self.body.add(
            CheckBox(words.text("Days that the client caused are taken off"),
                     checked=old.get("client_days_deducted") == "yes")
        )  # fmt: skip
        note = words.text("The formula is shown wherever a penalty is counted. Nothing is ever charged by the program.")
        self.body.add(Text(note, "caption", colour="text2", wrap=True))

    def read(self) -> dict[str, Any] | None:
        """The penalty as the fields stand; None when a number cannot be read, which is then said."""
        sort = self.sort.editor.key
        penalty: dict[str, Any] = {"sort": sort, "side": self.side.editor.key}
        asked: dict[str, object]
        if sort == SKIPPED:
            asked = {"sum": self.sum.editor.value}
        else:
            asked = {"percent": self.percent.editor.value, "base": self.base.editor.value}
        asked["cap"] = self.cap.editor.value
        if None in asked.values():
            return None
        penalty |= {key: value for key, value in asked.items() if value}
        if sort != SKIPPED and self.base_is.editor.text().strip():
            penalty["base_is"] = self.base_is.editor.text().strip()
        if sort == "per_day_percent":
            penalty["days_are"] = self.days_are.editor.key
        if sort != SKIPPED and self.deducted.isChecked():
            penalty["client_days_deducted"] = "yes"
        return penalty

    def _follow(self) -> None:
        sort = self.sort.editor.key
        for field in (self.percent, self.base, self.base_is, self.deducted):
            field.setVisible(sort != SKIPPED)
        self.days_are.setVisible(sort == "per_day_percent")
        self.sum.setVisible(sort == SKIPPED)

    def _give(self) -> None:
        penalty = self.read()
        if penalty is None:
            self.refuse(self.words.text("A sum is a number and three letters of its currency, such as 1200.00 EUR."))
            return
        wrong = self._judge(penalty)
        if wrong:
            self.refuse(wrong)
            return
        self.accept()
        self.given.emit(penalty)
