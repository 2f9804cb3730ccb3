"""Lucide icons drawn in the colour of the place where they stand, sharp at every scale, and remembered."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui.tokens import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

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


@cache
def icon(name: str, token: str = "text2") -> QIcon:
    """A QIcon for actions and menus, in the colour of a token, text3 when disabled."""
    from PySide6.QtGui import QIcon  # brings 150 names of theme icons; the first frame has no menu

    from ui.icon_engine import IconEngine

    return QIcon(IconEngine(name, token))
