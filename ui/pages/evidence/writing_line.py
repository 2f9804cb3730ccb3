"""Said while an export is written: how far it is, and a way to stop it (6.9)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.widgets.boxes import Row
from ui.widgets.button import Button
from ui.widgets.text import Text


class WritingLine(Row):
    """Hidden while nothing is written; `stopped` when it is not wanted any more."""

    stopped = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words = words
        self.said = self.add(Text("", "small", colour="text2", wrap=True), 1)
        self.cancel = self.add(Button(words.text("Cancel"), small=True))
        self.cancel.clicked.connect(self.stopped)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self.said.text()

    def show_writing(self, busy: bool) -> None:
        """An export begins, or ended."""
        self.said.setText(self._words.text("The export is being written. You can go on working."))
        self.setVisible(busy)

    def show_done(self, done: int) -> None:
        """So many records were written."""
        self.said.setText(self._words.plural("{n} record written", "{n} records written", done))
