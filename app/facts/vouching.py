"""Who else can vouch for the journal, by its own record: heads that others hold, and how far each reaches (4.3)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Vouched(StrEnum):
    """From the best to none. By the journal's own record; a reader's verdict needs what the reader holds."""

    ACKNOWLEDGED = "ACKNOWLEDGED"
    HELD = "HELD"
    TIMED = "TIMED"
    UNANCHORED = "UNANCHORED"


class HeadHeld(Struct, frozen=True, kw_only=True):
    """One anchor: entry `entry` says that somebody holds the head of the first `size` entries.

    `how` is the word of the record (sheet, mail, stamp, reply, by_hand). `differs`: this journal has another head.
    """

    entry: int
    client: int
    client_name: str
    how: str
    at: datetime
    size: int
    head: str
    verdict: Vouched
    person: str = ""
    channel: str = ""
    period: str = ""
    """Of the paper that carries it: 2026-W47, 2026-11, or the last day of a final report."""
    report: int | None = None
    reply: int | None = None
    """The client's own message that quotes the head."""
    differs: bool = False
    authority: str = ""
    """Of a time stamp: the subject of the certificate that signed it."""


class Rung(Struct, frozen=True, kw_only=True):
    """The entries `first` to `last`, whose best anchor is `verdict`."""

    verdict: Vouched
    first: int
    last: int

    @property
    def count(self) -> int:
        """How many entries."""
        return max(0, self.last - self.first + 1)


class Vouching(Struct, frozen=True, kw_only=True):
    """The ladder over all `entries` (one rung per verdict, empty ones too), and the heads held, newest first."""

    entries: int
    head: str
    rungs: tuple[Rung, ...]
    heads: tuple[HeadHeld, ...] = ()

    @property
    def diverged(self) -> int:
        """How many anchors contradict this journal."""
        return sum(head.differs for head in self.heads)

    @property
    def covered(self) -> int:
        """The last entry that somebody else can vouch for."""
        return max((rung.last for rung in self.rungs if rung.verdict is not Vouched.UNANCHORED), default=0)


def rungs(entries: int, heads: tuple[HeadHeld, ...]) -> tuple[Rung, ...]:
    """A head vouches for all entries up to its size; each entry counts once, under its best anchor."""
    found: list[Rung] = []
    reached = 0
    for verdict in Vouched:
        own = [head.size for head in heads if head.verdict is verdict and not head.differs]
        last = entries if verdict is Vouched.UNANCHORED else max((size for size in own if size <= entries), default=0)
        found.append(Rung(verdict=verdict, first=reached + 1, last=max(last, reached)))
        reached = max(last, reached)
    return tuple(found)
