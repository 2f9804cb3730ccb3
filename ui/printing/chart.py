"""Charts on paper: the strokes of the window with the paper's hand, the light palette and no transparency (6.11)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from app.facts.charts import ChartData
from ui.charts.drawing import Drawing, drawing_of
from ui.printing.drawn import Face, Plot
from ui.printing.fonts import GRAIN, font_of
from ui.tokens import tokens

SIZE: Final = 0.62
"""Points to a pixel of the design: captions are as small as the smallest words of a paper."""


class PaperHand:
    """Lengths in tenths of a point; fonts without tabular figures, which a PDF could not be searched for."""

    flat = True
    scale = SIZE * GRAIN

    def px(self, length: float) -> int:
        """A length of the design in tenths of a point."""
        return round(length * self.scale)

    def font(self, style: str = "body", weight: int | None = None, *, tabular: bool = False) -> QFont:
        """The font of a style."""
        step = tokens().types[style]
        return font_of(Face(round(step.px * SIZE, 1), weight or step.weight))

    def colour(self, token: str) -> QColor:
        """The colour of a token in the light palette."""
        return QColor(tokens().colours[token][0])


HAND: Final = PaperHand()


def plot_height(data: ChartData, asked: float) -> float:
    """The height of a chart in points where `asked` is wished for."""
    return _drawing(data).high(round(asked * GRAIN)) / GRAIN


def draw_plot(painter: QPainter, plot: Plot) -> None:
    """Paint a chart; the painter's units must be tenths of a point."""
    box = QRectF(plot.x * GRAIN, plot.y * GRAIN, plot.width * GRAIN, plot.height * GRAIN)
    drawing = _drawing(plot.data)
    drawing.draw(painter, box, drawing.spots(box))


def _drawing(data: ChartData) -> Drawing:
    return drawing_of(data, HAND)
