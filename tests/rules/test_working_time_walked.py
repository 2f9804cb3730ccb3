"""Working time against a slow walk, on calendars and zones that nobody would choose (W1–W7)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec
from hypothesis import assume, example, given
from hypothesis import strategies as st

from app.facts.calendar import Calendar, DaysOff, ExtraDay, Weekday
from app.facts.calendar_body import calendar_of
from app.facts.wall_time import end_instant
from app.rules.working_time import (
    add_working_minutes,
    end_of_next_working_day,
    is_working_day,
    next_opening,
    nth_working_day,
    previous_working_day,
    received_day,
    working_days_between,
    working_days_listed,
    working_minutes_between,
)
from tests.rules.walk import DAY, SlowWalk

OFFICE = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}

# Zone and first day of a window whose sixth or seventh day holds the trap.
TRAPS = [
    ("Europe/Madrid", date(2026, 3, 23)),
    ("Europe/Madrid", date(2026, 10, 19)),
    ("America/New_York", date(2026, 10, 26)),
    ("Australia/Lord_Howe", date(2026, 3, 30)),
    ("Australia/Lord_Howe", date(2026, 9, 28)),
    ("Asia/Kathmandu", date(2026, 5, 11)),
    ("Africa/Cairo", date(2026, 4, 18)),
    ("Africa/Cairo", date(2026, 10, 24)),
    ("America/Havana", date(2026, 10, 26)),
    ("America/Scoresbysund", date(2026, 10, 19)),
    ("Pacific/Apia", date(2026, 3, 30)),
]


@st.composite
def spans(draw: st.DrawFn) -> tuple[tuple[int, int], ...]:
    """Up to three pieces of a day; the small hours, where clocks jump, come often."""
    minute = st.one_of(st.integers(0, 240), st.sampled_from([0, 60, 90, 120, 150, 180, 1380, 1410, 1440, 540, 1080]))
    cuts = sorted(draw(st.sets(minute, min_size=0, max_size=6)))
    return tuple(zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Calendar, date]:
    """A random calendar and the window in which to try it."""
    zone, first = draw(st.sampled_from(TRAPS))
    week = tuple(draw(st.lists(spans(), min_size=7, max_size=7)))
    assume(any(week))
    some_day = st.integers(0, 12).map(lambda n: first + n * DAY)
    worked = [day for day in Weekday if week[day.number]]
    extra = draw(st.lists(st.builds(ExtraDay, on=some_day, like=st.sampled_from(worked)), max_size=2))
    off = draw(st.lists(some_day.map(lambda day: DaysOff(first=day, last=day + DAY)), max_size=2))
    duty = draw(st.lists(st.tuples(st.integers(4000, 9000), st.integers(1, 2000)), max_size=1))
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return Calendar(
        zone=zone,
        week=week,
        extra_days=tuple({each.on: each for each in extra}.values()),
        days_off=tuple(off),
        duty=tuple((begin + timedelta(minutes=a), begin + timedelta(minutes=a + b)) for a, b in duty),
    ), first


moments = st.integers(3 * 1440, 9 * 1440)


def at_minute(first: date, minute: int) -> datetime:
    return datetime(first.year, first.month, first.day, tzinfo=UTC) + timedelta(minutes=minute)


@given(worlds(), moments, st.integers(0, 1500), st.integers(0, 4000))
def test_the_rules_agree_with_a_walk_minute_by_minute(
    world: tuple[Calendar, date], minute: int, spent: int, later: int
) -> None:
    calendar, first = world
    walk, at = SlowWalk(calendar, first), at_minute(first, minute)
    until = at_minute(first, min(minute + later, 10 * 1440))
    assert working_minutes_between(calendar, at, until) == walk.between(at, until)
    if (opened := walk.next_opening(at)) is not None:
        assert next_opening(calendar, at) == opened
    if (ends := walk.add(at, spent)) is not None:
        assert add_working_minutes(calendar, at, spent) == ends
    if (closes := walk.end_of_next_working_day(at)) is not None:
        assert end_of_next_working_day(calendar, at) == closes


@given(worlds(), st.integers(0, 30), st.integers(0, 60))
def test_working_days_are_counted_as_one_would_on_a_wall_calendar(
    world: tuple[Calendar, date], begin: int, length: int
) -> None:
    calendar, first = world
    calendar = msgspec.structs.replace(calendar, duty=())
    walk = SlowWalk(calendar, first)
    after = first + (begin - 15) * DAY
    through = after + length * DAY
    worked = [day for n in range(1, length + 1) if walk.spans(day := after + n * DAY)]
    assert working_days_between(calendar, after, through) == len(worked)
    assert working_days_listed(calendar, after, through) == tuple(worked)
    for n, day in enumerate(worked, start=1):
        assert nth_working_day(calendar, after, n) == day


@given(worlds(), moments, st.integers(0, 59), st.integers(0, 20_000))
def test_what_was_added_has_elapsed(world: tuple[Calendar, date], minute: int, second: int, spent: int) -> None:
    calendar, first = world
    week_minutes = working_minutes_between(calendar, at_minute(first, 30 * 1440), at_minute(first, 37 * 1440))
    assume(week_minutes > 60)
    at = at_minute(first, minute) + timedelta(seconds=second)
    assert working_minutes_between(calendar, at, add_working_minutes(calendar, at, spent)) == spent


@given(worlds(), moments, st.integers(0, 3000), st.one_of(st.none(), st.integers(0, 1440)))
def test_a_later_request_is_never_received_earlier(
    world: tuple[Calendar, date], minute: int, later: int, cutoff: int | None
) -> None:
    calendar, first = world
    early, late = at_minute(first, minute), at_minute(first, minute + later)
    assert received_day(calendar, early, cutoff) <= received_day(calendar, late, cutoff)


@given(worlds(), moments, st.integers(1, 1440))
@example((calendar_of(zone="Europe/Moscow", hours=OFFICE), date(2026, 5, 11)), 4 * 1440 + 900, 1080)
def test_with_a_cut_off_the_received_day_is_the_first_whose_cut_off_is_still_to_come(
    world: tuple[Calendar, date], minute: int, cutoff: int
) -> None:
    calendar, first = world
    at = at_minute(first, minute)
    day = received_day(calendar, at, cutoff)
    assert is_working_day(calendar, day)
    assert end_instant(calendar.zone, day, cutoff) > at
    assert end_instant(calendar.zone, previous_working_day(calendar, day), cutoff) <= at
