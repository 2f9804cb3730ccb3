"""Periods of the agreed reports: which one falls due when (F19). Periods are written 2026-W47, 2026-11, 2026-11-20."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from app.facts.calendar import Calendar, Weekday
from app.facts.terms import ReportTerms
from app.facts.wall_time import week_days, week_of
from app.rules.working_time import is_working_day

_DAY = timedelta(days=1)
LOOK_BACK = 6
"""So many periods before the present one are asked for the newest that was owed."""


class Period(Struct, frozen=True):
    """A period and the day on which its report is due."""

    name: str
    due: date


@lru_cache(maxsize=1024)
def periods_around(calendar: Calendar, report: ReportTerms, today: date) -> tuple[Period, ...]:
    """The periods of a report whose due days lie near `today`, newest first; those never due are left out."""
    return tuple(_periods(calendar, report, today))


def _periods(calendar: Calendar, report: ReportTerms, today: date) -> Iterator[Period]:
    if report.every == "working_day":
        days = (today + n * _DAY for n in range(3, -14, -1))
        yield from (Period(day.isoformat(), day) for day in days if is_working_day(calendar, day))
    elif report.every == "month":
        yield from _months(calendar, report.day or 31, today)
    else:
        for weeks in range(1, -LOOK_BACK, -1):
            week = week_days(today + 7 * weeks * _DAY)
            due = moved_back(calendar, week[Weekday(report.weekday or "fri").number])
            if due is not None:
                yield Period(week_of(week[0]), due)


def moved_back(calendar: Calendar, day: date) -> date | None:
    """F19: a due day off moves to the working day before it in the same ISO week; None when there is none."""
    for back in range(day.weekday() + 1):
        if is_working_day(calendar, day - back * _DAY):
            return day - back * _DAY
    return None


def _months(calendar: Calendar, day: int, today: date) -> Iterator[Period]:
    """A report due in the first half of a month is about the month before."""
    for months in range(1, -LOOK_BACK, -1):
        first = _month(today, months)
        due = first.replace(day=min(day, monthrange(first.year, first.month)[1]))
        told = moved_back(calendar, due)
        about = first if day > 15 else _month(first, -1)
        if told is not None:
            yield Period(f"{about.year}-{about.month:02}", told)


def _month(day: date, later: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 + later, 12)
    return date(years, month + 1, 1)
