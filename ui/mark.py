"""The mark of 6.1: a rounded square, a sun half behind two waves; one flat drawing for window, tray and empty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import follow_theme, theme
from ui.tokens import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

SMALL = 24
"""Below this size only the sun and one wave are drawn."""

HALF = 18.3
"""From crest to trough, on the field of 64."""

BEND = 0.3642
"""Where the handles of a cubic lie so that it looks like a sine."""


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
    painter.drawEllipse(QRectF(18.3, 17.3, 27.4, 27.4) if box.width() >= SMALL else QRectF(15, 11, 34, 34))
    if box.width() >= SMALL:
        painter.fillPath(_wave(33.1, 10.3).intersected(ground), QColor(colours["far"]))
        painter.fillPath(_wave(43.4, 10.3).intersected(ground), QColor(colours["near"]))
    else:
        painter.fillPath(_wave(36, 12).intersected(ground), QColor(colours["near"]))
    painter.restore()


def _wave(crest: float, depth: float) -> QPainterPath:
    """Water from a wavy line down; `crest` is the height of its crests, `depth` how far the troughs lie below."""
    path = QPainterPath()
    path.moveTo(4.6 - HALF, crest + depth)
    for half in range(4):
        left = 4.6 + HALF * (half - 1)
        start, end = (crest + depth, crest) if half % 2 == 0 else (crest, crest + depth)
        path.cubicTo(left + HALF * BEND, start, left + HALF * (1 - BEND), end, left + HALF, end)
    path.lineTo(64, 64)
    path.lineTo(4.6 - HALF, 64)
    path.closeSubpath()
    return path


def mark_icon() -> QIcon:
    """The mark as an icon in the sizes that desktops ask for."""
    from PySide6.QtGui import QIcon, QPixmap  # with 150 names of theme icons; the first frame is painted without

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
