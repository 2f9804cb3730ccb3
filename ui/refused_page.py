"""What stands in the window when the journal cannot be opened: the sentence, and what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.empty import EmptyState


class RefusedPage(Column):
    """Try again, open for reading, restore a backup, another file."""

    again = Signal()
    reading = Signal()
    another = Signal()
    restoring = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(margins=(24, 18, 20, 18), parent=parent)
        self.state = self.add(EmptyState(words.text("The journal is not open")), 1)
        again = self.state.add_button(Button(words.text("Try again"), ButtonKind.PRIMARY))
        again.clicked.connect(self._again)
        self._read = self.state.add_button(Button(words.text("Open for reading only")))
        self._read.clicked.connect(self._reading)
        self.restore = self.state.add_button(Button(words.text("Restore a backup")))
        self.restore.clicked.connect(self._restore)
        another = self.state.add_button(Button(words.text("Open another file")))
        another.clicked.connect(self._another)
        self._title = words.text("The journal is not open")

    def say(self, sentence: str, *, may_read: bool, may_restore: bool = False) -> None:
        """Say why, and whether reading or a backup may help."""
        self.state.set_words(self._title, sentence)
        self._read.setVisible(may_read)
        self.restore.setVisible(may_restore)

    def _again(self) -> None:
        self.again.emit()

    def _reading(self) -> None:
        self.reading.emit()

    def _restore(self) -> None:
        self.restoring.emit()

    def _another(self) -> None:
        self.another.emit()
