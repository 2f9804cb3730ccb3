"""Stretches of a client's history for papers: a week, a month, a contract, with what the journal holds of it (W12)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from msgspec import Struct

from app.errors import Refused
from app.facts.calendar import Calendar
from app.facts.item import Item
from app.facts.people import ContactPeriod
from app.facts.terms import Terms
from app.facts.wall_time import local_date, start_instant
from app.facts.work import AnyItem, Request
from app.rules.contact import is_contact
from app.rules.edits import Rest, rests_by

_DAY = timedelta(days=1)


class Span(Struct, frozen=True):
    """Days in the zone of dates, and the instants in which they begin and end."""

    zone: str
    first: date
    last: date
    start: datetime
    end: datetime

    def holds(self, at: datetime | None) -> bool:
        """Whether an instant lies in it."""
        return at is not None and self.start <= at < self.end

    def has_day(self, day: date | None) -> bool:
        """Whether a date lies in it."""
        return day is not None and self.first <= day <= self.last


class Stretch(Struct, frozen=True, kw_only=True):
    """What a paper looks at: the span and the one ahead, `at` (its end, or now), items and requests as they stood then.

    `requests` are all that were ever made (D11); the calendars are read in the zone of dates.
    """

    span: Span
    ahead: Span
    at: datetime
    items: tuple[AnyItem, ...]
    requests: tuple[Request, ...]
    terms: Terms
    agreed_from: date | None
    mine: Calendar
    theirs: Calendar
    contacts: tuple[ContactPeriod, ...] = ()
    signer: int | None = None
    stops: tuple[Rest, ...] = ()
    """When work was stopped (C5)."""

    @property
    def today(self) -> date:
        """The day of `at`, never past the span."""
        return min(self.day_of(self.at), self.span.last)

    def day_of(self, at: datetime) -> date:
        """The date of an instant in the zone of dates."""
        return local_date(self.span.zone, at)

    def by_contact(self, item: Item) -> bool:
        """Asked for by the one who spoke for the client then (D8, D9)."""
        return is_contact(item.person, item.begun, self.contacts, self.signer)

    def rests(self, number: int) -> tuple[Rest, ...]:
        """The times when my clock on an edit or stage rested: by a request of mine (D11), or with all work (C5)."""
        return (*rests_by(self.requests, number, self.at), *self.stops)


def days_span(zone: str, first: date, last: date) -> Span:
    """From the first day to the last, both included."""
    return Span(zone, first, last, start_instant(zone, first), start_instant(zone, last + _DAY))


def week_span(week: str, zone: str) -> Span:
    """The week written as 2026-W47 (W12); Refused for anything else."""
    try:
        year, _, number = week.partition("-W")
        first = date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        raise Refused("{week} is no week. Write it as 2026-W47.", week=week) from None
    return days_span(zone, first, first + 6 * _DAY)


def month_span(month: str, zone: str) -> Span:
    """The month written as 2026-11; Refused for anything else."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise Refused("{month} is no month. Write it as 2026-11.", month=month) from None
    return days_span(zone, first, last_of_month(first))


def last_of_month(day: date) -> date:
    """The last day of the month in which a day lies."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def week_after(span: Span) -> Span:
    """The seven days that follow."""
    return days_span(span.zone, span.last + _DAY, span.last + 7 * _DAY)


def month_after(span: Span) -> Span:
    """The month that follows the span's last day, from the day after it."""
    first = span.last + _DAY
    return days_span(span.zone, first, last_of_month(first))
