"""What a version of an agreement would change from a day on, and what it will not (1.2, D8), before it is made."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Kept(Struct, frozen=True):
    """Open items of one noun that keep the terms they began under."""

    noun: str
    """edits, requests, calls, stages …"""
    items: tuple[int, ...]
    titles: tuple[str, ...]


class Judged(Struct, frozen=True):
    """So many of `all` are in order by the terms until now, and by the new ones."""

    all: int
    before: int
    after: int

    @property
    def differs(self) -> bool:
        """Whether the new terms judge any of them otherwise."""
        return self.before != self.after


class Effect(Struct, frozen=True, kw_only=True):
    """Everything but `keeps` looks at what happened since `effective_from`; in the future nothing has."""

    effective_from: date
    today: date
    until: date | None = None
    """From this day on a later version counts, which is there already."""
    keeps: tuple[Kept, ...] = ()
    answers: Judged = Judged(0, 0, 0)
    """My answers since then: given in time."""
    messages: Judged = Judged(0, 0, 0)
    """What was written since then, by either side: in agreed channels."""
    quota: Judged = Judged(0, 0, 0)
    """First messages of this week: written, and how many are asked for."""
    reasons: Judged = Judged(0, 0, 0)
    """Reasons to write that stand today; the confirmation of the version itself is none of them."""
    late: Judged = Judged(0, 0, 0)
    """Those of them that are late."""

    @property
    def starts_in_the_past(self) -> bool:
        """Whether something that has happened is judged anew."""
        return self.effective_from < self.today

    @property
    def kept(self) -> int:
        """How many open items keep their terms."""
        return sum(len(each.items) for each in self.keeps)
