"""One row of the agreed channels (6.10): grip, number, icon, kind, address, preferred, purposes, menu."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from app.facts.terms import AgreedChannel
from app.papers.names import channel_name
from app.words import Words
from ui.channels import channel_icon
from ui.dialogs.agreement.channel_words import purposes_line
from ui.roles import Role
from ui.theme import theme
from ui.widgets.boxes import Row
from ui.widgets.button import IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.painting import advance
from ui.widgets.picture import Picture
from ui.widgets.text import Text

KIND_WIDE = 86
PURPOSE_WIDE = 150
"""At least so wide, so that a list of short purposes looks like one of long ones."""


def purposes_wide(words: Words, channels: Iterable[AgreedChannel]) -> int:
    """How wide the purposes of these channels stand, in pixels: in every row the same, so that they begin in line."""
    font = theme().font("small")
    return ceil(max((advance(purposes_line(words, each), font) for each in channels), default=0))


class ChannelRow(Card):
    """`moved` asks for another place (-1 up, 1 down), `dragged` carries the height at which it was let go."""

    ROLE = Role.Section
    moved = Signal(int)
    dragged = Signal(QPoint)
    removed = Signal()
    preferred = Signal()

    def __init__(
        self, words: Words, number: int, channel: AgreedChannel, *, single: bool = False, wide: int = 0
    ) -> None:
        called = channel_name(words, channel.channel)
        parts = (f"{number}: {called}", channel.address, words.text("Preferred") if channel.preferred else "")
        spoken = ", ".join(part for part in (*parts, purposes_line(words, channel)) if part)
        super().__init__(acts=True, gap=2, padding=(12, 4, 8, 4), name=spoken)
        self._words, self._channel = words, channel
        self._grabbed = False
        row = self.add(Row(gap=10))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.add(Picture("grip-vertical", "text2"), align=middle)
        row.add(Text(str(number), "small", weight=500, colour="text2", tabular=True), align=middle)
        row.add(Picture(channel_icon(channel.channel), "text2", side=18), align=middle)
        kind = row.add(Text(called, "small", weight=600), align=middle)
        kind.setMinimumWidth(theme().px(KIND_WIDE))
        self._fill(row, single, wide)
        menu = row.add(IconButton("ellipsis", words.text("More about this channel"), small=True), align=middle)
        menu.clicked.connect(self._offer)
        self._menu_button = menu
        if single:
            below = self.add(Row(gap=10, margins=(26, 0, 0, 6)))
            below.add(Text(purposes_line(words, channel), "small", colour="text2", wrap=True), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Up and Alt+Down move the channel, Delete takes it out."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Ctrl+Enter is the window's
            return
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may begin a drag."""
        self._grabbed = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand closes while the row is held."""
        if self._grabbed:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Letting go above or below moves the row there."""
        self.unsetCursor()
        if self._grabbed and not self.rect().contains(event.position().toPoint()):
            self.dragged.emit(self.mapToParent(event.position().toPoint()))
        self._grabbed = False
        super().mouseReleaseEvent(event)

    def _fill(self, row: Row, single: bool, wide: int) -> None:
        words, channel, middle = self._words, self._channel, Qt.AlignmentFlag.AlignVCenter
        row.add(Text(channel.address, "small", colour="text2", elide=True), 1)
        if channel.preferred:
            row.add(Chip(words.text("Preferred"), ChipKind.ACCENT, icon="star"), align=middle)
        if not single:
            purposes = row.add(Text(purposes_line(words, channel), "small", colour="text2"), align=middle)
            purposes.setMinimumWidth(max(wide, theme().px(PURPOSE_WIDE)))

    def _offer(self) -> None:
        words, menu = self._words, QMenu(self)
        change = menu.addAction(words.text("Change…"))
        change.triggered.connect(self.opened)
        prefer = menu.addAction(words.text("Make it the preferred one"))
        prefer.setEnabled(not self._channel.preferred)
        prefer.triggered.connect(self.preferred)
        up = menu.addAction(words.text("Move up") + "\tAlt+↑")
        up.triggered.connect(self._up)
        down = menu.addAction(words.text("Move down") + "\tAlt+↓")
        down.triggered.connect(self._down)
        remove = menu.addAction(words.text("Take out"))
        remove.triggered.connect(self.removed)
        menu.popup(self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height())))

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)
