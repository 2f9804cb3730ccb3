"""A new risk: what may go wrong, what it threatens, whose doing it is; then the message that warns of it (F17)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QWidget

from app.facts.plan import Goal, Stage
from app.facts.visible import visible
from app.facts.work import Edit
from app.words import N_
from ui.dialogs.plan.form import PlanForm
from ui.widgets.boxes import Row
from ui.widgets.button import Button
from ui.widgets.choice import Choice

if TYPE_CHECKING:
    from ui.workbench import Workbench

NOTHING: Final = "0"
CAUSES: Final = {
    "": N_("Not said"),
    "me": N_("On my side"),
    "client": N_("On their side"),
    "third_party": N_("A third party"),
    "outside": N_("From outside"),
}


class RiskForm(PlanForm):
    """Ctrl+Enter notes it and opens the message; *Save* alone leaves it to be told."""

    BLAMES: ClassVar = (("A risk needs words", "text"), ("The risk cannot", "text"))

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Note a risk"), parent, client=client)
        self.text("text", words.text("What may go wrong"), lines=3)
        row = self.body.add(Row(gap=12))
        self.threatens = self.choice("threatens", words.text("It threatens"), [], into=row, stretch=3)
        causes = [Choice(key, words.text(text)) for key, text in CAUSES.items()]
        self.choice("cause", words.text("Cause"), causes, "", into=row, stretch=2)
        self.ask_when(words.text("When it was noticed"))
        self.whom.editor.chosen.connect(self._items)
        self._items(str(self.client))
        self.finish(words.text("Save and write"), "risk")
        only = Button(words.text("Save"))
        self.foot.lines.insertWidget(self.foot.lines.count() - 1, only)
        only.clicked.connect(self.save_only)

    def save(self) -> None:
        """Note the risk and open the message that warns of it."""
        self._save(self._write)

    def save_only(self) -> None:
        """Note it; it is still to be told."""
        self._save(self.told)

    def verb(self) -> Callable[[], int] | None:
        """risk.noticed."""
        if not self.needs("text", self.workbench.words.text("A risk needs words. Write what may go wrong.")):
            return None
        risks, client, text, cause, at = (
            self.workbench.journal.risks, self.client, self.said("text"), self.said("cause"), self.at,
        )  # fmt: skip
        threatens = int(self.said("threatens") or 0) or None

        def verb() -> int:
            return risks.notice(client, text, threatens=threatens, cause=cause, at=at)

        return verb

    def _items(self, client: str) -> None:
        """What can be threatened: open stages, edits and goals of the client."""
        words, journal = self.workbench.words, self.workbench.journal
        found = [each for each in journal.reading.open_items(int(client or 0)) if isinstance(each, Stage | Edit | Goal)]
        choices = [Choice(str(each.number), visible(each.title)) for each in found]
        self.threatens.editor.set_choices([Choice(NOTHING, words.text("Nothing certain")), *choices], NOTHING)

    def _write(self, seq: int) -> None:
        self.workbench.open("compose", self.client, draft="f17", about=(seq,))
