"""Change the key: why, and whether the old one is lost; the old one signs the change where it can (4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.evidence import KeyUsed
from ui.dialogs.plain_dialog import PlainDialog
from ui.widgets.field import line_field
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class ChangeKey(PlainDialog):
    """A reason, which stays on record."""

    def __init__(self, workbench: Workbench, present: KeyUsed, parent: QWidget | None = None) -> None:
        words = workbench.words
        super().__init__(workbench, words.text("Change the key"), parent)
        self._lost = not present.is_here
        if self._lost:
            said = words.text(
                "The old key is not on this computer and cannot sign the change. That will be said in the journal:"
                " readers will compare the heads on their sheets."
            )
        else:
            said = words.text(
                "The old key signs the change, and the new one everything after it. Sheets will show the new"
                " fingerprint; those that were given stay good."
            )
        self.body.add(Text(said, "small", wrap=True))
        self.reason = self.body.add(
            line_field(
                words.text("Reason"), hint=words.text("stays on record"), placeholder=words.text("a new computer")
            )
        )
        self.saving = self.add_foot(words.text("Change the key"), cancel=words.text("Cancel"))
        self.fit()
        self.reason.editor.setFocus()

    def save(self) -> None:
        """Make the key and record it."""
        if self.workbench.do(self._verb, self._kept, at=self):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say it at the reason."""
        self.reason.set_error(sentence)
        self.reason.editor.setFocus()

    def _verb(self) -> int:
        return self.workbench.journal.evidence.change_key(self.reason.editor.text(), old_key_lost=self._lost)

    def _kept(self, seq: int) -> None:
        words = self.workbench.words
        self.workbench.say(words.text("The new key signs from the next entry on. The change is entry {n}.", n=seq))
