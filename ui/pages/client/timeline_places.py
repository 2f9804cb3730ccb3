"""Where the rows of a timeline stand: one row is held at a height of the window, the others lie around it.

Only rows that are looked at are ever measured, and nothing moves when lines come or go above or below.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from ui.pages.client.timeline_model import TimelineModel

Heights = Callable[[int], tuple[int, int]]
"""Of a row: what stands above its content (a gap, the heading of a day), and the content with it, in pixels."""


class Placed(Struct, frozen=True):
    """A row and where it lies in the window, in pixels from its top edge."""

    row: int
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """The first pixel below."""
        return self.top + self.height


class Places:
    """Holds the content of one line at a height; `high` is the height of the window in pixels."""

    def __init__(self, lines: TimelineModel, heights: Heights) -> None:
        self._lines, self._heights = lines, heights
        self.seq, self.content = 0, 0
        self.high = 0

    def hold(self, row: int, content: int) -> None:
        """Let the content of a row begin at a height."""
        self.seq, self.content = self._lines.lines[row].entry.seq, content

    def held(self) -> int:
        """The row that is held; the last one where its line was let go."""
        row = self._lines.row_of(self.seq)
        return row if row >= 0 else len(self._lines.lines) - 1

    def placed(self, row: int) -> Placed:
        """Where a row lies; what lies between it and the held one is measured."""
        at = self.held()
        top = self.content - self._heights(at)[0]
        if row >= at:
            top += sum(self._heights(each)[1] for each in range(at, row))
        else:
            top -= sum(self._heights(each)[1] for each in range(row, at))
        return Placed(row, top, self._heights(row)[1])

    def seen(self) -> list[Placed]:
        """The rows in the window, from its top."""
        if not self._lines.lines:
            return []
        at = self.held()
        here = self.placed(at)
        above, below = [], []
        row, top = at, here.top
        while top > 0 and row > 0:
            row -= 1
            height = self._heights(row)[1]
            top -= height
            above.append(Placed(row, top, height))
        row, top = at, here.top
        while row < len(self._lines.lines) and top < self.high:
            height = self._heights(row)[1]
            below.append(Placed(row, top, height))
            row, top = row + 1, top + height
        return [each for each in (*above[::-1], *below) if each.bottom > 0 and each.top < self.high]

    def move(self, pixels: int) -> None:
        """Scroll: positive towards the newest line. Ends where the lines end."""
        self.content -= pixels
        self.settle()

    def settle(self) -> None:
        """Leave no room beyond the first and the last line, and hold the topmost row in the window."""
        count = len(self._lines.lines)
        if not count:
            return
        seen = self.seen()
        if not seen or seen[-1].row == count - 1:
            self.content += max(0, self.high - self.placed(count - 1).bottom)
            seen = self.seen()
        if not seen or seen[0].row == 0:
            self.content -= max(0, self.placed(0).top)
            seen = self.seen()
        self._hold_first(seen)

    def _hold_first(self, seen: list[Placed]) -> None:
        for each in seen:
            content = each.top + self._heights(each.row)[0]
            if content >= 0 or each is seen[-1]:
                self.hold(each.row, content)
                return

    def to_end(self) -> None:
        """Stand at the last line."""
        if self._lines.lines:
            last = len(self._lines.lines) - 1
            above, height = self._heights(last)
            self.hold(last, self.high - height + above)
            self.settle()

    @property
    def is_at_start(self) -> bool:
        """Whether the first line of all is wholly in view."""
        seen = self.seen()
        return self._lines.at_start and (not seen or (seen[0].row == 0 and seen[0].top >= 0))

    @property
    def is_at_end(self) -> bool:
        """Whether the last line of all is wholly in view."""
        seen = self.seen()
        last = len(self._lines.lines) - 1
        return self._lines.at_end and (not seen or (seen[-1].row == last and seen[-1].bottom <= self.high + 2))

    def instant(self) -> datetime | None:
        """When what stands at the top edge happened, between two lines by how much of the upper one is out of sight."""
        seen = self.seen()
        if not seen:
            return None
        first, lines = seen[0], self._lines.lines
        at = lines[first.row].entry.happened
        if first.row + 1 == len(lines):
            return at
        gone = min(1.0, max(0.0, -first.top / first.height))
        return at + (lines[first.row + 1].entry.happened - at) * gone
