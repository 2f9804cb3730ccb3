"""What a calendar takes out of an entry, and what it refuses (W1, D17)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app.errors import Refused
from app.facts.calendar import DaysOff, OffReason
from app.facts.calendar_body import calendar_of, date_of, duty_of, hours_of_week, minute_of, week_of_hours
from app.rules.day_table import table_of
from app.rules.working_time import closing, is_working_day

MONDAYS = {"mon": [["09:00", "13:00"], ["14:00", "24:00"]]}
SPAIN = {
    "country": "ES",
    "subdivision": "VC",
    "off": ["2026-10-12"],
    "years": {"2026": [{"on": "2026-12-07", "name": "Bridge"}, {"on": "2026-10-12", "name": "Fiesta Nacional"}]},
}


def made(**changed: Any) -> Any:
    return calendar_of(**({"zone": "Europe/Madrid", "hours": MONDAYS} | changed))


def test_hours_go_into_a_week_and_come_back_unchanged() -> None:
    week = week_of_hours(MONDAYS)
    assert week[0] == ((540, 780), (840, 1440))
    assert not any(week[1:])
    assert hours_of_week(week) == MONDAYS


def test_hours_may_touch() -> None:
    assert made(hours={"mon": [["09:00", "13:00"], ["13:00", "18:00"]]}).week[0] == ((540, 780), (780, 1080))


def test_a_public_holiday_is_off_and_one_switched_off_is_worked() -> None:
    calendar = made(holidays=SPAIN)
    assert not is_working_day(calendar, date(2026, 12, 7))
    assert table_of(calendar).off(date(2026, 12, 7)) == (OffReason.HOLIDAY, "Bridge")
    assert is_working_day(calendar, date(2026, 10, 12))


def test_days_off_run_from_first_to_last_both_included() -> None:
    calendar = made(days_off=[{"from": "2026-08-03", "to": "2026-08-10", "why": "leave"}])
    assert [is_working_day(calendar, date(2026, 8, day)) for day in (3, 10, 17)] == [False, False, True]


def test_a_moved_day_beats_a_day_off_and_takes_the_hours_of_its_weekday() -> None:
    calendar = made(
        days_off=[{"from": "2026-06-20"}], extra_days=[{"on": "2026-06-20", "as": "mon", "why": "moved from 12 June"}]
    )
    assert is_working_day(calendar, date(2026, 6, 20))
    assert closing(calendar, date(2026, 6, 20)) == datetime(2026, 6, 20, 22, 0, tzinfo=UTC)


def test_equal_calendars_share_one_table() -> None:
    assert made(holidays=SPAIN) is not made(holidays=SPAIN)
    assert table_of(made(holidays=SPAIN)) is table_of(made(holidays=SPAIN))


def test_other_hours_and_another_zone_leave_the_days_off_alone() -> None:
    calendar = made(holidays=SPAIN).with_week(week_of_hours({"tue": [["10:00", "12:00"]]})).in_zone("Asia/Tokyo")
    assert calendar.days_off == (
        DaysOff(first=date(2026, 12, 7), last=date(2026, 12, 7), why="Bridge", reason=OffReason.HOLIDAY),
    )
    assert closing(calendar, date(2026, 12, 8)) == datetime(2026, 12, 8, 3, 0, tzinfo=UTC)


def test_duty_windows_are_wall_times_of_their_own_zones() -> None:
    window = {
        "from": {"local": "2026-05-16T10:00", "zone": "Europe/Moscow"},
        "to": {"local": "2026-05-16T13:00", "zone": "Europe/Madrid"},
    }
    assert duty_of([window]) == ((datetime(2026, 5, 16, 7, tzinfo=UTC), datetime(2026, 5, 16, 11, tzinfo=UTC)),)


def test_a_duty_window_that_ends_before_it_begins_is_refused() -> None:
    begin, end = datetime(2026, 5, 16, 7, tzinfo=UTC), datetime(2026, 5, 16, 6, tzinfo=UTC)
    with pytest.raises(Refused, match="before it begins"):
        made().with_duty(((begin, end),))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"zone": "Europe/Atlantis"}, "no time zone called Europe/Atlantis"),
        ({"zone": "../../etc/passwd"}, "no time zone"),
        ({"zone": ""}, "no time zone"),
        ({"hours": {}}, "needs a working day"),
        ({"hours": {"mon": []}}, "needs a working day"),
        ({"hours": {"monday": [["09:00", "18:00"]]}}, "monday is no day of the week"),
        ({"hours": {"mon": [["09:00", "25:00"]]}}, "25:00 is no time of day"),
        ({"hours": {"mon": [["9:00", "18:00"]]}}, "9:00 is no time of day"),
        ({"hours": {"mon": [["09:00", "24:01"]]}}, "24:01 is no time of day"),
        ({"hours": {"mon": [["18:00", "09:00"]]}}, "end before they begin"),
        ({"hours": {"mon": [["09:00", "09:00"]]}}, "end before they begin"),
        ({"hours": {"mon": [["24:00", "24:00"]]}}, "between 00:00 and 24:00"),
        (
            {"hours": {"mon": [["09:00", "13:00"], ["12:00", "18:00"]]}},
            "12:00 begins before .* ends at 13:00",
        ),
        ({"hours": {"mon": [["14:00", "18:00"], ["09:00", "13:00"]]}}, "Put them in order"),
        ({"hours": {"mon": [["09:00"]]}}, "pairs"),
        ({"days_off": [{"from": "2026-08-14", "to": "2026-08-03"}]}, "end before they begin"),
        ({"days_off": [{"from": "2026-08-03", "to": "2096-08-03"}]}, "longer than ten years"),
        ({"days_off": [{"from": "2026-02-30"}]}, "2026-02-30 is no date"),
        ({"days_off": [{}]}, "is no date"),
        ({"extra_days": [{"on": "2026-06-20", "as": "tue"}]}, "weekday that has none"),
        ({"extra_days": [{"on": "2026-06-20", "as": "mon"}] * 2}, "listed twice"),
        ({"holidays": {"years": {"2026": [{"on": "2027-01-01", "name": "x"}]}}}, "Put it into its own year"),
        ({"holidays": {"years": {"soon": []}}}, "soon is no year"),
        ({"holidays": {"off": ["tomorrow"]}}, "tomorrow is no date"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        made(**changed)


@pytest.mark.parametrize("text", ["", "24:30", "12:60", "-1:00", "٠٩:٠٠", 900, None])
def test_what_is_no_time_of_day_is_refused(text: object) -> None:
    with pytest.raises(Refused, match="no time of day"):
        minute_of(text)


@pytest.mark.parametrize("text", ["20260803", "2026-8-3", "2026-W32-1", "٢٠٢٦-٠٨-٠٣", None])
def test_what_is_no_date_is_refused(text: object) -> None:
    with pytest.raises(Refused, match="no date"):
        date_of(text)
