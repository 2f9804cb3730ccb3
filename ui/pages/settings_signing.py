"""The key that signs, in the settings: its fingerprint, where it lies, and a way to change it (6.2, 4.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.evidence import KeyUsed
from ui.pages.evidence.change_key import ChangeKey
from ui.pages.evidence.key_card import KeyLines
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench


class SigningSettings(Column):
    """What the Evidence page shows of it, with a sentence on what it is for."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._workbench = workbench
        self.keys: tuple[KeyUsed, ...] = ()
        words = workbench.words
        said = words.text(
            "It signs the checkpoints of the journal and every export. The fingerprint on a sheet must be this one."
        )
        self.add(Text(said, "small", colour="text2", wrap=True))
        self.shown = self.add(KeyLines(words))
        row = self.add(Row(gap=8))
        self.change = row.add(Button(words.text("Change the key"), icon="key"))
        row.add_space()
        self.change.clicked.connect(self._change)

    def refresh(self) -> None:
        """Read beside the window: a keyring may take its time."""
        self._workbench.ask(self._workbench.journal.evidence.keys_used, self._show)

    def _show(self, keys: tuple[KeyUsed, ...]) -> None:
        self.keys = keys
        self.shown.show_keys(keys, self._workbench.zone)

    def _change(self) -> None:
        if self.keys:
            ChangeKey(self._workbench, self.keys[-1], self).open()
