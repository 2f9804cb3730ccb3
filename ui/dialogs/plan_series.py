"""The part of *Plan a call* about regular calls: how many, and the date of each, moved off days off (D13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.series import SeriesDate
from app.facts.visible import visible
from app.facts.wall_time import wall_instant
from app.papers.call_remarks import series_line
from app.words import Words
from ui.widgets.boxes import Column, Row
from ui.widgets.choice import Choice, ChoiceInput
from ui.widgets.picture import Picture
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox

COUNTS: Final = (2, 3, 4, 6, 8, 12)
USUAL: Final = "4"


class PlanSeries(Column):
    """`changed` when it is ticked or has another length; `show_dates` lists what would be planned."""

    changed = Signal()

    def __init__(self, words: Words, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._words, self._zone = words, zone
        row = self.add(Row(gap=12))
        self.box = row.add(CheckBox(words.text("Regular series")))
        counts = [Choice(str(n), words.plural("{n} call", "{n} calls", n)) for n in COUNTS]
        self.count = row.add(ChoiceInput(counts, USUAL))
        self.count.setAccessibleName(words.text("How many calls"))
        self.rhythm = row.add(Text("", "caption", colour="text2", wrap=True), 1)
        self.listed = self.add(Column(gap=4))
        self.dates: Sequence[SeriesDate] = ()
        self._offered = False
        self.box.toggled.connect(self._tell)
        self.count.chosen.connect(self._tell)
        self.show_dates(())

    @property
    def is_wanted(self) -> bool:
        """A series instead of one call."""
        return self.box.isChecked() and self._offered

    def offer(self, every_days: int) -> None:
        """Only where a rhythm is agreed."""
        words = self._words
        self._offered = every_days > 0
        self.setVisible(self._offered)
        self.rhythm.setText(
            words.plural("every {n} day by the agreement", "every {n} days by the agreement", every_days)
        )

    def show_dates(self, dates: Sequence[SeriesDate]) -> None:
        """What would be planned: day and hour there, and why one is not the day that the rhythm gives."""
        self.dates = dates
        self.count.setVisible(self.box.isChecked())
        self.listed.clear()
        for each in dates:
            row = self.listed.add(Row(gap=8))
            moved = each.on != each.ideal
            icon, colour = ("calendar-clock", "today") if moved or not each.fits else ("calendar", "text2")
            row.add(Picture(icon, colour, side=14, line="small"))
            row.add(Text(visible(self._line(each)), "small", colour="text", wrap=True), 1)
        self.listed.setVisible(bool(dates))

    def _line(self, each: SeriesDate) -> str:
        words = self._words
        said, here = series_line(words, each), each.at.astimezone(self._zone)
        if f"{here:%Y-%m-%dT%H:%M}" != each.local:
            said = words.text("{said} ({time} here)", said=said, time=f"{here:%H:%M}")
        if each.in_my_hours and each.in_their_hours:
            return said
        whose = words.text("outside your hours") if not each.in_my_hours else words.text("outside their hours")
        return f"{said} ({whose})"

    def _tell(self) -> None:
        self.changed.emit()


def there(local: str, mine: str, theirs: str) -> tuple[date, str]:
    """A wall time of mine as day and HH:MM on the wall of the client."""
    at = wall_instant(mine, local).astimezone(ZoneInfo(theirs))
    return at.date(), f"{at:%H:%M}"
