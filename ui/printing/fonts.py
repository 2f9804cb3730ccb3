"""The shipped fonts as paper needs them, and their widths. Everything is measured at ten times its size, unhinted."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from ui.fonts import MONO, SANS, load_fonts
from ui.printing.drawn import Face

GRAIN: Final = 10
"""Font sizes are whole pixels in Qt; at ten pixels a point 10.5 and 6.6 pt are whole."""


@lru_cache(maxsize=64)
def font_of(face: Face) -> QFont:
    """The Qt font of a face, in GRAIN pixels a point.

    Contextual alternates are off: their glyphs have no character of their own, so a PDF would lose the colon of
    "13:00" for everybody who searches or copies its text.
    """
    load_fonts(SANS)
    load_fonts(MONO)
    font = QFont(MONO if face.mono else SANS)
    font.setPixelSize(round(face.size * GRAIN))
    font.setWeight(QFont.Weight(face.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing * GRAIN)
    for feature in ("calt", "liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


@lru_cache(maxsize=64)
def _metrics(face: Face) -> QFontMetricsF:
    return QFontMetricsF(font_of(face))


def width_of(text: str, face: Face) -> float:
    """How wide the characters are, in points."""
    return _metrics(face).horizontalAdvance(text) / GRAIN
