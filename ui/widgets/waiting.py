"""What is said while something is read or counted, if that takes longer than an eye notices (6.1)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import Column, Margins
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

WAIT_MS = 400


class Waiting(Column):
    """Hidden at first; `begin` lets it be seen after 400 ms, `end` takes it away. Nothing moves in it."""

    def __init__(self, margins: Margins = (0, 0, 0, 0), parent: QWidget | None = None) -> None:
        super().__init__(gap=6, margins=margins, parent=parent)
        self.said = self.add(Text("", "small", colour="text2"))
        self.add(ShareBar((SharePart(1, "accent", 0.34, hatched=True),), high=6))
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(WAIT_MS)
        self.timer.timeout.connect(self.show)
        self.hide()

    def begin(self, sentence: str) -> None:
        """A reading has begun."""
        self.said.setText(sentence)
        if not self.timer.isActive() and self.isHidden():
            self.timer.start()

    def end(self) -> None:
        """It came back."""
        self.timer.stop()
        self.hide()
