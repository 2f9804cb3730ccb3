"""What a chart is drawn with: lengths, fonts and colours. The theme is one hand, the paper is another."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QColor, QFont


class Hand(Protocol):
    """Lengths are those of the design (6.1); fonts are named by their style, colours by their token."""

    flat: bool
    """Whether nothing may shine through: a PDF/A has no transparency."""

    @property
    def scale(self) -> float:
        """The painter's units to one pixel of the design."""
        ...

    def px(self, length: float) -> int:
        """A length of the design in the painter's units."""
        ...

    def font(self, style: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFont:
        """The font of a style."""
        ...

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        ...
