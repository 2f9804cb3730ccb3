"""Which entries of a client a bag shows, and which it leaves out and names (4.5)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from msgspec import Struct

from app.facts.statement import Gap, GapReason
from app.facts.wall_time import local_date
from app.storage.shelf.bag import LogLine
from app.storage.shelf.entries import body_of, instant

_PRIVATE_KINDS = ("planning.held",)


class Scope(Struct, frozen=True, kw_only=True):
    """Lines to show; numbers of private, erased and out-of-period entries."""

    shown: tuple[LogLine, ...]
    private: tuple[int, ...]
    redacted: tuple[int, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]


def scope_of(lines: Iterable[LogLine], zone: str, first: date | None, last: date | None) -> Scope:
    """Sort a client's entries by why they are shown or not; a word about a private entry is as private as the entry."""
    lines = tuple(lines)
    made_private = _made_private(lines)
    shown: list[LogLine] = []
    private: dict[int, None] = {}
    redacted: list[int] = []
    before: list[int] = []
    after: list[int] = []
    for line in lines:
        day = local_date(zone, instant(line.happened))
        if line.record is None:
            redacted.append(line.seq)
        elif line.seq in made_private or _is_private(line, private):
            private[line.seq] = None
        elif first and day < first:
            before.append(line.seq)
        elif last and day > last:
            after.append(line.seq)
        else:
            shown.append(line)
    return Scope(
        shown=tuple(shown),
        private=tuple(private),
        redacted=tuple(redacted),
        before=tuple(before),
        after=tuple(after),
    )


def _made_private(lines: Iterable[LogLine]) -> frozenset[int]:
    """Entries that a later correction made private: what was not meant for the client has not left yet."""
    changes = (body_of(line.record) for line in lines if line.kind == "entry.corrected")
    return frozenset(change["of"] for change in changes if change.get("set", {}).get("private"))


def _is_private(line: LogLine, private: dict[int, None]) -> bool:
    """Notes marked so, every flag.*, planning.held, and corrections or retractions of private entries."""
    if line.kind.startswith("flag.") or line.kind in _PRIVATE_KINDS:
        return True
    body = body_of(line.record)
    return bool(body.get("private")) or (line.kind.startswith("entry.") and body.get("of") in private)


def holes_of(scope: Scope) -> dict[GapReason, tuple[tuple[int, ...], str]]:
    """Every reason for which entries are not shown: their numbers, and the same in words of bag-info.txt (4.5)."""
    every = {*(line.seq for line in scope.shown), *scope.private, *scope.redacted, *scope.before, *scope.after}
    return {
        GapReason.PRIVATE: (scope.private, number_spans(scope.private)),
        GapReason.REDACTED: (scope.redacted, number_spans(scope.redacted)),
        GapReason.BEFORE_PERIOD: (scope.before, number_spans(scope.before, every - {*scope.before})),
        GapReason.AFTER_PERIOD: (scope.after, number_spans(scope.after, every - {*scope.after})),
    }


def gaps_of(scope: Scope) -> tuple[Gap, ...]:
    """What the statement says of the entries that are not shown."""
    holes = holes_of(scope)
    return tuple(Gap(reason=why, numbers=said, count=len(found)) for why, (found, said) in holes.items() if found)


def number_spans(numbers: Sequence[int], others: Collection[int] | None = None) -> str:
    """`12 40 1-118`: runs of following numbers as spans.

    With the client's `others` a span goes on up to the next of them: what lies between and is another client's is no
    hole of this one.
    """
    stops = None if others is None else sorted(others)
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and _goes_on(spans[-1][1], number, stops):
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in spans)


def _goes_on(last: int, number: int, stops: Sequence[int] | None) -> bool:
    if stops is None:
        return number == last + 1
    return bisect_right(stops, last) == bisect_left(stops, number)
