"""F28: stretches of own days off, and the entry that first named each of them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.facts.calendar import Calendar, DaysOff, ExtraDay, OffReason, Weekday
from app.rules.absences import Change, absences_ahead, off_since
from app.rules.working_time import is_working_day
from tests.rules.making import owner

TODAY = date(2026, 11, 25)
NAMED = datetime(2026, 11, 1, tzinfo=UTC)
WINDOW = (date(2026, 1, 1), date(2027, 12, 31))


def away(*ranges: tuple[int, int], holidays: tuple[int, ...] = (), worked: tuple[int, ...] = ()) -> Calendar:
    """Days of December 2026 on which I am off; the first is a Tuesday."""
    own = tuple(DaysOff(first=date(2026, 12, a), last=date(2026, 12, b)) for a, b in ranges)
    public = tuple(
        DaysOff(first=date(2026, 12, day), last=date(2026, 12, day), reason=OffReason.HOLIDAY) for day in holidays
    )
    extra = tuple(ExtraDay(on=date(2026, 12, day), like=Weekday.MON) for day in worked)
    return replace(owner().calendar, days_off=own + public, extra_days=extra)


def found(calendar: Calendar, today: int = 1) -> list[tuple[int, int, int]]:
    return [(each.first.day, each.last.day, each.days) for each in absences_ahead(calendar, date(2026, 12, today))]


@pytest.mark.parametrize(
    ("calendar", "expected"),
    [
        (away((3, 4)), [(3, 4, 2)]),
        (away((4, 4), (7, 7)), [(4, 7, 2)]),
        (away((4, 7)), [(4, 7, 2)]),
        (away((3, 3), (5, 6)), []),
        (away((3, 3), (7, 8), holidays=(4,)), [(3, 8, 3)]),
        (away((3, 11), worked=(8,)), [(3, 7, 3)]),
        (away((3, 4), (8, 9)), [(3, 4, 2), (8, 9, 2)]),
        (away((3, 4), holidays=(4,)), []),
        (away((1, 4)), []),
        (away((8, 31)), [(8, 31, 18)]),
        (away((9, 31)), []),
    ],
)
def test_f28_weekends_and_holidays_do_not_part_an_absence_and_a_worked_day_does(
    calendar: Calendar, expected: list[tuple[int, int, int]]
) -> None:
    assert found(calendar) == expected


def test_f28_an_absence_that_has_begun_is_not_ahead() -> None:
    assert found(away((3, 11)), today=2) == [(3, 11, 7)]
    assert found(away((3, 11)), today=3) == []
    assert found(away((5, 11)), today=6) == [(7, 11, 5)]


def test_f28_public_holidays_alone_are_no_absence() -> None:
    assert found(away(holidays=(3, 4, 7))) == []


def change(entry: int, *ranges: tuple[int, int]) -> Change:
    days = tuple((date(2026, 12, a), date(2026, 12, b)) for a, b in ranges)
    return Change(entry, NAMED.replace(hour=entry), days)


def since(*changes: Change) -> list[tuple[int, int, int]]:
    return [(each.entry, each.first.day, each.last.day) for each in off_since(changes, *WINDOW)]


def test_f28_a_list_of_days_off_given_again_does_not_make_old_days_new() -> None:
    summer = change(1, (1, 4))
    assert since(summer, change(2, (1, 4), (21, 24))) == [(1, 1, 4), (2, 21, 24)]
    assert since(summer, Change(2, NAMED, None), change(3, (1, 4))) == [(1, 1, 4)]


def test_f28_days_dropped_and_named_again_are_new() -> None:
    assert since(change(1, (1, 4)), change(2), change(3, (1, 4))) == [(3, 1, 4)]


def test_f28_an_absence_made_longer_keeps_its_old_days() -> None:
    assert since(change(1, (1, 4)), change(2, (1, 9))) == [(1, 1, 4), (2, 5, 9)]
    assert since(change(1, (1, 9)), change(2, (1, 4))) == [(1, 1, 4)]


RANGES = st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9)), max_size=4)


@given(RANGES)
def test_f28_every_absence_is_a_run_of_days_of_which_none_is_worked(spans: list[tuple[int, int]]) -> None:
    ranges = [(first, min(31, first + length)) for first, length in spans]
    calendar = away(*ranges)
    for each in absences_ahead(calendar, date(2026, 12, 1)):
        inside = [date.fromordinal(n) for n in range(each.first.toordinal(), each.last.toordinal() + 1)]
        assert each.days >= 2
        assert not any(is_working_day(calendar, day) for day in inside)
        assert sum(bool(calendar.week[day.weekday()]) for day in inside) == each.days
