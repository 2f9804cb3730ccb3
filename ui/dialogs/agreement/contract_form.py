"""The contract on paper: its number, its first and last day, its sum; each of them can come later (1.2)."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.people import Contract
from app.words import Words
from ui.dialogs.agreement.field_button import FieldButton
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.dialogs.agreement.sum_input import SumInput
from ui.widgets.boxes import Row
from ui.widgets.field import Field, line_field
from ui.widgets.inputs import LineInput
from ui.widgets.moments import DateInput
from ui.widgets.tick import CheckBox

Body = dict[str, Any]


def contract_body(contract: Contract) -> Body:
    """A contract in the shape of client.added."""
    body: Body = {"number": contract.number} if contract.number else {}
    for key, day in (("from", contract.first_day), ("to", contract.last_day)):
        if day:
            body[key] = day.isoformat()
    if contract.amount:
        body["sum"] = {"amount": contract.amount, "currency": contract.currency}
    return body


def contract_text(words: Words, body: Body) -> str:
    """Days and sum in one line: "Mon 16 Nov – Thu 31 Dec, 1 200 EUR"."""
    first, last = (words.date(date.fromisoformat(body[key]), short=True) if key in body else ""
                   for key in ("from", "to"))  # fmt: skip
    parts = []
    if first and last:
        parts.append(f"{first} – {last}")
    elif first or last:
        parts.append(words.text("from {day}", day=first) if first else words.text("until {day}", day=last))
    if "sum" in body:
        parts.append(words.money(body["sum"]["amount"], body["sum"]["currency"]))
    return Words.capital(", ".join(parts))


class MaybeDay(Row):
    """A day that may not be known: a tick, and the day while it is ticked."""

    def __init__(self, words: Words, label: str, day: str, today: date) -> None:
        super().__init__(gap=8)
        self.tick = self.add(CheckBox(checked=bool(day)))
        self.tick.setAccessibleName(label)
        self.input = self.add(DateInput(date.fromisoformat(day) if day else today, words.language), 1)
        self.input.setAccessibleName(label)
        self.input.setEnabled(bool(day))
        self.tick.toggled.connect(self.input.setEnabled)

    @property
    def day(self) -> date | None:
        """The day, while it is known."""
        return self.input.day if self.tick.isChecked() else None


class ContractForm(SmallDialog):
    """`given` carries the contract in the shape of client.added; without `number` that is asked elsewhere."""

    given = Signal(object)

    def __init__(
        self, words: Words, body: Body, today: date, *, number: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, words.text("Contract"), words.text("Keep this contract"), width=440, parent=parent)
        self.number: Field[LineInput] | None = None
        if number:
            self.number = self.body.add(line_field(words.text("Number of the contract"), body.get("number", "")))
        label = words.text("First day")
        self.first = MaybeDay(words, label, body.get("from", ""), today)
        known = words.text("ticked when it is known")
        self.first_field = self.body.add(Field(label, self.first, hint=known))
        label = words.text("Last day")
        self.last = MaybeDay(words, label, body.get("to", ""), today)
        self.last_field = self.body.add(Field(label, self.last, hint=known))
        label = words.text("Sum of the contract")
        hint = words.text("can be left empty")
        self.sum = self.body.add(Field(label, SumInput(body.get("sum"), label), hint=hint))
        self.first.input.changed.connect(self._lead)
        self.wanted.connect(self._give)
        start = self.number.editor if self.number else self.first.tick
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self, first: date) -> None:
        if not self.last.tick.isChecked() and self.last.input.day < first:
            self.last.input.set_day(first)

    def _give(self) -> None:
        first, last, fee = self.first.day, self.last.day, self.sum.editor.value
        early = first is not None and last is not None and last < first
        self.last_field.set_error(
            self.words.text("The last day lies before the first. Choose a later one.") if early else None
        )
        self.sum.set_error(
            self.words.text("A sum is a number and three letters of its currency, such as 1200.00 EUR.")
            if fee is None else None
        )  # fmt: skip
        if early or fee is None:
            return
        body: Body = {"number": self.number.editor.text().strip()} if self.number else {}
        body |= {"from": first.isoformat() if first else "", "to": last.isoformat() if last else "", "sum": fee}
        self.accept()
        self.given.emit({key: value for key, value in body.items() if value})


class ContractButton(FieldButton):
    """Days and sum in a form, and behind it what asks for them; `changed` after the user gave others."""

    changed = Signal()

    def __init__(self, words: Words, body: Body, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", "calendar-range", parent)
        self._words, self._today, self.body = words, today, body
        self.clicked.connect(self._open)
        self._show()

    def _show(self) -> None:
        self.show_chosen(contract_text(self._words, self.body) or self._words.text("can come later"))

    def _open(self) -> None:
        dialog = ContractForm(self._words, self.body, self._today, number=False, parent=self.window())
        dialog.given.connect(self._take)
        dialog.open()

    def _take(self, body: Body) -> None:
        self.body = body
        self._show()
        self.setFocus()
        self.changed.emit()
