"""Dots over time: one for each answer, late ones as open diamonds, the agreed term as a dashed line (6.11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from app.facts.charts import Dots
from ui.charts.hand import Hand
from ui.charts.strokes import draw_frame, draw_limits, glass, place, room_of

RADIUS, HALF = 3.9, 5.0
SEE_THROUGH = 0.8
"""Dots that lie on each other can still be told apart."""


class DotDrawing:
    """Its marks are the answers, one after the other."""

    def __init__(self, data: Dots, hand: Hand) -> None:
        self._data, self._hand = data, hand

    def high(self, asked: int) -> int:
        """As asked."""
        return asked

    def spots(self, box: QRectF) -> list[QRectF]:
        """A small square round each dot."""
        frame = self._data.frame
        room, half = room_of(self._hand, box, frame), self._hand.scale * HALF
        places = [place(room, frame, dot.across, dot.value) for dot in self._data.marks]
        return [QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half) for at in places]

    def draw(self, painter: QPainter, box: QRectF, spots: Sequence[QRectF]) -> None:
        """Grid, dots, the term over them, and the late ones over everything."""
        hand, frame = self._hand, self._data.frame
        room = room_of(hand, box, frame)
        draw_frame(painter, hand, box, room, frame)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glass(hand, "accent", SEE_THROUGH))
        marks = list(zip(self._data.marks, spots, strict=True))
        radius = hand.scale * RADIUS
        for dot, spot in marks:
            if not dot.late:
                painter.drawEllipse(spot.center(), radius, radius)
        draw_limits(painter, hand, room, frame, spots)
        painter.setBrush(hand.colour("card"))
        painter.setPen(QPen(hand.colour("late"), hand.scale * 1.6))
        for dot, spot in marks:
            if dot.late:
                painter.drawPolygon(_diamond(spot))


def _diamond(box: QRectF) -> QPolygonF:
    middle = box.center()
    return QPolygonF([QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
                      QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())])  # fmt: skip
