"""The foot of the composer: gaps left, *Copy and open*, *Mark as sent*; the louder button is the next thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.papers.names import channel_name
from app.words import Words
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.picture import Picture
from ui.widgets.text import Text

STACKED_FROM_SCALE = 1.5
"""From this text scale on the buttons stand below what is left to do."""
OPENS = ("telegram", "whatsapp", "vk", "email")


class GapsLeft(Text):
    """How many gaps are left; a press goes to the next one, as Ctrl+G does."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "small", weight=500, colour="today", parent=parent)
        self.setToolTip("Ctrl+G")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the next gap."""
        self.pressed.emit()


class Foot(Row):
    """Buttons and what is left to do; decides nothing."""

    copied = Signal()
    marked = Signal()
    gap_asked = Signal()
    call_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, margins=(24, 12, 24, 12), parent=parent)
        self._words, self._channel, self._was_copied = words, "", False
        if theme().scale >= STACKED_FROM_SCALE:
            self.lines.setDirection(QBoxLayout.Direction.TopToBottom)
        left = self.add(Row(gap=8), 1)
        self._gap_icon = left.add(Picture("text-cursor-input", "today"))
        self._gaps = left.add(GapsLeft())
        self._gaps.pressed.connect(self.gap_asked)
        left.add_space()
        buttons = self.add(Row(gap=8))
        buttons.add_space()
        self._mark = buttons.add(Button(words.text("Mark as sent"), icon="check", shortcut="Ctrl+Enter"))
        self._mark.clicked.connect(self.marked)
        self._copy = buttons.add(Button("", ButtonKind.PRIMARY, icon="copy"))
        self._copy.clicked.connect(self._do)

    @property
    def says(self) -> str:
        """What the copying button says now."""
        return self._copy.text()

    def set_channel(self, channel: str) -> None:
        """Say what copying does in this channel."""
        self._channel, self._was_copied = channel, False
        self._show()

    def set_copied(self) -> None:
        """After copying, marking is the next thing to do."""
        self._was_copied = True
        self._show()

    def set_gaps(self, count: int) -> None:
        """Say how many gaps are left."""
        self._gaps.setVisible(bool(count))
        self._gap_icon.setVisible(bool(count))
        self._gaps.setText(self._words.plural("{n} gap to fill", "{n} gaps to fill", count))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("card"))
        painter.fillRect(0, 0, self.width(), 1, theme().colour("border"))

    def _show(self) -> None:
        words, name = self._words, channel_name(self._words, self._channel)
        if self._channel == "phone":
            self._copy.set_text(words.text("Log the call"), "phone")
        elif self._channel in OPENS:
            self._copy.set_text(words.text("Copy and open {channel}", channel=name), "copy")
        else:
            self._copy.set_text(words.text("Copy the text"), "copy")
        self._mark.setVisible(self._channel != "phone")
        self._copy.set_kind(ButtonKind.PLAIN if self._was_copied else ButtonKind.PRIMARY)
        self._mark.set_kind(ButtonKind.PRIMARY if self._was_copied else ButtonKind.PLAIN)

    def _do(self) -> None:
        (self.call_asked if self._channel == "phone" else self.copied).emit()
