"""Fetches the lines of a timeline by pages: the newest, older and newer ones, those around an instant."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from ui.pages.client.timeline_model import PAGE, TimelineModel

if TYPE_CHECKING:
    from ui.workbench import Workbench

SECOND = timedelta(seconds=1)
AFTER = 20
"""So many lines after a day that is gone to are loaded with it."""


class TimelinePages:
    """Fills the model of one client; every page costs the same at any depth."""

    def __init__(self, workbench: Workbench, lines: TimelineModel) -> None:
        self._reading, self._lines = workbench.journal.reading, lines
        self.client = 0

    def newest(self, client: int) -> bool:
        """Read the newest page; True when the window was shown anew, False when only what changed was taken."""
        if client == self.client and self._lines.lines and self._renew():
            return False
        self.client = client
        page = self._reading.lines(client, limit=PAGE)
        self._lines.show(page, at_start=len(page) < PAGE, at_end=True)
        return True

    def _renew(self) -> bool:
        """Read the loaded lines anew: an edit may stand otherwise, an entry may be corrected since."""
        loaded = self._lines.lines
        if not self._lines.at_end:
            end = loaded[-1].entry.happened + SECOND
            return self._lines.replace(self._reading.lines(self.client, end=end, limit=len(loaded)))
        return self._lines.renew(self._reading.lines(self.client, limit=max(PAGE, len(loaded))))

    def older(self) -> None:
        """A page before the first line."""
        first = self._lines.lines[0].entry
        self._lines.add_older(self._reading.lines(self.client, before=first, limit=PAGE))

    def newer(self) -> None:
        """A page after the last line."""
        last = self._lines.lines[-1].entry
        self._lines.add_newer(self._reading.lines(self.client, after=last, limit=PAGE))

    def around(self, end: datetime) -> int:
        """The lines around an instant; gives how many of them lie before it."""
        before = self._reading.lines(self.client, end=end, limit=PAGE)
        if before:
            after = self._reading.lines(self.client, after=before[-1].entry, limit=AFTER)
            self._lines.show([*before, *after], at_start=len(before) < PAGE, at_end=len(after) < AFTER)
        return len(before)

    def instant_of(self, seq: int) -> datetime | None:
        """When an entry of this client happened; None for another client's."""
        entry = self._reading.entry(seq)
        return entry.happened if entry.client == self.client else None
