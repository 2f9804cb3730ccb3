"""What a calendar says of single days, worked out once per calendar: working or not, why not, and its hours in UTC."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate

from app.facts.calendar import Calendar, DaysOff, ExtraDay, OffReason
from app.facts.wall_time import end_instant, local_date, start_instant

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)

Hours = tuple[tuple[datetime, datetime], ...]
"""UTC, half-open, in order, not overlapping."""


class DayTable:
    """Counts of working days cost one bisection over the exceptions; hours of a day are worked out once and kept."""

    def __init__(self, calendar: Calendar) -> None:
        self.zone = calendar.zone
        self._week = calendar.week
        self._off = _reasons(calendar.days_off)
        self._extra = {each.on: each for each in calendar.extra_days}
        self._duty = _duty_by_day(calendar)
        self._before_weekday = list(accumulate((1 if spans else 0 for spans in calendar.week), initial=0))
        self._whole: dict[date, Hours] = {}
        self._hours: dict[date, Hours] = {}
        self._seconds: dict[date, int] = {}

    def is_working(self, day: date) -> bool:
        """W1: a duty window or an extra day beats a day off, a day off beats the week."""
        if day in self._duty or day in self._extra:
            return True
        return day not in self._off and bool(self._week[day.weekday()])

    def working_through(self, day: date) -> int:
        """Number of working days from 0001-01-01 to `day`, both included; only differences of it mean something."""
        number = day.toordinal()
        weeks, rest = divmod(number, 7)
        by_week = weeks * self._before_weekday[7] + self._before_weekday[rest]
        exceptions, shifts = self._exceptions
        return by_week + shifts[bisect_right(exceptions, number)]

    def off(self, day: date) -> tuple[OffReason, str] | None:
        """Why nobody works on `day`, in kind and in the words written down; None on a working day."""
        if self.is_working(day):
            return None
        found = self._off.get(day)
        return (found.reason, found.why) if found else (OffReason.WEEK, "")

    def extra(self, day: date) -> ExtraDay | None:
        """The moved day, if `day` is one."""
        return self._extra.get(day)

    def hours(self, day: date) -> Hours:
        """W2: the hours of a local day in UTC, cut where the day before reaches over midnight."""
        found = self._hours.get(day)
        if found is None:
            found = self._hours[day] = _after(self._whole_hours(day - _DAY), self._whole_hours(day))
        return found

    def seconds(self, day: date) -> int:
        """Real seconds of the hours of a day."""
        found = self._seconds.get(day)
        if found is None:
            found = self._seconds[day] = sum((end - start) // _SECOND for start, end in self.hours(day))
        return found

    def bounds(self, day: date) -> tuple[datetime, datetime] | None:
        """First opening and last closing of a day, as its own hours say; None when it has none."""
        whole = self._whole_hours(day)
        return (whole[0][0], whole[-1][1]) if whole else None

    def _whole_hours(self, day: date) -> Hours:
        found = self._whole.get(day)
        if found is None:
            found = self._whole[day] = _merged(sorted(self._parts(day)))
        return found

    def _parts(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        yield from self._duty.get(day, ())
        extra = self._extra.get(day)
        if extra is None and day in self._off:
            return
        for start, end in self._week[extra.like.number if extra else day.weekday()]:
            yield start_instant(self.zone, day, start), end_instant(self.zone, day, end)

    @cached_property
    def _exceptions(self) -> tuple[list[int], list[int]]:
        """Days that are not what their weekday says, and how far the count is off after each of them."""
        days = sorted(self._off.keys() | self._extra.keys() | self._duty.keys())
        shifts = {day.toordinal(): self.is_working(day) - bool(self._week[day.weekday()]) for day in days}
        return list(shifts), list(accumulate(shifts.values(), initial=0))


@lru_cache(maxsize=1024)
def table_of(calendar: Calendar) -> DayTable:
    """The table of a calendar, made once for equal calendars."""
    return DayTable(calendar)


def _reasons(days_off: tuple[DaysOff, ...]) -> dict[date, DaysOff]:
    """The first reason named for a day stands."""
    found: dict[date, DaysOff] = {}
    for off in days_off:
        for n in range((off.last - off.first).days + 1):
            found.setdefault(off.first + n * _DAY, off)
    return found


def _duty_by_day(calendar: Calendar) -> dict[date, list[tuple[datetime, datetime]]]:
    """On-duty windows cut at the midnights of the calendar's zone."""
    found: dict[date, list[tuple[datetime, datetime]]] = {}
    for start, end in calendar.duty:
        day = local_date(calendar.zone, start)
        while start < end:
            midnight = start_instant(calendar.zone, day + _DAY)
            if start < midnight:
                found.setdefault(day, []).append((start, min(end, midnight)))
            start, day = max(start, midnight), day + _DAY
    return found


def _merged(parts: list[tuple[datetime, datetime]]) -> Hours:
    merged: list[tuple[datetime, datetime]] = []
    for start, end in parts:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _after(yesterday: Hours, today: Hours) -> Hours:
    """Where midnight comes twice, both days claim the same hour; it belongs to the day that began first."""
    if not yesterday or not today or yesterday[-1][1] <= today[0][0]:
        return today
    border = yesterday[-1][1]
    return tuple((max(start, border), max(end, border)) for start, end in today)
