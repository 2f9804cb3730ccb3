"""The drawing of each chart by its data: where its marks lie, how high it is, its strokes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.facts.charts import ChartData, Columns, Dots, Sides
from ui.charts.columns import ColumnDrawing
from ui.charts.dots import DotDrawing
from ui.charts.hand import Hand
from ui.charts.sides import SideDrawing


class Drawing(Protocol):
    """A chart of one kind; all lengths in the units of the hand's painter."""

    def high(self, asked: int) -> int:
        """The height of the chart where `asked` is wished for."""
        ...

    def spots(self, box: QRectF) -> list[QRectF]:
        """The boxes of all marks inside `box`."""
        ...

    def draw(self, painter: QPainter, box: QRectF, spots: Sequence[QRectF]) -> None:
        """Paint everything but what shows a pointer or the keyboard."""
        ...


_KINDS: Final[dict[type, Any]] = {Dots: DotDrawing, Columns: ColumnDrawing, Sides: SideDrawing}


def drawing_of(data: ChartData, hand: Hand) -> Drawing:
    """The chart of these data, drawn with that hand."""
    made: Drawing = _KINDS[type(data)](data, hand)
    return made
