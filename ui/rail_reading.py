"""Keeps the rail's words: counts and clients out of a reading of the day, and when the journal was checked (6.2)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.frame_words import rail_content

if TYPE_CHECKING:
    from app.facts.today import Today
    from app.journal.journal import Journal
    from ui.widgets.rail import Rail
    from ui.workbench import Workbench

CHECK_MS = 3_000
CHECKED_BY_ITSELF = 20_000
"""Entries up to which the journal is checked after each start; a larger one is checked when its owner wants."""


class RailReading(QObject):
    """`show_day` takes a reading that a page made; `read` makes one."""

    def __init__(self, workbench: Workbench, rail: Rail) -> None:
        super().__init__(rail)
        self._workbench, self._rail = workbench, rail
        self._day: Today | None = None
        self._here = ("today", 0)
        workbench.looked_over.connect(self.say)
        QTimer.singleShot(CHECK_MS, self, self.check)

    def read(self) -> None:
        """Read the day beside the window."""
        self._workbench.ask_day(self.show_day)

    def show_day(self, day: Today) -> None:
        """Take another reading."""
        self._day = day
        self.say()

    def stand_at(self, page: str, client: int) -> None:
        """Mark the page that is shown."""
        self._here = (page, client)
        self._rail.set_current(page, str(client) if client else "")

    def say(self) -> None:
        """Say it all in the language of the moment."""
        self._rail.set_content(rail_content(self._workbench.words, self._day, self._workbench.checked))
        self.stand_at(*self._here)

    def check(self) -> None:
        """Look a small journal over once, beside the window; a clean check is no entry."""
        bench = self._workbench
        if bench.checked is None:
            bench.ask(partial(_look_over, bench.journal), self._looked_over, aside=True)

    def _looked_over(self, sound: bool | None) -> None:
        if sound is not None:
            self._workbench.note_check(sound=sound)


def _look_over(journal: Journal) -> bool | None:
    """Whether the journal is sound; None for one too large to be checked unasked."""
    from app.journal.evidence_page import check

    return check(journal).sound if journal.size_and_head()[0] <= CHECKED_BY_ITSELF else None
