"""Silence of mine week by week (W11), and the first messages of each week beside those owed (C3, F22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from app.facts.statistics import FirstsWeek, Silence, SilenceWeek
from app.facts.wall_time import week_of
from app.rules.edits import Rest
from app.rules.statistics.reading import Reading
from app.rules.week import quota_in
from app.rules.working_time import is_working_day

_DAY = timedelta(days=1)


def silence(reading: Reading) -> Silence:
    """The longest silence of each week in which the client was active and work was not stopped."""
    longest: dict[str, int] = {}
    for day, days in _silent_days(reading):
        longest[week_of(day)] = max(days, longest.get(week_of(day), 0))
    return Silence(weeks=tuple(_week(reading, name, days[-1], longest[name]) for name, days in reading.weeks
                               if name in longest))  # fmt: skip


def firsts(reading: Reading) -> tuple[FirstsWeek, ...]:
    """First messages written and owed, for each week of the period in which the client was active."""
    view = reading.view
    done: dict[str, int] = {}
    for line in view.talk.firsts:
        name = week_of(view.day_of(line.at))
        done[name] = done.get(name, 0) + 1
    return tuple(
        FirstsWeek(
            week=name,
            done=done.get(name, 0),
            quota=quota_in(view, days, reading.terms_on(days[-1]), reading.dates_on(days[-1])),
            running=view.today <= days[-1],
        )
        for name, days in reading.weeks
        if any(view.active_on(day) for day in days)
    )


def _week(reading: Reading, name: str, last: date, longest: int) -> SilenceWeek:
    agreed = reading.terms_on(last).write_first
    return SilenceWeek(week=name, longest=longest, ideal=agreed.silence_ideal, maximum=agreed.silence_max)


def _silent_days(reading: Reading) -> Iterator[tuple[date, int]]:
    """(day, working days since the last contact) before anything was written on that day; up to the last day asked."""
    view = reading.view
    contacts = {view.day_of(line.at) for line in view.talk.contacts}
    for begin, end in _stretches(reading):
        day, last = view.day_of(begin), min(reading.last_day, view.day_of(end) if end else view.today)
        silent = 0
        while day <= last:
            yield day, silent
            silent = 0 if day in contacts else silent
            day += _DAY
            silent += is_working_day(reading.dates_on(day), day)


def _stretches(reading: Reading) -> list[Rest]:
    """When silence counted: while the client was active, without the times when work was stopped (F21)."""
    found: list[Rest] = []
    for span in reading.view.client.active:
        found.extend(_without(span.since, span.until, reading.stops))
    return found


def _without(begin: datetime, end: datetime | None, stops: Iterable[Rest]) -> Iterator[Rest]:
    for stopped, resumed in stops:
        if (end is not None and stopped >= end) or (resumed is not None and resumed <= begin):
            continue
        if stopped > begin:
            yield begin, stopped
        if resumed is None or (end is not None and resumed >= end):
            return
        begin = resumed
    yield begin, end
