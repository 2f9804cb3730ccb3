"""The journal came back shorter, or went on somewhere else: what was it? The answer is recorded (4.2, fault 17)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.backups import Returned, ReturnSaid
from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.text import Text
from ui.widgets.tick import RadioButton

if TYPE_CHECKING:
    from app.words import Words
    from ui.workbench import Workbench


class ReturnedDialog(PlainDialog):
    """One question with three answers. Closed without one, it is asked again; the next entry would say "unknown"."""

    def __init__(
        self, workbench: Workbench, client: int = 0, *, returned: Returned, parent: QWidget | None = None
    ) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Was a backup restored?"), parent)
        self.body.add(Text(_found(words, returned), "body", wrap=True))
        self.answers = {
            ReturnSaid.BACKUP: words.text("Yes, I put a backup in its place"),
            ReturnSaid.OTHER_COMPUTER: words.text("No, I worked on another computer, and this file came from there"),
            ReturnSaid.UNKNOWN: words.text("I do not know"),
        }
        self.buttons = {said: self.body.add(RadioButton(text)) for said, text in self.answers.items()}
        note = words.text(
            "Your answer is recorded with both numbers and heads. Two journals are never merged: if there is another"
            " file with later entries, close the window and open that one instead."
        )
        self.body.add(Text(note, "small", colour="text2", wrap=True))
        self.wrong = self.body.add(Text("", "small", colour="late", wrap=True))
        self.wrong.hide()
        self.add_foot(words.text("Record this answer"), cancel=words.text("Later"))
        self.fit()

    @property
    def said(self) -> ReturnSaid | None:
        """The answer that is marked; none at first, so that nobody records what he did not choose."""
        return next((said for said, button in self.buttons.items() if button.isChecked()), None)

    def save(self) -> None:
        """Write journal.restored."""
        if self.said is None:
            self.refuse(self.workbench.words.text("Choose one of the three answers."))
            return
        done = self.workbench.words.text("It is recorded why the journal is not as it was.")
        verb = partial(self.workbench.journal.backups.say_returned, self.said)
        if self.workbench.do(verb, said=done, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why it could not be recorded."""
        self.wrong.setText(sentence)
        self.wrong.show()


def _found(words: Words, returned: Returned) -> str:
    if returned.is_shorter:
        return words.plural(
            "This journal ends with entry {found}. On this computer it once went on to entry {expected}:"
            " {n} entry that was saved is not in this file.",
            "This journal ends with entry {found}. On this computer it once went on to entry {expected}:"
            " {n} entries that were saved are not in this file.",
            returned.missing,
            found=returned.found_size,
            expected=returned.expected_size,
        )
    return words.text(
        "This journal has {found} entries, but it is not the one that was here: from some entry before {expected} on"
        " it went on somewhere else. There are two journals with one beginning.",
        found=returned.found_size,
        expected=returned.expected_size,
    )
