"""A chart in the window: its size, one paint event, the point under mouse or keys with its tooltip, speech (6.14)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.facts.charts import ChartData
from ui.charts.drawing import drawing_of
from ui.theme import follow_theme, theme
from ui.widgets.painting import draw_box
from ui.widgets.plain import tip
from ui.widgets.pointing import Pointing

HIGH, WIDE = 200, 200
REACH = 12.0
"""How far from a mark the mouse may be: a target is never smaller than 24."""


class Chart(Pointing):
    """Shows data of any kind; `name` is the chart in one sentence."""

    def __init__(self, data: ChartData, name: str = "", *, high: int = HIGH, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.data, self._high = data, high
        self._spots: list[QRectF] | None = None
        self._pointed, self._hovered = False, -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.speak()
        follow_theme(self)

    def show_data(self, data: ChartData, name: str) -> None:
        """Show other marks; what was pointed at stays, as far as there are so many."""
        if (data, name) == (self.data, self._name):
            return
        self.data, self._name = data, name
        self.at = min(self.at, max(0, self.cells() - 1))
        self.speak()
        self.restyle()

    def set_high(self, high: int) -> None:
        """Another height, in pixels of the design."""
        self._high = high
        self.restyle()

    def spots(self) -> list[QRectF]:
        """The boxes of the marks, measured once for a size."""
        if self._spots is None:
            self._spots = drawing_of(self.data, theme()).spots(QRectF(self.rect()))
        return self._spots

    def cells(self) -> int:
        """As many as there are marks."""
        return len(self.data.marks)

    def cell_at(self, place: QPointF) -> int:
        """The nearest mark within reach."""
        away, at = min(((_away(spot, place), at) for at, spot in enumerate(self.spots())), default=(REACH + 1, -1))
        return at if away <= REACH else -1

    def cell_words(self, at: int) -> tuple[str, str]:
        """What Enter opens, and the sentence of a mark."""
        mark = self.data.marks[at]
        return mark.key, mark.said

    def speak(self) -> None:
        """The chart in one sentence, and the point that the arrow keys stand at."""
        said = f"{self._name}. {self.cell_words(self.at)[1]}" if self._pointed and self.cells() else self._name
        self.setAccessibleName(said)

    def point(self, at: int) -> None:
        """Stand at a mark, say it, and show its tooltip."""
        self._pointed = True
        super().point(at)
        if self.cells() and self.hasFocus():
            self._tell(self.at)

    def _tell(self, at: int) -> None:
        spot = self.spots()[at]
        below = QPoint(round(spot.center().x()), round(spot.bottom()) + theme().px(4))
        QToolTip.showText(self.mapToGlobal(below), tip(self.cell_words(at)[1]), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The marks, then a ring round the one that is pointed at."""
        painter, spots = QPainter(self), self.spots()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing_of(self.data, theme()).draw(painter, QRectF(self.rect()), spots)
        if self.hasFocus() and spots:
            self._draw_ring(painter, spots[self.at], "accent", 2)
        elif 0 <= self._hovered < len(spots):
            self._draw_ring(painter, spots[self._hovered], "text2", 1.5)

    def _draw_ring(self, painter: QPainter, spot: QRectF, token: str, width: float) -> None:
        away = theme().px(3)
        ring = spot.adjusted(-away, -away, away, away).intersected(QRectF(self.rect()))
        draw_box(painter, ring, theme().px(6), edge=theme().colour("card"), width=2 * width)  # apart from neighbours
        draw_box(painter, ring, theme().px(6), edge=theme().colour(token), width=width)

    def restyle(self) -> None:
        """Measure anew."""
        self._spots = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(theme().px(WIDE), self.high())

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        return QSize(theme().px(WIDE), self.high())

    def high(self) -> int:
        """The height in logical pixels."""
        return drawing_of(self.data, theme()).high(theme().px(self._high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The marks lie elsewhere."""
        self._spots = None
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the mark under the mouse at once."""
        at = self.cell_at(event.position())
        if at != self._hovered:
            self._hovered = at
            self.update()
            if at >= 0:
                self._tell(at)
            else:
                QToolTip.hideText()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse."""
        self._hovered = -1
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring and its tooltip away."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()


def _away(spot: QRectF, place: QPointF) -> float:
    """How far a point is from a box; 0 inside it."""
    across = max(spot.left() - place.x(), 0.0, place.x() - spot.right())
    down = max(spot.top() - place.y(), 0.0, place.y() - spot.bottom())
    return float((across**2 + down**2) ** 0.5)
