"""Working days and working hours (W3–W7, W11, W12): two units that are never turned into one another; sums in UTC."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from app.errors import Refused
from app.facts.calendar import Calendar
from app.facts.wall_time import end_instant, local_date
from app.rules.day_table import DayTable, table_of
from app.words import N_

SEARCH_DAYS = 400
_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_NOTHING = timedelta()


class NoWorkingDay(Refused):
    """W1: a search met 400 days in a row without a working day."""

    def __init__(self, day: date) -> None:
        super().__init__(N_("No working day was found within 400 days of {day}. Shorten the days off."), day=day)


def is_working_day(calendar: Calendar, day: date) -> bool:
    """W1: a local date with at least one interval."""
    return table_of(calendar).is_working(day)


def opening(calendar: Calendar, day: date) -> datetime | None:
    """UTC of the first opening of a day; None when it has no hours."""
    bounds = table_of(calendar).bounds(day)
    return bounds[0] if bounds else None


@lru_cache(maxsize=16_384)
def closing(calendar: Calendar, day: date) -> datetime:
    """UTC of the last closing of a day; a day without hours closes at 24:00 local (W8)."""
    bounds = table_of(calendar).bounds(day)
    return bounds[1] if bounds else end_instant(calendar.zone, day)


def in_hours(calendar: Calendar, at: datetime) -> bool:
    """Whether the instant lies inside working hours."""
    return next_opening(calendar, at) == at


def next_opening(calendar: Calendar, at: datetime) -> datetime:
    """W3: `at` if it lies in an interval, else the start of the next one. NoWorkingDay after 400 empty days."""
    start, _ = next(_hours_from(calendar, at))
    return start


def add_working_minutes(calendar: Calendar, at: datetime, minutes: int) -> datetime:
    """W4: spend `minutes` real minutes inside intervals from the next opening on; a full sum ends at a closing."""
    left = timedelta(minutes=minutes)
    for start, end in _hours_from(calendar, at):
        if left <= end - start:
            return start + left
        left -= end - start
    raise AssertionError("hours never end without saying so")


def working_seconds_between(calendar: Calendar, begin: datetime, end: datetime) -> int:
    """W5: seconds of the intervals that lie in [begin, end); 0 when `end` is not after `begin`."""
    table = table_of(calendar)
    first, last = local_date(calendar.zone, begin).toordinal(), local_date(calendar.zone, end).toordinal()
    inner = range(first + 1, last - 1)
    total = sum(table.seconds(date.fromordinal(number)) for number in inner)
    for number in range(first - 1, last + 1):
        if number not in inner:
            total += _seconds_inside(table, date.fromordinal(number), begin, end)
    return total


def working_minutes_between(calendar: Calendar, begin: datetime, end: datetime) -> int:
    """W5: whole minutes of the intervals in [begin, end), rounded down."""
    return working_seconds_between(calendar, begin, end) // 60


def end_of_next_working_day(calendar: Calendar, at: datetime) -> datetime:
    """W6: before the first opening of a working day its closing, else the closing of the next working day."""
    today = local_date(calendar.zone, at)
    first = opening(calendar, today)
    if first is not None and at < first:
        return closing(calendar, today)
    return closing(calendar, next_working_day(calendar, today))


def received_day(calendar: Calendar, at: datetime, cutoff: int | None = None) -> date:
    """W7: the local date; with a cut-off (minute of the day) the earliest working day whose cut-off lies after `at`."""
    day = local_date(calendar.zone, at)
    if cutoff is None:
        return day
    day -= _DAY
    while not (is_working_day(calendar, day) and end_instant(calendar.zone, day, cutoff) > at):
        day = next_working_day(calendar, day)
    return day


def next_working_day(calendar: Calendar, day: date) -> date:
    """The first working day after `day`."""
    return _step(table_of(calendar), day, 1)


def previous_working_day(calendar: Calendar, day: date) -> date:
    """The last working day before `day`."""
    return _step(table_of(calendar), day, -1)


def working_day_on_or_after(calendar: Calendar, day: date) -> date:
    """`day` if it is worked, else the next working day."""
    return day if is_working_day(calendar, day) else next_working_day(calendar, day)


def nth_working_day(calendar: Calendar, day: date, n: int) -> date:
    """The n-th working day after `day` (before it when n is negative); `day` itself when n is 0."""
    table = table_of(calendar)
    for _ in range(abs(n)):
        day = _step(table, day, 1 if n > 0 else -1)
    return day


def working_days_between(calendar: Calendar, after: date, through: date) -> int:
    """Number of working days w with after < w ≤ through; 0 when there is none."""
    if through <= after:
        return 0
    table = table_of(calendar)
    return table.working_through(through) - table.working_through(after)


def working_days_listed(calendar: Calendar, after: date, through: date) -> tuple[date, ...]:
    """The working days w with after < w ≤ through, in order."""
    table = table_of(calendar)
    days = (after + n * _DAY for n in range(1, (through - after).days + 1))
    return tuple(day for day in days if table.is_working(day))


def silent_days(calendar: Calendar, last_contact: date, today: date) -> int:
    """W11: the owner's working days w with last_contact < w ≤ today."""
    return working_days_between(calendar, last_contact, today)


def _seconds_inside(table: DayTable, day: date, begin: datetime, end: datetime) -> int:
    """The part of a day's hours that lies in [begin, end); a day may reach an hour over midnight (W2)."""
    inside = (min(stop, end) - max(start, begin) for start, stop in table.hours(day))
    return sum(max(_NOTHING, part) // _SECOND for part in inside)


def _step(table: DayTable, day: date, way: int) -> date:
    for n in range(1, SEARCH_DAYS + 1):
        try:
            found = day + n * way * _DAY
        except OverflowError:
            break
        if table.is_working(found):
            return found
    raise NoWorkingDay(day)


def _hours_from(calendar: Calendar, at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """What is left of the interval in which `at` lies, then every later interval."""
    table = table_of(calendar)
    day = local_date(calendar.zone, at) - _DAY
    if not table.is_working(day):
        day = _step(table, day, 1)
    while True:
        for start, end in table.hours(day):
            if at < end and start < end:
                yield max(start, at), end
        day = _step(table, day, 1)
