"""Asks once about drafts that are not saved before the window goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from ui.dialogs.drafts.window import Drafts


class Leaving(QMessageBox):
    """Save and close, close without saving, or go on writing."""

    def __init__(self, window: Drafts) -> None:
        super().__init__(window)
        self._window = window
        words, count = window.workbench.words, len(window.shelf.unsaved) + len(window.snippets.unsaved)
        self.setWindowTitle(window.windowTitle())
        self.setText(words.plural("{n} text is not saved.", "{n} texts are not saved.", count))
        self._keep = self.addButton(words.text("Save and close"), QMessageBox.ButtonRole.AcceptRole)
        self._leave = self.addButton(words.text("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        self.addButton(words.text("Go on writing"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self._keep)
        self.finished.connect(self._answered)

    def save(self) -> None:
        """Save everything and close."""
        window = self._window
        drafts = [*window.shelf.unsaved]
        kept = all(window.workbench.do(partial(window.shelf.keep, at), at=window) for at in drafts)
        if kept and window.snippets.keep_all():
            window.close()

    def leave(self) -> None:
        """Close and forget what was typed."""
        self._window.shelf.unsaved.clear()
        self._window.snippets.forget()
        self._window.close()

    def _answered(self) -> None:
        if self.clickedButton() is self._keep:
            self.save()
        elif self.clickedButton() is self._leave:
            self.leave()
