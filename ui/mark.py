"""The mark of 6.1: a rounded square, a sun half behind two waves; one flat drawing for window, tray and empty page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import follow_theme, theme
from ui.tokens import tokens

SMALL = 24
"""Below this size only the sun and one wave are drawn."""


def draw_mark(painter: QPainter, box: QRectF) -> None:
    """Draw the mark into the square `box`; the drawing is made on a field of 64 by 64."""
    colours = tokens().mark
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 64, box.height() / 64)
    ground = QPainterPath()
    ground.addRoundedRect(QRectF(0, 0, 64, 64), 16, 16)
    painter.fillPath(ground, QColor(colours["ground"]))
    painter.setBrush(QColor(colours["sun"]))
    painter.drawEllipse(QRectF(18, 16.5, 28, 28) if box.width() >= SMALL else QRectF(16, 12, 32, 32))
    if box.width() >= SMALL:
        painter.fillPath(_wave(40, 7).intersected(ground), QColor(colours["far"]))
        painter.fillPath(_wave(49, 6).intersected(ground), QColor(colours["near"]))
    else:
        painter.fillPath(_wave(44, 8).intersected(ground), QColor(colours["near"]))
    painter.restore()


def _wave(level: float, swing: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(0, level + swing * 0.3)
    path.cubicTo(6, level, 9, level - swing * 0.7, 15, level - swing * 0.7)
    path.cubicTo(24, level - swing * 0.7, 27, level + swing, 36, level + swing)
    path.cubicTo(44, level + swing, 46, level - swing * 0.4, 53, level - swing * 0.4)
    path.cubicTo(58, level - swing * 0.4, 61, level, 64, level + swing * 0.2)
    path.lineTo(64, 64)
    path.lineTo(0, 64)
    path.closeSubpath()
    return path


def mark_icon() -> QIcon:
    """The mark as an icon in the sizes that desktops ask for."""
    icon = QIcon()
    for side in (16, 22, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_mark(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


class Mark(QWidget):
    """The mark as a picture in a page, `side` pixels of the design wide; decoration, so without a name."""

    def __init__(self, side: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        follow_theme(self)

    def restyle(self) -> None:
        """Take the size at the present text scale."""
        self.setFixedSize(QSize(theme().px(self._side), theme().px(self._side)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        painter = QPainter(self)
        draw_mark(painter, QRectF(self.rect()))
