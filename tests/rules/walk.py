"""The slow way: a clock on the wall read at every minute, and nothing known of offsets, gaps or folds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from app.facts.calendar import Calendar

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
WINDOW_DAYS = 13


@lru_cache(maxsize=64)
def wall_readings(zone: str, first: date) -> list[tuple[datetime, datetime]]:
    """Every minute of the window: UTC, and what the wall clock shows."""
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    clock = ZoneInfo(zone)
    minutes = (start + n * MINUTE for n in range(WINDOW_DAYS * 1440))
    return [(at, at.astimezone(clock).replace(tzinfo=None)) for at in minutes]


class SlowWalk:
    """A calendar walked minute by minute through the window that begins at `first`."""

    def __init__(self, calendar: Calendar, first: date) -> None:
        self.calendar = calendar
        self.first = first
        self.readings = wall_readings(calendar.zone, first)
        self.days = [first + n * DAY for n in range(1, WINDOW_DAYS - 1)]

    def spans(self, day: date) -> tuple[tuple[int, int], ...]:
        """Wall minutes of a day: a moved day beats a day off beats the week."""
        for extra in self.calendar.extra_days:
            if extra.on == day:
                return self.calendar.week[extra.like.number]
        if any(off.first <= day <= off.last for off in self.calendar.days_off):
            return ()
        return self.calendar.week[day.weekday()]

    @cached_property
    def parts(self) -> dict[date, list[tuple[datetime, datetime]]]:
        return {day: self._parts(day) for day in self.days}

    @cached_property
    def open(self) -> list[datetime]:
        """Every minute inside any interval of any day, once."""
        parts = [part for day in self.days for part in self.parts[day]]
        inside = {start + n * MINUTE for start, end in parts for n in range((end - start) // MINUTE)}
        return sorted(inside)

    def _parts(self, day: date) -> list[tuple[datetime, datetime]]:
        midnight = datetime.combine(day, time())
        index = (day - self.first).days * 1440
        near = self.readings[max(0, index - 1500) : index + 3000]
        found = []
        for start, end in self.spans(day):
            begins = next(at for at, wall in near if wall >= midnight + start * MINUTE)
            closes = midnight + end * MINUTE
            seen = [at for at, wall in near if wall == closes] or [at for at, wall in near if wall > closes][:1]
            found.append((begins, seen[-1]))
        return found + self._duty(day)

    def _duty(self, day: date) -> list[tuple[datetime, datetime]]:
        if not self.calendar.duty:
            return []
        mine = [at for at, wall in self.readings if wall.date() == day]
        cut = [(max(start, mine[0]), min(end, mine[-1] + MINUTE)) for start, end in self.calendar.duty]
        return [(start, end) for start, end in cut if start < end]

    def next_opening(self, at: datetime) -> datetime | None:
        return next((minute for minute in self.open if minute >= at), None)

    def add(self, at: datetime, minutes: int) -> datetime | None:
        if minutes == 0:
            return self.next_opening(at)
        left = [minute for minute in self.open if minute >= at]
        return left[minutes - 1] + MINUTE if len(left) >= minutes else None

    def between(self, begin: datetime, end: datetime) -> int:
        return sum(begin <= minute < end for minute in self.open)

    def local_date(self, at: datetime) -> date:
        return next(wall.date() for minute, wall in self.readings if minute == at)

    def closing(self, day: date) -> datetime:
        return max(end for _, end in self.parts[day])

    def end_of_next_working_day(self, at: datetime) -> datetime | None:
        today = self.local_date(at)
        if self.parts[today] and at < min(start for start, _ in self.parts[today]):
            return self.closing(today)
        return next((self.closing(day) for day in self.days if day > today and self.parts[day]), None)
