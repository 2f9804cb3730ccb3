"""The next dates of a regular call: the agreed rhythm at one wall hour of the client, moved off days off (D13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from app.facts.calendar import Calendar
from app.facts.series import DayOffOf, SeriesDate
from app.facts.wall_time import local_date, wall_instant
from app.rules.day_table import table_of
from app.rules.working_time import in_hours

MOST_DATES = 60
_DAY = timedelta(days=1)


class Rhythm(Struct, frozen=True, kw_only=True):
    """Every so many calendar days, give or take; `hour` is HH:MM on the client's wall in `zone`."""

    every_days: int
    tolerance_days: int
    hour: str
    zone: str


def series(
    rhythm: Rhythm, last: date, mine: Calendar, theirs: Calendar, count: int, not_before: date | None = None
) -> Iterator[SeriesDate]:
    """The next `count` dates after the call of `last` (a day in the client's zone).

    Every ideal day is a whole number of rhythms after `last`. Where it is a day off of either side, the nearest day
    within the tolerance is taken, the later one of two; but none so late that the call before lies further back than
    rhythm and tolerance together (F13), and none before `not_before`.
    """
    before, ideal = last, last
    for _ in range(min(count, MOST_DATES)):
        ideal += rhythm.every_days * _DAY
        latest = before + (rhythm.every_days + rhythm.tolerance_days) * _DAY
        found = _nearest(rhythm, ideal, max(before + _DAY, not_before or date.min), latest, mine, theirs)
        before = found.on
        yield found


def first_free(rhythm: Rhythm, day: date, mine: Calendar, theirs: Calendar) -> date:
    """The first day from `day` on that neither side has off; `day` itself where there is none for a whole rhythm."""
    ahead = (day + n * _DAY for n in range(rhythm.every_days + 1))
    return next((each for each in ahead if not days_off(rhythm, each, mine, theirs)), day)


def _nearest(rhythm: Rhythm, ideal: date, earliest: date, latest: date, mine: Calendar, theirs: Calendar) -> SeriesDate:
    for off in _offsets(rhythm.tolerance_days):
        day = ideal + off * _DAY
        if earliest <= day <= latest and not days_off(rhythm, day, mine, theirs):
            between = _between(rhythm, ideal, day, mine, theirs)
            return _dated(rhythm, day, ideal, between, mine, theirs, fits=True)
    return _dated(rhythm, ideal, ideal, days_off(rhythm, ideal, mine, theirs), mine, theirs, fits=False)


def _offsets(most: int) -> Iterator[int]:
    """0, 1, -1, 2, -2 …"""
    yield 0
    for n in range(1, most + 1):
        yield n
        yield -n


def days_off(rhythm: Rhythm, day: date, mine: Calendar, theirs: Calendar) -> tuple[DayOffOf, ...]:
    """Who has the day of the call off: mine is the day that its hour falls on where I am."""
    at = wall_instant(rhythm.zone, f"{day}T{rhythm.hour}")
    here = local_date(mine.zone, at)
    found = [(day, "client", table_of(theirs).off(day)), (here, "me", table_of(mine).off(here))]
    return tuple(DayOffOf(on=on, whose=whose, why=off[1]) for on, whose, off in found if off is not None)


def _between(rhythm: Rhythm, ideal: date, day: date, mine: Calendar, theirs: Calendar) -> tuple[DayOffOf, ...]:
    """What stood in the way, from the rhythm's day on towards the day taken."""
    if day == ideal:
        return ()
    return days_off(rhythm, ideal, mine, theirs)


def _dated(
    rhythm: Rhythm,
    day: date,
    ideal: date,
    in_the_way: tuple[DayOffOf, ...],
    mine: Calendar,
    theirs: Calendar,
    *,
    fits: bool,
) -> SeriesDate:
    local = f"{day}T{rhythm.hour}"
    at = wall_instant(rhythm.zone, local)
    return SeriesDate(
        local=local,
        zone=rhythm.zone,
        at=at,
        on=day,
        ideal=ideal,
        in_the_way=in_the_way,
        fits=fits,
        in_my_hours=in_hours(mine, at),
        in_their_hours=in_hours(theirs, at),
    )
