"""Days of the week to tick, in one line that wraps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.dialogs.agreement.day_hours import DAYS, day_name
from ui.widgets.flow import Flow
from ui.widgets.tick import CheckBox


class WeekdayPicks(Flow):
    """`changed` after each tick; `days` are the ticked ones in the order of the week."""

    changed = Signal()

    def __init__(self, words: Words, days: tuple[str, ...], name: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=14, line_gap=4, parent=parent)
        self.setAccessibleName(name)
        self.boxes: dict[str, CheckBox] = {}
        for number, day in enumerate(DAYS):
            box = CheckBox(day_name(words, number, short=True), checked=day in days)
            box.setAccessibleName(day_name(words, number))
            box.toggled.connect(self._say)
            self.boxes[day] = box
            self.add(box)

    @property
    def days(self) -> tuple[str, ...]:
        """The ticked days."""
        return tuple(day for day, box in self.boxes.items() if box.isChecked())

    def show_days(self, days: tuple[str, ...]) -> None:
        """Tick others without saying so."""
        for day, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(day in days)
            box.blockSignals(False)

    def _say(self) -> None:
        self.changed.emit()
