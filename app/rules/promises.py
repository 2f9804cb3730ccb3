"""A promised date and its count (W8), the client's term (W9): each skips the days off of its own side only."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from app.errors import Refused
from app.facts.calendar import Calendar, OffReason
from app.facts.wall_time import local_date
from app.rules.day_table import table_of
from app.rules.working_time import (
    closing,
    nth_working_day,
    received_day,
    working_day_on_or_after,
    working_days_between,
)

LONGEST_TERM_DAYS = 1000
_DAY = timedelta(days=1)


class TermRule(StrEnum):
    """How working days are counted, in the words of the record format."""

    AFTER_FULL_DAYS = "after_full_days"
    DAY_N = "day_n"


class CountIs(StrEnum):
    """What one calendar day of a count is."""

    RECEIVED = "received"
    OFF = "off"
    FULL = "full"
    DUE = "due"


class CountLine(Struct, frozen=True, kw_only=True):
    """One calendar day of a count. `number` counts the full days from 1; `reason` and `why` say why a day is off."""

    on: date
    is_: CountIs
    number: int = 0
    reason: OffReason | None = None
    why: str = ""

    def body(self) -> dict[str, str]:
        """The line as an entry carries it (1.3 edit.promised); a key without a value is absent (B1)."""
        line = {"on": self.on.isoformat(), "is": self.is_.value}
        return line | {"why": self.why} if self.why else line


class Promised(Struct, frozen=True, kw_only=True):
    """A date that binds: the local day, the UTC instant it means, and how it was counted."""

    on: date
    closing: datetime
    zone: str
    rule: TermRule
    days: int
    received_day: date
    count: tuple[CountLine, ...]

    def count_body(self) -> list[dict[str, str]]:
        """The count as an entry carries it."""
        return [line.body() for line in self.count]


def promise(
    calendar: Calendar,
    received: datetime,
    days: int,
    rule: TermRule | str,
    cutoff: int | None = None,
    zone: str | None = None,
) -> Promised:
    """W8. `days` working days; `cutoff` is a minute of the day; `zone` the zone of dates if not the calendar's."""
    if not 0 <= days <= LONGEST_TERM_DAYS:
        raise Refused("A term has 0 to {most} working days. Choose a number between them.", most=LONGEST_TERM_DAYS)
    dated = calendar.in_zone(zone or calendar.zone)
    rule = TermRule(rule)
    first = received_day(dated, received, cutoff)
    return _promised(dated, first, due_day(dated, first, days, rule), rule, days)


def provisional(calendar: Calendar, received: datetime, days: int, cutoff: int | None = None) -> Promised:
    """W8: the day by which a date will be told, counted by `day_n`."""
    return promise(calendar, received, days, TermRule.DAY_N, cutoff)


def client_term(calendar: Calendar, asked: datetime, days: int, zone: str | None = None) -> Promised:
    """W9: n working days on the client's calendar by `day_n`, dated in `zone` (the zone of dates) if given."""
    return promise(calendar, asked, days, TermRule.DAY_N, zone=zone)


def due_day(calendar: Calendar, first: date, days: int, rule: TermRule) -> date:
    """W8: the due day of `days` working days after the received day `first`."""
    if rule is TermRule.AFTER_FULL_DAYS:
        return nth_working_day(calendar, first, days + 1)
    if days == 0:
        return working_day_on_or_after(calendar, first)
    return nth_working_day(calendar, first, days)


def chosen(calendar: Calendar, received: datetime, on: date, rule: TermRule, cutoff: int | None = None) -> Promised:
    """A date picked by hand with the count that stands behind it; a day without hours closes at 24:00 (W8)."""
    first = received_day(calendar, received, cutoff)
    if on < local_date(calendar.zone, received):
        raise Refused("{on} lies before the day on which this was received. Choose a later date.", on=on)
    first = min(first, on)
    between = working_days_between(calendar, first, on)
    worked = table_of(calendar).is_working(on)
    days = max(0, between - worked) if rule is TermRule.AFTER_FULL_DAYS else between
    return _promised(calendar, first, on, rule, days)


def after_rest(calendar: Calendar, promised_on: date, rested_from: date, answered: datetime) -> Promised:
    """D11: the working days that were left when my clock stopped, counted anew from the answer of the client."""
    left = max(1, working_days_between(calendar, rested_from, promised_on))
    return promise(calendar, answered, left, TermRule.DAY_N)


def _promised(calendar: Calendar, first: date, on: date, rule: TermRule, days: int) -> Promised:
    return Promised(
        on=on,
        closing=closing(calendar, on),
        zone=calendar.zone,
        rule=rule,
        days=days,
        received_day=first,
        count=count_lines(calendar, first, on),
    )


def count_lines(calendar: Calendar, first: date, on: date) -> tuple[CountLine, ...]:
    """W8: one line per calendar day from the received day to the due day. A due day that is the received one is due."""
    table = table_of(calendar)
    lines = []
    full = 0
    for n in range((on - first).days + 1):
        day = first + n * _DAY
        reason, why = table.off(day) or (None, "")
        what = _what(day, first, on, off=reason is not None)
        full += what is CountIs.FULL
        number = full if what is CountIs.FULL else 0
        lines.append(CountLine(on=day, is_=what, number=number, reason=reason, why=why))
    return tuple(lines)


def _what(day: date, first: date, on: date, *, off: bool) -> CountIs:
    if day == on:
        return CountIs.DUE
    if day == first:
        return CountIs.RECEIVED
    return CountIs.OFF if off else CountIs.FULL
