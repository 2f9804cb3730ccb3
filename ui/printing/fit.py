"""Where the pages lie on the desk of the preview: pure sums in logical pixels."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

SCREEN: Final = 96 / 72
"""Pixels to a point at 100 %."""
SMALLEST: Final = 0.1


class Fit(StrEnum):
    """How the size of the page is chosen."""

    PAGE = "page"
    WIDTH = "width"
    FREE = "free"


class Desk(Struct, frozen=True, kw_only=True):
    """A desk of `view_width` by `view_height` pixels with `pages` sheets (in points) below each other."""

    pages: int = 0
    sheet_width: float = 595.0
    sheet_height: float = 842.0
    view_width: float = 0.0
    view_height: float = 0.0
    fit: Fit = Fit.PAGE
    free: float = 1.0
    gap: float = 28.0

    def of(self, pages: int, sheet_width: float, sheet_height: float) -> Desk:
        """The same desk with another paper on it."""
        return replace(self, pages=pages, sheet_width=sheet_width, sheet_height=sheet_height)

    def on(self, view_width: float, view_height: float) -> Desk:
        """The same pages on a desk of another size."""
        return replace(self, view_width=view_width, view_height=view_height)

    def fitted(self, fit: Fit, free: float = 1.0) -> Desk:
        """The same desk with another way of choosing the size."""
        return replace(self, fit=fit, free=free)

    @property
    def zoom(self) -> float:
        """The size of the pages; 1.0 is their own."""
        if self.fit is Fit.FREE:
            return self.free
        across = (self.view_width - 2 * self.gap) / (self.sheet_width * SCREEN)
        if self.fit is Fit.PAGE:
            across = min(across, (self.view_height - 2 * self.gap) / (self.sheet_height * SCREEN))
        return max(across, SMALLEST)

    @property
    def width(self) -> float:
        """How wide pages and gaps are together."""
        return self.sheet_width * SCREEN * self.zoom + 2 * self.gap

    @property
    def height(self) -> float:
        """How high all pages and gaps are together."""
        return self.gap + self.pages * (self.sheet_height * SCREEN * self.zoom + self.gap)

    def place(self, number: int) -> tuple[float, float, float, float]:
        """Left, top, width and height of page `number` (from 0); pages are centred on a wider desk."""
        wide = self.sheet_width * SCREEN * self.zoom
        high = self.sheet_height * SCREEN * self.zoom
        left = max(self.gap, (self.view_width - wide) / 2)
        return left, self.gap + number * (high + self.gap), wide, high
