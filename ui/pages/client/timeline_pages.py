"""Fetches the lines of a timeline by pages: the newest, older and newer ones, those around an entry or an instant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.facts.entries import Entry
from app.facts.timeline import Line
from ui.pages.client.timeline_model import MORE, PAGE, TimelineModel

if TYPE_CHECKING:
    from ui.workbench import Workbench

SECOND = timedelta(seconds=1)
BEFORE = 15
"""So many lines before a place that is jumped to come with it."""
BEGINNING = datetime(1, 1, 2, tzinfo=UTC)
"""Before everything, in any zone."""


class TimelinePages:
    """Fills the model of one client; every page costs the same at any depth."""

    def __init__(self, workbench: Workbench, lines: TimelineModel) -> None:
        self._reading, self._lines = workbench.journal.reading, lines
        self.client = 0

    def newest(self, client: int) -> None:
        """The newest page of a client."""
        self.client = client
        page = self._reading.lines(client, limit=PAGE)
        self._lines.show(page, at_start=len(page) < PAGE, at_end=True)

    def oldest(self) -> None:
        """The first page of the client."""
        page, _ = self._reading.lines_around(self.client, BEGINNING, before=0, after=PAGE)
        self._lines.show(page, at_start=True, at_end=len(page) < PAGE)

    def renew(self) -> bool:
        """Read the loaded lines anew: an edit may stand otherwise, an entry may be corrected since.

        False when they do not stand where they stood: the window is to be shown anew.
        """
        loaded = self._lines.lines
        if not loaded:
            return False
        if not self._lines.at_end:
            end = loaded[-1].entry.happened + SECOND
            return self._lines.replace(self._reading.lines(self.client, end=end, limit=len(loaded)))
        return self._lines.renew(self._reading.lines(self.client, limit=max(PAGE, len(loaded))))

    def older(self) -> None:
        """More lines before the first one."""
        self._lines.add_older(self.beside(self._lines.lines[0].entry, older=True))

    def newer(self) -> None:
        """More lines after the last one."""
        self._lines.add_newer(self.beside(self._lines.lines[-1].entry, older=False))

    def beside(self, entry: Entry, *, older: bool) -> tuple[Line, ...]:
        """The lines before or after an entry; only reads, in any thread."""
        if older:
            return self._reading.lines(entry.client, before=entry, limit=MORE)
        return self._reading.lines(entry.client, after=entry, limit=MORE)

    def around(self, seq: int) -> bool:
        """The lines around an entry of this client; False for another client's."""
        entry = self._reading.entry(seq)
        if entry.client != self.client:
            return False
        self._show_around(entry.happened, seq)
        return True

    def at(self, instant: datetime) -> int:
        """The lines around an instant; gives how many of them lie before it."""
        return self._show_around(instant)

    def any_before(self, instant: datetime) -> bool:
        """Whether anything of the client happened before an instant."""
        return bool(self._reading.lines(self.client, end=instant, limit=1))

    def begun(self) -> datetime | None:
        """When the client's first entry happened."""
        first, _ = self._reading.lines_around(self.client, BEGINNING, before=0, after=1)
        return first[0].entry.happened if first else None

    def _show_around(self, instant: datetime, seq: int = 0) -> int:
        """More after the place than before it: it stands at the top of the window or in its middle."""
        lines, earlier = self._reading.lines_around(self.client, instant, seq, before=BEFORE, after=MORE)
        self._lines.show(lines, at_start=earlier < BEFORE, at_end=len(lines) - earlier < MORE)
        return earlier
