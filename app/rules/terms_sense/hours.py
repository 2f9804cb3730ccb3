"""Hours that contradict: no working day, an end before its start, intervals over each other, windows (W1, 1.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.errors import Refused
from app.facts.calendar import Calendar
from app.facts.calendar_body import calendar_of, duty_of
from app.facts.contradictions import Contradiction, nonsense, strange
from app.facts.terms import Hours, Terms
from app.facts.wall_time import zone_named
from app.rules.shared_hours import overlap
from app.words import N_


def hours(terms: Terms) -> Iterator[Contradiction]:
    """W1: the calendars that these hours make, judged by the calendar itself."""
    sides = (("my_hours", terms.my_hours), ("client_hours", terms.client_hours))
    wrong = [found for term, side in sides for found in _calendar(term, side)]
    yield from wrong
    if not wrong and overlap(terms.my_hours, terms.client_hours) is None:
        yield strange("client_hours", N_("Your hours and theirs never overlap: no call fits into both."))


def _calendar(term: str, side: Hours) -> Iterator[Contradiction]:
    try:
        calendar_of(zone=side.zone, hours=side.weekly, holidays=side.holidays)
    except Refused as problem:
        yield nonsense(term, problem.text, **problem.values)


def zones(terms: Terms) -> Iterator[Contradiction]:
    """W12: dates are judged where one of the two lives."""
    try:
        zone_named(terms.zone)
    except Refused as problem:
        yield nonsense("zone", problem.text, **problem.values)
        return
    if terms.zone not in (terms.my_hours.zone, terms.client_hours.zone):
        yield strange(
            "zone", N_("Dates would be judged by the time of {zone}, where neither side works."), zone=terms.zone
        )


def duty(terms: Terms) -> Iterator[Contradiction]:
    """1.4: on-duty windows begin before they end, and no two of them say the same."""
    if isinstance(terms.on_duty, str):
        return
    known: list[Any] = []
    for at, window in enumerate(terms.on_duty):
        term = f"on_duty.{at}"
        try:
            [(begin, end)] = duty_of([window])
        except Refused as problem:
            yield nonsense(term, problem.text, **problem.values)
            continue
        if end <= begin:
            yield nonsense(term, N_("An on-duty window ends before it begins. Correct one of the two times."))
        elif any(begin < other_end and other < end for other, other_end in known):
            yield strange(term, N_("This on-duty window lies over another one. One of them would be enough."))
        known.append((begin, end))


def my_days(terms: Terms) -> tuple[str, ...]:
    """The weekdays on which I work."""
    return tuple(day for day, spans in terms.my_hours.weekly.items() if spans)


def is_calendar(side: Hours) -> bool:
    """Whether these hours make a calendar at all."""
    return not any(_calendar("", side))


def longest_day(side: Hours) -> int:
    """The minutes of the longest working day."""
    calendar: Calendar = calendar_of(zone=side.zone, hours=side.weekly)
    return max(sum(end - start for start, end in spans) for spans in calendar.week)
