"""The strip of 6.3: seven days, a block per promise, dotted places up to the daily limit, days off hatched."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from ui.theme import theme
from ui.widgets.days import PaintedDays
from ui.widgets.painting import CENTRE, draw_box, draw_focus, draw_hatching, draw_text, rounded

HEAD, LOW_HEAD = 64, 34


class StripDay(Struct, frozen=True):
    """One day: `limit` places, `blocks` of them filled, `due_today` of those amber; `spoken` is its sentence."""

    key: str
    weekday: str
    number: str
    blocks: int = 0
    limit: int = 2
    off: bool = False
    today: bool = False
    due_today: int = 0
    spoken: str = ""


class Strip(PaintedDays[StripDay]):
    """The days side by side; arrows point at one, Enter opens it. `low`: weekday and number share one line."""

    low = False

    def sizeHint(self) -> QSize:
        """Wide enough for seven numbers, high enough for the fullest day."""
        places = max((max(day.blocks, day.limit) for day in self._days), default=2)
        head = LOW_HEAD if self.low else HEAD
        return QSize(theme().px(44 * max(1, len(self._days))), theme().px(head + 16 * max(2, places)))

    def minimumSizeHint(self) -> QSize:
        """Cells of 32."""
        return QSize(theme().px(34 * max(1, len(self._days))), self.sizeHint().height())

    def cell_words(self, at: int) -> tuple[str, str]:
        """Key and sentence of a day."""
        day = self._days[at]
        return day.key, day.spoken or f"{day.weekday} {day.number}"

    def cell_at(self, place: QPointF) -> int:
        """The day under the mouse."""
        return next((at for at in range(self.cells()) if self._cell(at).contains(place)), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw day by day."""
        painter = QPainter(self)
        for at, day in enumerate(self._days):
            draw_strip_day(painter, self._cell(at), day, low=self.low)
            if self.hasFocus() and at == self.at:
                draw_focus(painter, self._cell(at), theme().measure("radius_control"))

    def _cell(self, at: int) -> QRectF:
        gap = theme().px(2 if self.low else 4)  # weekday and number in one line need all the room there is
        wide = (self.width() - gap * (self.cells() - 1)) / self.cells()
        return QRectF(at * (wide + gap), 0, wide, self.height())


def draw_strip_day(painter: QPainter, box: QRectF, day: StripDay, *, low: bool = False) -> None:
    """Draw one day into `box`."""
    t, px = theme(), theme().px
    radius = t.measure("radius_control")
    ground = "off" if day.off else "soft" if day.today else "sunken"
    draw_box(painter, box, radius, fill=t.colour(ground))
    if day.off:
        draw_hatching(painter, rounded(box, radius), t.colour("offline"), px(6))
    draw_box(painter, box, radius, edge=t.colour("soft-line" if day.today else "border"))
    if not day.off or day.blocks:
        _draw_places(painter, box, day)
    tint = "accent-text" if day.today else "text2"
    head = QRectF(box.left(), box.top() + px(6), box.width(), px(18))
    if low:
        font = t.font("caption", 600 if day.today else 500, tabular=True)
        draw_text(painter, head, f"{day.weekday} {day.number}", font, t.colour(tint), CENTRE)
        return
    draw_text(painter, head, day.weekday, t.font("caption"), t.colour(tint), CENTRE)
    number = QRectF(box.left(), box.top() + px(22), box.width(), px(21))
    colour = tint if day.today or day.off else "text"
    draw_text(painter, number, day.number, t.font("heading", 600, tabular=True), t.colour(colour), CENTRE)


def _draw_places(painter: QPainter, box: QRectF, day: StripDay) -> None:
    t, px = theme(), theme().px
    for place in range(max(day.blocks, 0 if day.off else day.limit)):
        bottom = box.bottom() - px(8) - place * px(16)
        block = QRectF(box.left() + px(6), bottom - px(12), box.width() - px(12), px(12))
        if place >= day.blocks:
            _draw_dotted(painter, block, t.colour("border2"))
            continue
        amber = place < day.due_today
        draw_box(painter, block, px(3), fill=t.colour("today-bar" if amber else "accent"))
        if place >= day.limit:
            over = block.adjusted(-px(3), 0, px(3), 0)
            draw_box(painter, over, px(3), fill=t.colour("accent"), edge=t.colour("today-bar"), width=2)


def _draw_dotted(painter: QPainter, block: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 1)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(block.adjusted(0.5, 0.5, -0.5, -0.5), theme().px(3), theme().px(3))
