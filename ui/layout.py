"""The width rule of 6.1: window width divided by text scale says how a page is laid out."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

FULL = 1200
NARROW = 900


class Layout(StrEnum):
    """Full: three columns. Narrow: rail of icons, side column 284. Single: one column and a switch in the header."""

    FULL = "full"
    NARROW = "narrow"
    SINGLE = "single"


class Widths(Struct, frozen=True):
    """What a page may use at a window width (logical pixels) and a text scale (1.0 to 2.0)."""

    window: int
    scale: float = 1.0

    @property
    def effective(self) -> float:
        """Window width divided by text scale."""
        return self.window / self.scale

    @property
    def layout(self) -> Layout:
        """Which of the three layouts fits."""
        if self.effective >= FULL:
            return Layout.FULL
        return Layout.NARROW if self.effective >= NARROW else Layout.SINGLE

    @property
    def rail(self) -> int:
        """Width of the rail in the design's pixels, before the text scale."""
        return 216 if self.layout is Layout.FULL else 56

    @property
    def side(self) -> int:
        """Width of the side column in the design's pixels; 0 where the side column is the second half of a switch."""
        return {Layout.FULL: 332, Layout.NARROW: 284, Layout.SINGLE: 0}[self.layout]
