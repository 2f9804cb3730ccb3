"""Entries of a client that a bag does not show, and whether each is accounted for (4-evidence 4.5)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from msgspec import Struct

from app.ledger.findings import Count, Finding, finding
from app.words import N_


class Shown(Struct, frozen=True):
    """The links of a record that is there."""

    seq: int
    cseq: int
    cprev: str | None


class Listed:
    """The hashes of the list, 32 bytes each, by entry number from 1."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def __len__(self) -> int:
        return len(self._bytes) // 32

    def add(self, digest: bytes) -> None:
        """The next line's."""
        self._bytes += digest

    def at(self, seq: int) -> str:
        """Of that entry, in hex."""
        return self._bytes[32 * seq - 32 : 32 * seq].hex()

    def find(self, digest: str, after: int, before: int) -> int | None:
        """The entry with that hash whose number lies between the two."""
        wanted, place = bytes.fromhex(digest), 32 * after
        while (place := self._bytes.find(wanted, place, 32 * (before - 1))) >= 0:
            if place % 32 == 0:
                return place // 32 + 1
            place += 1
        return None


class Accounted:
    """What the bag itself says of the entries it does not show."""

    def __init__(self, private: Collection[int], erased: Collection[int], outside: Sequence[range]) -> None:
        self.named = frozenset(private) | frozenset(erased)
        self._outside = tuple(outside)
        self._private = sorted(private)
        self._erased = sorted(set(erased) - set(private))
        self._twice = sorted(seq for seq in self.named if self._lies_outside(seq))

    def accounts_for(self, seq: int) -> bool:
        """Whether that entry may be missing."""
        return seq in self.named or self._lies_outside(seq)

    def between(self, after: int, before: int) -> tuple[int, int, int]:
        """Between two numbers: how many are called private, are erased, may lie outside the period."""
        inside = range(after + 1, before)
        outside = sum(_overlap(inside, span) for span in self._outside)
        private, erased, twice = (_between(some, inside) for some in (self._private, self._erased, self._twice))
        return private, erased, outside - twice

    def _lies_outside(self, seq: int) -> bool:
        return any(seq in span for span in self._outside)


class Holes:
    """Fed with the shown records of one client in order; sums up what is missing between them, and why."""

    def __init__(self, listed: Listed, accounted: Accounted) -> None:
        self.problems: list[Finding] = []
        self._listed = listed
        self._accounted = accounted
        self._last = Shown(0, 0, None)
        self._count = {"shown": 0, "private": 0, "redacted": 0, "outside_period": 0, "withheld": 0}

    def add(self, shown: Shown) -> None:
        """The client's next record that is there."""
        missing = shown.cseq - self._last.cseq - 1
        if missing == 0:
            before = self._listed.at(self._last.seq) if self._last.seq else None
            if shown.cprev != before:
                self._break(shown)
        elif missing < 0 or shown.cprev is None:
            self._break(shown)
        else:
            self._bridge(shown, shown.cprev, missing)
        self._count["shown"] += 1
        self._last = shown

    def count(self) -> Count:
        """How many are shown and why the others are not; those named after the last one shown included."""
        private, erased, _ = self._accounted.between(self._last.seq, len(self._listed) + 1)
        return Count(
            **{
                **self._count,
                "private": self._count["private"] + private,
                "redacted": self._count["redacted"] + erased,
            }
        )

    def _bridge(self, shown: Shown, cprev: str, missing: int) -> None:
        """A hole: `cprev` says which entry ends it, `cseq` how many it holds; all must be named."""
        private, erased, outside = self._accounted.between(self._last.seq, shown.seq)
        before = self._listed.find(cprev, self._last.seq, shown.seq)
        if before is None:
            self._break(shown)
            return
        unnamed = missing - private - erased
        withheld = max(0, unnamed - outside)
        if withheld == 0 and not self._accounted.accounts_for(before):
            withheld = 1
        if unnamed < 0:
            self._break(shown)
        if withheld:
            text = N_(
                "WITHHELD: {count} of this client's entries between {first} and {last} are not here, unexplained."
            )
            self.problems.append(
                finding("withheld", text, count=withheld, first=self._last.seq + 1, last=shown.seq - 1)
            )
        for reason, number in (("private", private), ("redacted", erased), ("withheld", withheld)):
            self._count[reason] += number
        self._count["outside_period"] += max(0, unnamed - withheld)

    def _break(self, shown: Shown) -> None:
        text = N_("Entry {seq} does not follow the entry before it of its client.")
        self.problems.append(finding("cprev", text, seq=shown.seq))


def _between(some: Sequence[int], inside: range) -> int:
    return max(0, bisect_left(some, inside.stop) - bisect_left(some, inside.start))


def _overlap(one: range, other: range) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def add_counts(counts: Sequence[Count]) -> Count:
    """All clients together."""
    return Count(
        shown=sum(one.shown for one in counts),
        redacted=sum(one.redacted for one in counts),
        private=sum(one.private for one in counts),
        outside_period=sum(one.outside_period for one in counts),
        withheld=sum(one.withheld for one in counts),
    )
