"""Weekly hours in a form (6.10): bars that the mouse draws, hours that are typed after Enter on a day."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.facts.calendar import clock_text
from app.facts.terms import Weekly
from app.facts.typed_hours import Spans, minutes, spans_text, with_day
from app.words import Words
from ui.dialogs.agreement.day_hours import DAYS, DayHours, day_name
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.hours import HoursDay, HoursGrid
from ui.widgets.picture import Picture
from ui.widgets.text import Text

GRAIN = 30
"""Minutes to which a drawn bar keeps."""
MOVED = 4
"""Pixels that make a drag out of a click."""


def hours_days(words: Words, week: Weekly) -> tuple[HoursDay, ...]:
    """The seven rows of the grid."""
    return tuple(_row(words, number, week.get(day, ())) for number, day in enumerate(DAYS))


def _row(words: Words, number: int, spans: Spans) -> HoursDay:
    text = spans_text(spans) or words.text("day off")
    if len(spans) == 1:
        text = words.text("{start} to {end}", start=spans[0][0], end=spans[0][1])
    spoken = f"{day_name(words, number)}, {text}"
    return HoursDay(day_name(words, number, short=True), text, minutes(spans), off=not spans, spoken=spoken)


class DrawnHours(HoursGrid):
    """The grid whose bars can be drawn; `drawn` carries a day and its new span."""

    drawn = Signal(int, object)

    def __init__(self, days: tuple[HoursDay, ...], name: str, parent: QWidget | None = None) -> None:
        self._from: tuple[int, float] | None = None
        self._bar: tuple[int, int] | None = None
        super().__init__(days, name, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter are the grid's, Ctrl+Enter is the window's."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a bar may begin to draw; on the words it is a click."""
        at = self.cell_at(event.position())
        self._bar = None
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton and self.axis().contains(event.position()):
            self.point(at)
            self._from = (at, event.position().x())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the bar that would be drawn."""
        if self._from is None or abs(event.position().x() - self._from[1]) < MOVED:
            return
        ends = sorted((self._minute(self._from[1]), self._minute(event.position().x())))
        if ends[0] < ends[1]:
            self._bar = (ends[0], ends[1])
            self.drawn.emit(self._from[0], ((clock_text(ends[0]), clock_text(ends[1])),))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that drew nothing asks for the hours."""
        if self._from is not None and self._bar is None:
            self.opened.emit(str(self._from[0]))
        self._from = None

    def axis(self) -> QRectF:
        """Where the bars lie."""
        return QRectF(self._left(), 0, self.width() - self._left() - self._words_wide(), self.height())

    def _minute(self, x: float) -> int:
        share = (x - self.axis().left()) / self.axis().width()
        return min(1440, max(0, round(share * 1440 / GRAIN) * GRAIN))


class HoursField(Column):
    """Label, hint, grid and what is wrong; `changed` after each change by the user."""

    changed = Signal()

    def __init__(self, words: Words, label: str, week: Weekly, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words, self.week = words, week
        head = self.add(Row(gap=8))
        self.label = head.add(Text(label, "small", weight=500, colour="text2"))
        head.add_space()
        self.hint = head.add(Text(hint, "caption", colour="text2"))
        self.grid = self.add(DrawnHours(hours_days(words, week), label))
        self.grid.setToolTip("")
        self.grid.opened.connect(self.ask)
        self.grid.drawn.connect(self.set_day)
        self._wrong = self.add(Row(gap=6))
        self._wrong.add(Picture("circle-alert", "late", side=14))
        self._error = self._wrong.add(Text("", "caption", weight=500, colour="late", wrap=True), 1)
        self._wrong.hide()

    @property
    def error(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._error.text()

    def set_error(self, text: str | None) -> None:
        """Say what is wrong under the grid."""
        self._error.setText(text or "")
        self._wrong.setVisible(bool(text))
        self.grid.speak()
        if text:
            self.grid.setAccessibleDescription(text)

    def set_week(self, week: Weekly) -> None:
        """Show other hours without saying so."""
        self.week = week
        self.grid.set_days(hours_days(self._words, week))

    def set_day(self, number: int, spans: Spans) -> None:
        """Take other hours for one day."""
        self.set_week(with_day(self.week, DAYS[number], spans))
        self.changed.emit()

    def ask(self, number: str) -> None:
        """Have the hours of a day typed."""
        day = int(number)
        dialog = DayHours(self._words, day, self.week.get(DAYS[day], ()), self.window())
        dialog.given.connect(self._take)
        dialog.open()

    def set_single(self, single: bool) -> None:
        """Let the hint stand down where there is no room for it."""
        self.hint.setVisible(not single and theme().scale < 1.5)

    def _take(self, numbers: tuple[int, ...], spans: Spans) -> None:
        for number in numbers:
            self.set_week(with_day(self.week, DAYS[number], spans))
        self.grid.setFocus()
        self.changed.emit()
