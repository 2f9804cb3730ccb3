"""A word both sides use, and its next step: agreed on, with the last words of both, or refused (1.3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QWidget

from app.facts.plan import Understanding
from app.words import N_
from ui.dialogs.item.step_form import StepForm
from ui.dialogs.plan.form import decimal_typed
from ui.pages.client.plan_words import word_item
from ui.pages.client.row_words import Reader
from ui.widgets.boxes import Row
from ui.widgets.choice import Choice
from ui.widgets.field import line_field, text_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

STEPS: Final = {"agreed": N_("Both agree on it"), "refused": N_("No agreement on it")}


class WordItem(StepForm):
    """The word as it stands; what was said last about it may be changed before it is settled."""

    def __init__(self, workbench: Workbench, word: Understanding, *, parent: QWidget | None = None) -> None:
        super().__init__(workbench, word.client, word.number, f"«{word.word}»", parent)
        words, self._word = workbench.words, word
        if not word.open:
            self.body.add(Text(word_item(Reader(words, workbench.zone), word).state, "small", wrap=True))
        self.mine = self.body.add(text_field(words.text("What you mean by it"), word.mine))
        self.theirs = self.body.add(text_field(words.text("What they mean by it"), word.theirs))
        row = self.body.add(Row(gap=12))
        self.number = row.add(line_field(words.text("A number for it"), word.value, hint=words.text("optional")), 2)
        self.unit = row.add(line_field(words.text("Unit"), word.unit), 3)
        self.fields = {"mine": self.mine, "theirs": self.theirs, "number": self.number, "unit": self.unit}
        if word.open:
            self.add_step([Choice(key, words.text(text)) for key, text in STEPS.items()])
            self.channel.set_label(words.text("Said in"))
        else:
            for field in self.fields.values():
                field.setEnabled(False)
        self.finish()

    def verb(self) -> Callable[[], int] | None:
        """understanding.settled."""
        understandings, number, state = self.workbench.journal.understandings, self.item, self.step.editor.key
        value = decimal_typed(self.number.editor.text().strip())
        if value is None:
            self.number.set_error(self.workbench.words.text("Write a number, as 40 or 12.5."))
            self.number.editor.setFocus()
            return None
        last: dict[str, Any] = {
            "mine": self.mine.editor.toPlainText().strip(),
            "theirs": self.theirs.editor.toPlainText().strip(),
            "number": value,
            "unit": self.unit.editor.text().strip(),
        }
        at, note, channel = self.at, self.body_note, self.told_through

        def step() -> int:
            return understandings.settle(number, state, at=at, channel=channel, **note, **last)

        return step
