"""A column that acts as a whole: a press or Enter on any part of it opens what it shows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.roles import Role
from ui.theme import theme
from ui.widgets.boxes import Column
from ui.widgets.painting import draw_focus


class Pressed(Column):
    """`opened` carries the client and the item given at the start."""

    ROLE = Role.Button
    opened = Signal(int, int)

    def __init__(self, client: int, item: int, name: str, gap: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(gap=gap, parent=parent)
        self._client, self._item = client, item
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        self.opened.emit(self._client, self._item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._client, self._item)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus edge."""
        if self.hasFocus():
            draw_focus(QPainter(self), QRectF(self.rect()), theme().measure("radius_box"))
