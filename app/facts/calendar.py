"""A calendar (W1): one zone, weekly hours, days off and moved working days; frozen, hashable, checked when made."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import msgspec
from msgspec import Struct

from app.errors import Refused
from app.facts.wall_time import zone_named

Span = tuple[int, int]
"""Minutes of a local day, half-open, 0..1440."""
Week = tuple[tuple[Span, ...], ...]
"""Seven days, Monday first, each with its spans in order."""

DAY_MINUTES = 1440
LONGEST_ABSENCE_DAYS = 3660


class Weekday(StrEnum):
    """The days of the week in the words of the record format."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `date.weekday()` counts."""
        return _ORDER.index(self)


_ORDER = list(Weekday)


def weekday_of(day: date) -> Weekday:
    """The weekday of a date."""
    return _ORDER[day.weekday()]


class OffReason(StrEnum):
    """Why nobody works on a day."""

    WEEK = "week"
    HOLIDAY = "holiday"
    OWN = "own"


class DaysOff(Struct, frozen=True, kw_only=True):
    """Days on which nobody works, first and last included, and why (a name written by a person)."""

    first: date
    last: date
    why: str = ""
    reason: OffReason = OffReason.OWN


class ExtraDay(Struct, frozen=True, kw_only=True):
    """A moved day: worked although it would be off, with the hours of a named weekday."""

    on: date
    like: Weekday
    why: str = ""


class Calendar(Struct, frozen=True, kw_only=True, cache_hash=True):
    """W1. `filled` are the years whose public holidays are written down (W13); `duty` are one-off spans in UTC."""

    zone: str
    week: Week
    days_off: tuple[DaysOff, ...] = ()
    extra_days: tuple[ExtraDay, ...] = ()
    country: str = ""
    filled: frozenset[int] = frozenset()
    duty: tuple[tuple[datetime, datetime], ...] = ()

    def __post_init__(self) -> None:
        zone_named(self.zone)
        _check_week(self.week)
        _check_days_off(self.days_off)
        _check_extra_days(self.extra_days, self.week)
        for start, end in self.duty:
            if end <= start:
                raise Refused("An on-duty window ends before it begins. Give it a later end.")

    def in_zone(self, zone: str) -> Calendar:
        """The same wall hours and days read in another zone: the zone of dates of an agreement (W8, W12)."""
        return self if zone == self.zone else _in_zone(self, zone)

    def with_week(self, week: Week) -> Calendar:
        """The same zone, days off and moved days with other weekly hours: "my hours" of an agreement (1.4, D17)."""
        return self if week == self.week else _with_week(self, week)

    def with_duty(self, windows: tuple[tuple[datetime, datetime], ...]) -> Calendar:
        """With on-duty windows (UTC from, to) added as hours of their own; for F2, F3, F6 and F7 only (1.4)."""
        return _with_duty(self, windows) if windows else self


@lru_cache(maxsize=1024)
def _in_zone(calendar: Calendar, zone: str) -> Calendar:
    return msgspec.structs.replace(calendar, zone=zone)


@lru_cache(maxsize=1024)
def _with_week(calendar: Calendar, week: Week) -> Calendar:
    """A moved day stays worked: a weekday without hours in this week lends it those of the first that has some."""
    usual = next((day for day in Weekday if week[day.number]), Weekday.MON)
    extra = tuple(
        each if week[each.like.number] else msgspec.structs.replace(each, like=usual) for each in calendar.extra_days
    )
    return msgspec.structs.replace(calendar, week=week, extra_days=extra)


@lru_cache(maxsize=1024)
def _with_duty(calendar: Calendar, windows: tuple[tuple[datetime, datetime], ...]) -> Calendar:
    return msgspec.structs.replace(calendar, duty=calendar.duty + windows)


def _check_week(week: Week) -> None:
    if len(week) != len(_ORDER):
        raise Refused("A week has seven days. Give the hours of each, none for a day off.")
    if not any(week):
        raise Refused("A calendar needs a working day. Give the hours of at least one day of the week.")
    for spans in week:
        _check_spans(spans)


def _check_spans(spans: tuple[Span, ...]) -> None:
    for start, end in spans:
        if not (0 <= start < DAY_MINUTES and 0 < end <= DAY_MINUTES):
            raise Refused("The hours of a day lie between 00:00 and 24:00, and begin before 24:00.")
        if end <= start:
            raise Refused(
                "Hours from {start} to {end} end before they begin. Past midnight, end them at 24:00 and go on at"
                " 00:00 on the next day.",
                start=clock_text(start),
                end=clock_text(end),
            )
    for (_, end), (start, _) in pairwise(spans):
        if start < end:
            raise Refused(
                "The working time from {start} begins before the one in front of it ends at {end}. Put them in order,"
                " one after the other.",
                start=clock_text(start),
                end=clock_text(end),
            )


def _check_days_off(days_off: tuple[DaysOff, ...]) -> None:
    for off in days_off:
        if off.last < off.first:
            raise Refused("Days off from {first} to {last} end before they begin.", first=off.first, last=off.last)
        if (off.last - off.first).days > LONGEST_ABSENCE_DAYS:
            raise Refused("Days off from {first} to {last} are longer than ten years.", first=off.first, last=off.last)


def _check_extra_days(extra_days: tuple[ExtraDay, ...], week: Week) -> None:
    seen: set[date] = set()
    for extra in extra_days:
        if not week[extra.like.number]:
            raise Refused(
                "The moved day {on} takes the hours of a weekday that has none. Name a weekday with hours.", on=extra.on
            )
        if extra.on in seen:
            raise Refused("The moved day {on} is listed twice. Keep one of the two.", on=extra.on)
        seen.add(extra.on)


def clock_text(minute: int) -> str:
    """540 → 09:00, 1440 → 24:00."""
    return f"{minute // 60:02}:{minute % 60:02}"
