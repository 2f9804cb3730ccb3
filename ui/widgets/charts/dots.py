"""Dots over time: one for each answer, late ones as open diamonds, the agreed term as a dashed line (6.11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.facts.charts import Dots
from ui.theme import theme
from ui.widgets.charts.chart import Chart
from ui.widgets.charts.strokes import draw_frame, draw_limits, place, room_of

RADIUS, HALF = 3.9, 5.0
SEE_THROUGH = 0.8
"""Dots that lie on each other can still be told apart."""


class DotChart(Chart[Dots]):
    """Points at one answer after the other."""

    def find_spots(self) -> list[QRectF]:
        """A small square round each dot."""
        room, frame = room_of(QRectF(self.rect()), self.data.frame), self.data.frame
        half = theme().scale * HALF
        places = [place(room, frame, dot.across, dot.value) for dot in self.data.marks]
        return [QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half) for at in places]

    def draw(self, painter: QPainter, spots: Sequence[QRectF]) -> None:
        """Grid, dots, the term over them, and the late ones over everything."""
        box, frame = QRectF(self.rect()), self.data.frame
        room = room_of(box, frame)
        draw_frame(painter, box, room, frame)
        colour = QColor(theme().colour("accent"))
        colour.setAlphaF(SEE_THROUGH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        late = [spot for dot, spot in zip(self.data.marks, spots, strict=True) if dot.late]
        radius = theme().scale * RADIUS
        for dot, spot in zip(self.data.marks, spots, strict=True):
            if not dot.late:
                painter.drawEllipse(spot.center(), radius, radius)
        draw_limits(painter, room, frame, spots)
        painter.setBrush(theme().colour("card"))
        painter.setPen(QPen(theme().colour("late"), theme().scale * 1.6))
        for spot in late:
            painter.drawPolygon(_diamond(spot))


def _diamond(box: QRectF) -> QPolygonF:
    middle = box.center()
    return QPolygonF([QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
                      QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())])  # fmt: skip
