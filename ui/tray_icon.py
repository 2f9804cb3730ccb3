"""The mark with the shape of the worst reason in its corner: urgency is never colour alone (6.1)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui.mark import draw_mark
from ui.theme import theme
from ui.widgets.severity import Severity, draw_severity

SIDES = (16, 22, 24, 32, 48, 64)
_CORNER = 0.58
"""How much of the side the disc under the shape takes."""


def tray_icon(severity: str) -> QIcon:
    """The picture in the sizes that panels ask for; the bare mark where nobody waits."""
    icon = QIcon()
    for side in SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_mark(painter, QRectF(0, 0, side, side))
        if severity != Severity.NONE:
            _draw_corner(painter, side, severity)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _draw_corner(painter: QPainter, side: int, severity: str) -> None:
    """The shape stands on the colour of cards, on which it can be told apart whatever panel lies behind."""
    width = side * _CORNER
    disc = QRectF(side - width, side - width, width, width)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("card"))
    painter.drawEllipse(disc)
    draw_severity(painter, disc.center(), width * 0.62, severity)
