"""A check box whose sentence takes a second line where there is no room for it in one (6.1: nothing is ever cut)."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets.painting import draw_focus
from ui.widgets.plain import shown
from ui.widgets.tick import GAP, SIDE, CheckBox, draw_tick_box

LEAST = 220
"""Logical pixels at 100 %; no word of a setting is longer."""
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class WrappedCheckBox(CheckBox):
    """In one line as every other check box; the box stands beside the first of several."""

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, checked=checked, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest words allow."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), int(theme().px(LEAST))), whole.height())

    def heightForWidth(self, width: int) -> int:
        """What the sentence takes in that width."""
        return max(ceil(self._room(width).height()), theme().measure("target"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box beside the first line, then the words."""
        painter, side = QPainter(self), theme().px(SIDE)
        room = self._room(self.width())
        top = (self.height() - room.height()) / 2
        line = QFontMetricsF(self.font()).height()
        box = QRectF(theme().px(2), top + (line - side) / 2, side, side)
        draw_tick_box(painter, box, checked=self.isChecked())
        painter.setFont(self.font())
        painter.setPen(theme().colour("text" if self.isEnabled() else "text3"))
        painter.drawText(room.translated(0, top), int(_WRAP), shown(self.text()))
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), theme().measure("radius_box"))

    def _room(self, width: float) -> QRectF:
        """Where the words stand from the top on."""
        left = theme().px(2 + SIDE + GAP)
        free = QRectF(left, 0, max(width - left, 1), 10_000)
        found = QFontMetricsF(self.font()).boundingRect(free, int(_WRAP), shown(self.text()))
        return QRectF(left, 0, free.width(), found.height())
