"""A word that both sides use: what I mean by it, what they mean, and the number that would settle it (1.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from ui.dialogs.plan.form import PlanForm
from ui.widgets.boxes import Row

if TYPE_CHECKING:
    from ui.workbench import Workbench


class UnderstandingForm(PlanForm):
    """Ctrl+Enter notes it; it is open until both agree or one refuses."""

    BLAMES: ClassVar = (("Write the word", "word"),)

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Note a word"), parent, client=client)
        self.line("word", words.text("The word"), placeholder=words.text("good site"))
        self.text("mine", words.text("What you mean by it"))
        self.text("theirs", words.text("What they mean by it"), hint=words.text("in their words"))
        row = self.body.add(Row(gap=12))
        self.line("number", words.text("A number for it"), hint=words.text("optional"), into=row, stretch=2)
        self.line("unit", words.text("Unit"), placeholder=words.text("seconds"), into=row, stretch=3)
        self.ask_when(words.text("When it was noted"))
        self.finish(words.text("Note the word"), "understanding")

    def verb(self) -> Callable[[], int] | None:
        """understanding.noted."""
        if not self.needs("word", self.workbench.words.text("Write the word that both sides use.")):
            return None
        number = self.number("number", needed=False)
        if number is None:
            return None
        words, client, word = self.workbench.journal.understandings, self.client, self.said("word")
        mine, theirs, unit, at = self.said("mine"), self.said("theirs"), self.said("unit"), self.at

        def verb() -> int:
            return words.note(client, word, mine=mine, theirs=theirs, number=number, unit=unit, at=at)

        return verb
