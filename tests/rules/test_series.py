"""D13, 1.4: a regular call keeps its wall hour where the client is, and moves off both sides' days off."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.calendar import Calendar
from app.facts.calendar_body import calendar_of
from app.rules.day_table import table_of
from app.rules.series import Rhythm, series

OFFICE = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}


def calendar(zone: str, *days: tuple[str, str], **more: object) -> Calendar:
    off = [{"from": first, "to": last} for first, last in days]
    return calendar_of(zone=zone, hours=OFFICE, days_off=off, **more)  # type: ignore[arg-type]


def rhythm(every: int, zone: str, *, tolerance: int = 2, hour: str = "13:00") -> Rhythm:
    return Rhythm(every_days=every, tolerance_days=tolerance, hour=hour, zone=zone)


MADRID = calendar("Europe/Madrid")


@pytest.mark.parametrize(
    ("zone", "last", "here"),
    [
        ("Europe/Madrid", "2026-10-15", ["13:00", "13:00", "13:00"]),
        ("America/Santiago", "2026-08-20", ["19:00", "18:00", "18:00"]),
        ("Asia/Yekaterinburg", "2026-10-08", ["10:00", "09:00", "09:00"]),
        ("America/New_York", "2026-10-08", ["19:00", "19:00", "19:00"]),
        ("America/New_York", "2026-10-15", ["18:00", "19:00", "19:00"]),
    ],
)
def test_their_hour_stays_and_mine_moves_with_the_clocks(zone: str, last: str, here: list[str]) -> None:
    """B3: Madrid leaves summer time on 25 October, Santiago enters it on 6 September, Yekaterinburg never changes."""
    found = list(series(rhythm(14, zone), date.fromisoformat(last), MADRID, calendar(zone), 3))
    assert [each.local[11:] for each in found] == ["13:00"] * 3
    assert [f"{each.at.astimezone(ZoneInfo('Europe/Madrid')):%H:%M}" for each in found] == here
    assert [each.on.weekday() for each in found] == [3, 3, 3]


def test_santiago_in_september_and_madrid_in_october_to_the_minute() -> None:
    """Golden: written out by hand, UTC of six fortnightly calls at 13:00 in Santiago over both changes."""
    theirs = calendar("America/Santiago")
    found = series(rhythm(14, "America/Santiago"), date(2026, 8, 20), MADRID, theirs, 6)
    assert [(each.local, f"{each.at:%m-%d %H:%M}") for each in found] == [
        ("2026-09-03T13:00", "09-03 17:00"),
        ("2026-09-17T13:00", "09-17 16:00"),
        ("2026-10-01T13:00", "10-01 16:00"),
        ("2026-10-15T13:00", "10-15 16:00"),
        ("2026-10-29T13:00", "10-29 16:00"),
        ("2026-11-12T13:00", "11-12 16:00"),
    ]


def test_an_hour_in_the_spring_gap_is_the_first_one_after_it() -> None:
    """W2: 02:30 does not exist in Madrid on Sunday, 29 March 2026."""
    every_day = calendar_of(zone="Europe/Madrid", hours={day: [["00:00", "24:00"]] for day in (*OFFICE, "sat", "sun")})
    (found,) = series(rhythm(7, "Europe/Madrid", hour="02:30"), date(2026, 3, 22), every_day, every_day, 1)
    assert (found.on, found.at) == (date(2026, 3, 29), datetime(2026, 3, 29, 1, 0, tzinfo=UTC))


def test_a_day_off_of_either_side_moves_it_to_the_nearest_day() -> None:
    """1.4: tolerance two days; the client's holiday on the 3rd, mine on the 17th and 18th."""
    mine, theirs = calendar("Europe/Madrid", ("2026-12-17", "2026-12-18")), calendar(
        "Europe/Moscow", ("2026-12-03", "2026-12-03"))  # fmt: skip
    found = list(series(rhythm(14, "Europe/Moscow"), date(2026, 11, 19), mine, theirs, 3))
    assert [each.on for each in found] == [date(2026, 12, 4), date(2026, 12, 16), date(2026, 12, 31)]
    assert [[off.whose for off in each.in_the_way] for each in found] == [["client"], ["me"], []]
    assert all(each.fits for each in found)


def test_a_later_day_is_not_taken_where_the_call_before_would_lie_too_far_back() -> None:
    """F13: the call before was moved two days forward in time; rhythm and tolerance together are 16 days."""
    theirs = calendar("Europe/Madrid", ("2026-12-02", "2026-12-04"), ("2026-12-16", "2026-12-16"))
    found = list(series(rhythm(14, "Europe/Madrid"), date(2026, 11, 18), MADRID, theirs, 2))
    assert [each.on for each in found] == [date(2026, 12, 1), date(2026, 12, 17)]
    theirs = calendar("Europe/Madrid", ("2026-12-02", "2026-12-04"), ("2026-12-15", "2026-12-16"))
    last = list(series(rhythm(14, "Europe/Madrid", tolerance=1), date(2026, 11, 18), MADRID, theirs, 2))[-1]
    assert (last.on, last.fits) == (date(2026, 12, 16), False)


def test_where_no_day_fits_the_rhythms_day_stands_and_says_so() -> None:
    """D3: nothing is hidden; the owner decides."""
    mine = calendar("Europe/Madrid", ("2026-08-01", "2026-08-31"))
    (found,) = series(rhythm(14, "Europe/Madrid"), date(2026, 7, 29), mine, MADRID, 1)
    assert (found.on, found.fits, [each.whose for each in found.in_the_way]) == (date(2026, 8, 12), False, ["me"])


def test_the_owners_day_is_the_one_on_which_the_hour_falls_there() -> None:
    """W12: 09:00 on Friday in Auckland is Thursday evening in Madrid, when Thursday is my day off."""
    mine = calendar("Europe/Madrid", ("2026-11-19", "2026-11-19"))
    theirs = calendar("Pacific/Auckland")
    (found,) = series(rhythm(14, "Pacific/Auckland", hour="09:00"), date(2026, 11, 6), mine, theirs, 1)
    assert found.on == date(2026, 11, 19)
    assert not found.in_my_hours and found.in_their_hours


zones = st.sampled_from(["Europe/Madrid", "America/Santiago", "Asia/Yekaterinburg", "Pacific/Auckland", "UTC"])
days = st.integers(0, 720).map(lambda n: date(2026, 1, 1) + timedelta(days=n))


@given(zones, days, st.integers(1, 40), st.integers(0, 6), st.lists(st.tuples(days, st.integers(0, 12)), max_size=5))
def test_a_series_keeps_its_hour_its_tolerance_and_its_order(
    zone: str, last: date, every: int, tolerance: int, off: list[tuple[date, int]]
) -> None:
    """D13: whatever the days off are."""
    theirs = calendar(zone, *((f"{first}", f"{first + timedelta(days=n)}") for first, n in off))
    found = list(series(rhythm(every, zone, tolerance=tolerance), last, MADRID, theirs, 8))
    for n, each in enumerate(found, 1):
        assert each.ideal == last + timedelta(days=n * every)
        assert abs((each.on - each.ideal).days) <= tolerance
        assert each.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None).isoformat(timespec="minutes") == each.local
        assert not each.fits or table_of(theirs).is_working(each.on)
        assert each.fits or each.on == each.ideal
    assert all(a.on < b.on or not b.fits for a, b in pairwise(found))
    ordered = [last, *(each.on for each in found)]
    assert all((b - a).days <= every + tolerance or not each.fits
               for (a, b), each in zip(pairwise(ordered), found, strict=True))  # fmt: skip
