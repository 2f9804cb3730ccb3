"""The snooze menu: an hour, this afternoon, the next working day, when they open, another time (6.3)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.facts.flags import Severity
from app.facts.today import Today, TodayCard
from app.facts.wall_time import local_date, start_instant
from ui.pages.today.snooze_dialog import SnoozeDialog, put_aside

if TYPE_CHECKING:
    from ui.workbench import Workbench

AFTERNOON_MINUTE = 15 * 60
HOUR = timedelta(hours=1)


class SnoozeMenu(QMenu):
    """Puts all reasons of a card aside; a late one asks for the reason first."""

    def __init__(self, workbench: Workbench, card: TodayCard, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._card = workbench, card
        self.setAccessibleName(workbench.words.text("Snooze"))
        self.aboutToHide.connect(self.deleteLater)
        for words, until in self._choices(today):
            action = self.addAction(words)
            action.setData(until)
        self.addSeparator()
        self.addAction(workbench.words.text("Another time…")).setData(None)
        self.triggered.connect(self._take)

    def _choices(self, today: Today) -> list[tuple[str, datetime]]:
        words, zone, now = self._workbench.words, self._workbench.zone, today.now
        hour = now + HOUR
        found = [(words.text("In 1 hour, at {time}", time=words.time(hour, zone)), hour)]
        afternoon = start_instant(today.owner.zone, local_date(today.owner.zone, now), AFTERNOON_MINUTE)
        if afternoon > hour:
            said = words.text("This afternoon, at {time}", time=words.time(afternoon, zone))
            found.append((said, afternoon))
        if today.next_opening is not None:
            moment = words.moment(today.next_opening, zone)
            found.append((words.text("Next working day: {at:day}, {at:time}", at=moment), today.next_opening))
        opens = self._card.clock.opens
        if opens is not None:
            said = words.text("When they open, {at:at}", at=words.moment(opens, zone, local_date(zone.key, now)))
            found.append((said, opens))
        return found

    def _take(self, action: QAction) -> None:
        until = action.data()
        if until is None or self._card.severity is Severity.LATE:
            SnoozeDialog(self._workbench, self._card, until, self._workbench.window).open()
        else:
            put_aside(self._workbench, self._card, until, "")
