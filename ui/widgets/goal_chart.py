"""The line of a goal: dashed from base to target, the readings as dots on their days, today as a hairline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.drawn_label import DrawnLabel

HIGH = 112
PAD = 10
DOT = 4.0


class ChartPoint(Struct, frozen=True):
    """A reading: its day, its value, and the sentence that says both."""

    on: date
    value: float
    said: str


class GoalChart(DrawnLabel):
    """Painted on pure data; `spoken` and the readings are said aloud."""

    def __init__(self, since: date, by: date, base: float, target: float, points: Sequence[ChartPoint], today: date,
                 *, spoken: str = "", parent: QWidget | None = None) -> None:  # fmt: skip
        super().__init__(parent)
        self._since, self._by, self._base, self._target = since, by, base, target
        self._points, self._today = tuple(points), today
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(". ".join(part for part in (spoken, *(each.said for each in points)) if part))
        follow_theme(self)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme().px(320), theme().px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """A line that can still be read."""
        return QSize(theme().px(160), theme().px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, today, the target line, the readings."""
        painter, t, px = QPainter(self), theme(), theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.colour("sunken"))
        painter.drawRoundedRect(whole, t.measure("radius_control"), t.measure("radius_control"))
        box = whole.adjusted(px(PAD), px(PAD), -px(PAD), -px(PAD))
        if self._first <= self._today <= self._last:
            x = self._place(box, self._today, 0).x()
            painter.setPen(QPen(t.colour("border2"), 1))
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setPen(QPen(t.colour("text2"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(self._place(box, self._since, self._base), self._place(box, self._by, self._target))
        self._readings(painter, box)

    def _readings(self, painter: QPainter, box: QRectF) -> None:
        accent = theme().colour("accent")
        places = [self._place(box, each.on, each.value) for each in self._points]
        painter.setPen(QPen(accent, 1.5))
        for before, after in pairwise(places):
            painter.drawLine(before, after)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        for place in places:
            painter.drawEllipse(place, theme().scale * DOT, theme().scale * DOT)

    @property
    def _first(self) -> date:
        return min([self._since, *(each.on for each in self._points)])

    @property
    def _last(self) -> date:
        return max([self._by, *(each.on for each in self._points)])

    def _place(self, box: QRectF, on: date, value: float) -> QPointF:
        values = [self._base, self._target, *(each.value for each in self._points)]
        low, high = min(values), max(values)
        across = (on - self._first).days / max(1, (self._last - self._first).days)
        up = (value - low) / (high - low) if high > low else 0.5
        return QPointF(box.left() + across * box.width(), box.bottom() - up * box.height())
