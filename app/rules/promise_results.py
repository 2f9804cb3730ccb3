"""What became of the dates told for an edit (W10): kept, moved in time, moved late, missed; one result per edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from app.facts.work import Delivery, Edit, Promise, Step, Told

if TYPE_CHECKING:
    from app.facts.statistics import Tally


class Result(StrEnum):
    """From best to worst."""

    KEPT = "kept"
    MOVED_IN_TIME = "moved_in_time"
    MOVED_LATE = "moved_late"
    MISSED = "missed"


_WORSE = list(Result).index


class ToldDate(Struct, frozen=True, kw_only=True):
    """A firm date, when it was told, and the instant at which it closes."""

    at: datetime
    on: date
    closing: datetime


class Round(Struct, frozen=True, kw_only=True):
    """An edit from its first told date to its delivery; a return by the client begins a new round.

    `dropped` ends a round without a delivery; `rests` are the times when my clock rested (D11), open at the end if
    None.
    """

    item: int
    begun: datetime
    told: tuple[ToldDate, ...]
    delivered: datetime | None = None
    dropped: datetime | None = None
    rests: tuple[tuple[datetime, datetime | None], ...] = ()


def binding_date(told: Round) -> ToldDate | None:
    """The last date told before the closing of the one it replaced; a late move binds nobody any more (W10)."""
    return _binding(told)[0]


def result_of_round(told: Round, now: datetime) -> Result | None:
    """Judged by `now`; None while nothing is decided: no date told, dropped, or undelivered before the last closing.

    A closing that came while my clock rested (D11) decides nothing either.
    """
    due, moved_late = _binding(told)
    if due is None:
        return None
    if told.delivered is None:
        last = told.told[-1].closing
        return None if told.dropped or now <= last or _rested_at(told, last) else Result.MISSED
    if told.delivered <= told.told[0].closing:
        return Result.KEPT
    if told.delivered <= due.closing:
        return Result.MOVED_IN_TIME
    return Result.MOVED_LATE if moved_late and told.delivered <= told.told[-1].closing else Result.MISSED


def result_of(edit: Edit, now: datetime) -> Result | None:
    """The result of an edit: the worst of its rounds; None while none of them is decided."""
    results = [result for each in rounds_of(edit) if (result := result_of_round(each, now))]
    return max(results, key=_WORSE, default=None)


def tally(results: Iterable[Result | None]) -> Tally:
    """Count results; what is still open is left out."""
    from app.facts.statistics import Tally  # no flag counts results, and the first page waits for no figures (Q2)

    found = list(results)
    return Tally(
        kept=found.count(Result.KEPT),
        moved_in_time=found.count(Result.MOVED_IN_TIME),
        moved_late=found.count(Result.MOVED_LATE),
        missed=found.count(Result.MISSED),
    )


def telling(edit: Edit, promise: Promise) -> Told | None:
    """What told a date (B8): its own entry, or the next message about the edit, which tells the newest date only."""
    if promise.told is not None:
        return promise.told
    newer = [each.at for each in edit.promises if each.entry > promise.entry]
    for each in edit.mentions:
        if each.at >= promise.at and each.to is None:
            return None if any(at <= each.at for at in newer) else Told(at=each.at, entry=each.entry)
    return None


def rounds_of(edit: Edit, rests: tuple[tuple[datetime, datetime | None], ...] = ()) -> tuple[Round, ...]:
    """The rounds of an edit as the tables hold it. Provisional and untold dates bind nobody (B8, F5)."""
    told = [
        ToldDate(at=said.at, on=promise.on, closing=promise.closing)
        for promise in edit.promises
        if not promise.provisional and (said := telling(edit, promise))
    ]
    found = []
    for start, end in _stretches(edit.returns):
        dates = tuple(date for date in told if _inside(date.at, start, end))
        delivered = _first_delivery(edit.deliveries, start, end)
        dropped = edit.ended.at if edit.ended and delivered is None else None
        if dates:
            found.append(
                Round(item=edit.number, begun=edit.begun, told=dates, delivered=delivered, dropped=dropped, rests=rests)
            )
    return tuple(found)


def _binding(told: Round) -> tuple[ToldDate | None, bool]:
    """The binding date, and whether a later one came too late."""
    due: ToldDate | None = None
    for each in told.told:
        if due is not None and each.at >= due.closing and not _rested_at(told, due.closing):
            return due, True
        due = each
    return due, False


def _rested_at(told: Round, closing: datetime) -> bool:
    """A closing that comes while my clock rests binds nobody (D11, F4)."""
    return any(start < closing and (end is None or closing <= end) for start, end in told.rests)


def _stretches(returns: tuple[Step, ...]) -> Iterator[tuple[datetime | None, datetime | None]]:
    borders = [None, *sorted(step.at for step in returns), None]
    yield from pairwise(borders)


def _inside(at: datetime, start: datetime | None, end: datetime | None) -> bool:
    return (start is None or at >= start) and (end is None or at < end)


def _first_delivery(deliveries: tuple[Delivery, ...], start: datetime | None, end: datetime | None) -> datetime | None:
    return min((each.at for each in deliveries if _inside(each.at, start, end)), default=None)
