"""What a field holds when it is a moment: a date with its weekday, a time of day."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QTimeEdit, QWidget

from ui.theme import follow_theme, theme


class DateInput(QDateEdit):
    """A date written with its weekday in `language` ("en", "ru", "es"); arrows change the part under the cursor."""

    changed = Signal(object)

    def __init__(self, day: date, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self.setCalendarPopup(False)
        self.set_language(language)
        self.dateChanged.connect(self._say)
        follow_theme(self)

    @property
    def day(self) -> date:
        """The date in the field."""
        at = self.date()
        return date(at.year(), at.month(), at.day())

    def set_day(self, day: date) -> None:
        """Put another date in."""
        self.setDate(QDate(day.year, day.month, day.day))

    def set_language(self, language: str) -> None:
        """Write weekday and month in another language."""
        self.setLocale(QLocale(language))
        order = {"es": "dddd, d 'de' MMMM 'de' yyyy"}
        self.setDisplayFormat(order.get(language[:2], "dddd, d MMMM yyyy"))

    def restyle(self) -> None:
        """Take the font at the present text scale."""
        self.setFont(theme().font("body"))
        self.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leaves the field: what is written in it is reached with the arrows and Home."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it changes no date."""
        event.ignore()

    def _say(self) -> None:
        self.changed.emit(self.day)


class TimeInput(QTimeEdit):
    """A time of day, 24 hours."""

    changed = Signal(object)

    def __init__(self, at: time, parent: QWidget | None = None) -> None:
        super().__init__(QTime(at.hour, at.minute), parent)
        self.setDisplayFormat("HH:mm")
        self.timeChanged.connect(self._say)
        follow_theme(self)

    @property
    def at(self) -> time:
        """The time in the field, whole minutes."""
        return time(self.time().hour(), self.time().minute())

    def set_at(self, at: time) -> None:
        """Put another time in."""
        self.setTime(QTime(at.hour, at.minute))

    def restyle(self) -> None:
        """Take the font at the present text scale."""
        self.setFont(theme().font("body", tabular=True))
        self.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab leaves the field."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, it changes no time."""
        event.ignore()

    def _say(self) -> None:
        self.changed.emit(self.at)
