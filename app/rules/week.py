"""The week of a client: my working days in it, first messages written, and how many are owed (F22, W12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from app.facts.calendar import Calendar
from app.facts.terms import Terms
from app.facts.wall_time import week_days
from app.rules.view import ClientView
from app.rules.working_time import is_working_day


class Quota(Struct, frozen=True, kw_only=True):
    """First messages of an ISO week. `days_left` are my working days from today on, today included."""

    quota: int
    done: int
    days_left: int
    written_today: bool

    @property
    def owed(self) -> int:
        """What is left to write; never below nothing."""
        return max(0, self.quota - self.done)


def quota_of_week(view: ClientView) -> Quota:
    """F22: quota = n × a ÷ w, halves up; w days of the ordinary week, a those of them worked with the client active."""
    return Quota(
        quota=quota_in(view, view.week, view.terms, view.dates),
        done=sum(view.day_of(line.at) >= view.week[0] for line in view.talk.firsts),
        days_left=sum(day >= view.today for day in working_days(view)),
        written_today=any(view.day_of(line.at) == view.today for line in view.talk.contacts[-20:]),
    )


def quota_in(view: ClientView, week: Sequence[date], terms: Terms, dates: Calendar) -> int:
    """The first messages owed in any week, by the terms and on the calendar of that week (F22)."""
    w, worked = _ordinary(dates, week[0])
    shared = sum(map(view.active_on, worked))
    n = terms.write_first.per_week
    return (2 * n * shared + w) // (2 * w)


def working_days(view: ClientView) -> tuple[date, ...]:
    """My working days of this ISO week, moved days included."""
    return worked_in_week(view.dates, view.today)


@lru_cache(maxsize=4096)
def worked_in_week(calendar: Calendar, day: date) -> tuple[date, ...]:
    """The working days of the ISO week in which a day lies."""
    return tuple(each for each in week_days(day) if is_working_day(calendar, each))


@lru_cache(maxsize=4096)
def _ordinary(dates: Calendar, monday: date) -> tuple[int, tuple[date, ...]]:
    """How many days the ordinary week has, and those of them that are worked in the week of `monday`."""
    ordinary = [day for day in week_days(monday) if dates.week[day.weekday()]]
    return len(ordinary), tuple(day for day in ordinary if is_working_day(dates, day))
