"""The hours grid of 6.10: seven bars from 0 to 24 with the hours in words; Enter on a day asks for its hours."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from ui.theme import theme
from ui.widgets.days import PaintedDays
from ui.widgets.painting import CENTRE, advance, draw_box, draw_focus, draw_text

MINUTES = 24 * 60
ROW = 24
HEAD = 28
SIDE = 16


class HoursDay(Struct, frozen=True):
    """One weekday: "Mon", "09:00 to 18:00", intervals in minutes from midnight, an exception this week."""

    name: str
    words: str
    intervals: tuple[tuple[int, int], ...] = ()
    off: bool = False
    exception: bool = False
    spoken: str = ""


class HoursGrid(PaintedDays[HoursDay]):
    """The seven days under one scale; `opened` carries the number of the day (0 is the first) as text."""

    def sizeHint(self) -> QSize:
        """A row of 24 for each day."""
        return QSize(theme().px(480), theme().px(HEAD + ROW * len(self._days) + 8))

    def minimumSizeHint(self) -> QSize:
        """Names, words and a bar that can still be read."""
        return QSize(int(self._left() + self._words_wide() + theme().px(120)), self.sizeHint().height())

    def cell_words(self, at: int) -> tuple[str, str]:
        """Number and sentence of a day."""
        day = self._days[at]
        return str(at), day.spoken or f"{day.name}, {day.words}"

    def cell_at(self, place: QPointF) -> int:
        """The row under the mouse."""
        at = int((place.y() - theme().px(HEAD)) // theme().px(ROW))
        return at if 0 <= at < self.cells() else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, the scale and the rows."""
        painter, t = QPainter(self), theme()
        draw_box(painter, QRectF(self.rect()), t.measure("radius_card"), fill=t.colour("bg"), edge=t.colour("border"))
        axis = QRectF(self._left(), 0, self.width() - self._left() - self._words_wide(), self.height())
        for hour in range(0, 25, 6):
            x = axis.left() + axis.width() * hour / 24
            painter.fillRect(QRectF(x, t.px(HEAD), 1, t.px(ROW * self.cells())), t.colour("border"))
            place = QRectF(x - t.px(20), t.px(6), t.px(40), t.px(20))
            draw_text(painter, place, f"{hour:02}", t.font("caption", 500, tabular=True), t.colour("text2"), CENTRE)
        for at, day in enumerate(self._days):
            self._draw_row(painter, axis, at, day)

    def _draw_row(self, painter: QPainter, axis: QRectF, at: int, day: HoursDay) -> None:
        t, px = theme(), theme().px
        top = px(HEAD + ROW * at)
        colour = t.colour("text2" if day.off else "text")
        draw_text(painter, QRectF(px(SIDE), top, axis.left(), px(ROW)), day.name, t.font("small", 500), colour)
        track = QRectF(axis.left(), top + px(6), axis.width(), px(12))
        draw_box(painter, track, px(4), fill=t.colour("off"))
        for start, end in ((start, end) for start, end in day.intervals if start < end):
            left = axis.left() + axis.width() * start / MINUTES
            bar = QRectF(left, track.top(), axis.width() * (end - start) / MINUTES, track.height())
            draw_box(painter, bar, px(4), fill=t.colour("accent"))
        words = QRectF(axis.right() + px(12), top, self._words_wide(), px(ROW))
        draw_text(painter, words, day.words, t.font("caption", tabular=True), t.colour("text2"))
        if day.exception:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.colour("text2"))
            painter.drawEllipse(QPointF(px(SIDE) - px(7), top + px(ROW) / 2), px(3), px(3))
        if self.hasFocus() and at == self.at:
            draw_focus(painter, QRectF(px(4), top, self.width() - px(8), px(ROW)), px(4))

    def _left(self) -> float:
        names = max((advance(day.name, theme().font("small", 500)) for day in self._days), default=0)
        return theme().px(SIDE) + names + theme().px(14)

    def _words_wide(self) -> float:
        words = max((advance(day.words, theme().font("caption", tabular=True)) for day in self._days), default=0)
        return theme().px(12) + words + theme().px(SIDE)
