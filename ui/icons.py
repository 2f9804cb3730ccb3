"""Lucide icons drawn in the colour of the place where they stand, sharp at every scale, and remembered."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme import theme
from ui.tokens import RESOURCES

STROKE = b'stroke-width="1.75"'


@cache
def _drawing(name: str) -> bytes:
    source = (RESOURCES / "icons" / f"{name}.svg").read_bytes()
    return source.replace(b'stroke-width="2"', STROKE)


@cache
def _coloured(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(b"currentColor", colour.encode())))


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw one icon into `box` (logical pixels of the painter's device)."""
    _coloured(name, colour.name()).render(painter, box)


class _Engine(QIconEngine):
    """Looks the colour up when it paints, so that a switch of theme needs no new QIcon."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "text3" if mode == QIcon.Mode.Disabled else self._token
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        draw_icon(painter, self._name, box, theme().colour(token))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


@cache
def icon(name: str, token: str = "text2") -> QIcon:
    """A QIcon for actions and menus, in the colour of a token, text3 when disabled."""
    return QIcon(_Engine(name, token))
