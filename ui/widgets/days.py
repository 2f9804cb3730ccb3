"""What painted widgets of days share: the days they show, and that they are measured anew when these change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme
from ui.widgets.pointing import Pointing

Day = TypeVar("Day")


class PaintedDays(Pointing, Generic[Day]):
    """One cell for each day; heirs measure, paint and name them."""

    def __init__(self, days: Sequence[Day], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._days = tuple(days)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.speak()
        follow_theme(self)

    def set_days(self, days: Sequence[Day]) -> None:
        """Show other days."""
        self._days = tuple(days)
        self.speak()
        self.restyle()

    def restyle(self) -> None:
        """Measure anew."""
        self.updateGeometry()
        self.update()

    def cells(self) -> int:
        """Seven, as a rule."""
        return len(self._days)
