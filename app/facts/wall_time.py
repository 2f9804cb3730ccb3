"""Local wall times and the instants they mean (W2, W12): zone rules in, UTC out, no clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.errors import Refused

_SECOND = timedelta(seconds=1)


@cache
def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of that name, loaded once; Refused when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(
            "There is no time zone called {zone}. Choose one such as Europe/Madrid from the list.", zone=name
        ) from None


def local_time(zone: str, at: datetime) -> datetime:
    """The instant `at` as the wall clock of `zone` shows it."""
    return at.astimezone(zone_named(zone))


@lru_cache(maxsize=16_384)
def local_date(zone: str, at: datetime) -> date:
    """The calendar day on which the instant `at` lies in `zone` (W12)."""
    return at.astimezone(zone_named(zone)).date()


def iso_week(zone: str, at: datetime) -> str:
    """The ISO week of the instant `at` in `zone`, written as 2026-W47 (W12)."""
    return week_of(local_date(zone, at))


def week_of(day: date) -> str:
    """The ISO week of a date, written as 2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


@lru_cache(maxsize=4096)
def week_days(day: date) -> tuple[date, ...]:
    """The seven dates, Monday first, of the ISO week in which `day` lies."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(7))


def start_instant(zone: str, day: date, minute: int = 0) -> datetime:
    """UTC of a wall time that begins something: the first of two, the end of a gap (W2). `minute` is 0..1440."""
    return _instant(zone_named(zone), day, minute, later=False)


def end_instant(zone: str, day: date, minute: int = 1440) -> datetime:
    """UTC of a wall time that ends something: the second of two, the end of a gap (W2). `minute` is 0..1440."""
    return _instant(zone_named(zone), day, minute, later=True)


def wall_instant(zone: str, local: str) -> datetime:
    """UTC of a wall time written as 2026-12-03T13:00 (B3): the first of two, the end of a gap."""
    try:
        moment = datetime.fromisoformat(local)
    except ValueError:
        raise Refused("{given} is no local time. Write it as 2026-12-03T13:00.", given=local) from None
    if moment.tzinfo is not None:
        raise Refused("{given} carries an offset. Write the wall time and name the zone beside it.", given=local)
    seconds = timedelta(seconds=moment.second)
    return start_instant(zone, moment.date(), moment.hour * 60 + moment.minute) + seconds


@lru_cache(maxsize=16_384)
def _instant(zone: ZoneInfo, day: date, minute: int, *, later: bool) -> datetime:
    wall = datetime.combine(day, time()) + timedelta(minutes=minute)
    first = wall.replace(tzinfo=zone)
    before, after = first.utcoffset(), first.replace(fold=1).utcoffset()
    assert before is not None and after is not None
    if before < after:
        return _end_of_gap(zone, wall.replace(tzinfo=UTC) - after, wall.replace(tzinfo=UTC) - before)
    return wall.replace(tzinfo=UTC) - (after if later else before)


def _end_of_gap(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The instant at which the offset jumps, found by halving between one instant on either side of it."""
    old = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + timedelta(seconds=(after - before) // _SECOND // 2)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
