"""Own days off as the client meets them: stretches of working days lost, and since when they are written down (F28)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from app.facts.calendar import Calendar, OffReason
from app.facts.snapshot import OffSince
from app.rules.working_time import is_working_day, next_working_day, previous_working_day

_DAY = timedelta(days=1)
FEWEST_DAYS = 2
"""An absence shorter than that need not be told."""
AHEAD_DAYS = 5
"""An absence is to be told when it begins within so many working days."""


class Absence(Struct, frozen=True):
    """The first and the last working day that is lost to own days off, and how many there are."""

    first: date
    last: date
    days: int


class Change(Struct, frozen=True):
    """One owner.changed: the days off it names; None when it says nothing of them."""

    entry: int
    at: datetime
    days_off: tuple[tuple[date, date], ...] | None


@lru_cache(maxsize=1024)
def absences_ahead(calendar: Calendar, today: date) -> tuple[Absence, ...]:
    """Absences of two working days or more that begin within five working days, none that has begun (F28).

    Weekends and holidays between own days off do not part them, a worked day does.
    """
    if not any(each.reason is OffReason.OWN and each.last > today for each in calendar.days_off):
        return ()
    usual = _without_own(calendar)
    found, day = [], today
    for _ in range(AHEAD_DAYS):
        day = next_working_day(usual, day)
        if not is_working_day(calendar, day) and _is_first(calendar, usual, day):
            found.append(_from(calendar, usual, day))
    return tuple(each for each in found if each.days >= FEWEST_DAYS)


@lru_cache(maxsize=256)
def _without_own(calendar: Calendar) -> Calendar:
    """The days that would be worked without days off of my own."""
    return replace(calendar, days_off=tuple(each for each in calendar.days_off if each.reason is not OffReason.OWN))


def _is_first(calendar: Calendar, usual: Calendar, day: date) -> bool:
    return is_working_day(calendar, previous_working_day(usual, day))


def _from(calendar: Calendar, usual: Calendar, first: date) -> Absence:
    last, days, day = first, 0, first
    while not is_working_day(calendar, day):
        last, days = day, days + 1
        day = next_working_day(usual, day)
    return Absence(first, last, days)


def off_since(changes: Iterable[Change], begin: date, end: date) -> tuple[OffSince, ...]:
    """Own days off from `begin` to `end` and the change that brought each, oldest first.

    A day belongs to the first change that names it, for as long as every later change that speaks of days off names
    it too: entering another holiday, or the same list once more, does not make an old one new.
    """
    brought: dict[date, Change] = {}
    for change in changes:
        if change.days_off is not None:
            named = _days(change.days_off, begin, end)
            brought = {day: brought.get(day, change) for day in named}
    ordered = sorted(brought)
    runs = groupby(enumerate(ordered), lambda each: (each[1].toordinal() - each[0], brought[each[1]].entry))
    found = []
    for _, run in runs:
        days = [day for _, day in run]
        change = brought[days[0]]
        found.append(OffSince(entry=change.entry, at=change.at, first=days[0], last=days[-1]))
    return tuple(found)


def _days(ranges: Iterable[tuple[date, date]], begin: date, end: date) -> list[date]:
    found = []
    for first, last in ranges:
        first, last = max(first, begin), min(last, end)
        found += [first + n * _DAY for n in range((last - first).days + 1)]
    return found
