"""Working time by example: gaps, folds, closings, silence, weeks (W1–W7, W11, W12)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import Refused
from app.facts.calendar_body import calendar_of
from app.facts.wall_time import end_instant, iso_week, local_date, start_instant
from app.rules.working_time import (
    NoWorkingDay,
    add_working_minutes,
    closing,
    end_of_next_working_day,
    next_opening,
    next_working_day,
    nth_working_day,
    opening,
    silent_days,
    working_minutes_between,
    working_seconds_between,
)

OFFICE = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}


def test_a_start_in_the_gap_is_the_first_instant_after_it() -> None:
    half_past_two = start_instant("Europe/Madrid", date(2026, 3, 29), 150)
    assert half_past_two == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_of_two_equal_wall_times_the_first_begins_and_the_second_ends() -> None:
    day = date(2026, 10, 25)
    assert start_instant("Europe/Madrid", day, 150) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert end_instant("Europe/Madrid", day, 150) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_sum_that_fills_the_day_ends_at_its_closing_and_not_at_the_next_opening() -> None:
    calendar = calendar_of(zone="Europe/Moscow", hours=OFFICE)
    friday = datetime(2026, 5, 15, 13, 0, tzinfo=UTC)
    assert add_working_minutes(calendar, friday, 120) == datetime(2026, 5, 15, 15, 0, tzinfo=UTC)
    assert next_opening(calendar, datetime(2026, 5, 15, 15, 0, tzinfo=UTC)) == datetime(2026, 5, 18, 6, 0, tzinfo=UTC)


def test_seconds_are_kept_and_only_whole_minutes_are_said() -> None:
    calendar = calendar_of(zone="Europe/Moscow", hours=OFFICE)
    begin = datetime(2026, 5, 15, 6, 0, 30, tzinfo=UTC)
    assert working_seconds_between(calendar, begin, begin + timedelta(seconds=119)) == 119
    assert working_minutes_between(calendar, begin, begin + timedelta(seconds=119)) == 1
    assert working_seconds_between(calendar, begin, begin - timedelta(hours=1)) == 0


def test_a_day_without_hours_closes_at_midnight_of_its_zone() -> None:
    calendar = calendar_of(zone="Asia/Kathmandu", hours=OFFICE)
    saturday = date(2026, 5, 16)
    assert opening(calendar, saturday) is None
    assert closing(calendar, saturday) == datetime(2026, 5, 16, 18, 15, tzinfo=UTC)


def test_a_working_day_more_than_400_days_away_is_not_searched_for_ever() -> None:
    leave = [{"from": "2026-05-02", "to": "2027-08-01", "why": "sabbatical"}]
    calendar = calendar_of(zone="Europe/Moscow", hours=OFFICE, days_off=leave)
    with pytest.raises(NoWorkingDay):
        next_opening(calendar, datetime(2026, 5, 4, 9, 0, tzinfo=UTC))
    with pytest.raises(NoWorkingDay):
        next_working_day(calendar, date(2026, 5, 4))
    assert next_working_day(calendar, date(2026, 9, 1)) == date(2027, 8, 2)
    assert issubclass(NoWorkingDay, Refused)


def test_at_the_end_of_the_calendar_no_day_is_invented() -> None:
    calendar = calendar_of(zone="Europe/Moscow", hours=OFFICE)
    with pytest.raises(NoWorkingDay):
        nth_working_day(calendar, date(9999, 12, 30), 5)


def test_duty_on_a_saturday_makes_hours_and_a_working_day() -> None:
    plain = calendar_of(zone="Europe/Moscow", hours=OFFICE)
    saturday = datetime(2026, 5, 16, 7, 0, tzinfo=UTC)
    on_duty = plain.with_duty(((saturday, saturday + timedelta(hours=3)),))
    friday_night = datetime(2026, 5, 15, 20, 0, tzinfo=UTC)
    assert next_opening(plain, friday_night) == datetime(2026, 5, 18, 6, 0, tzinfo=UTC)
    assert next_opening(on_duty, friday_night) == saturday
    assert add_working_minutes(on_duty, friday_night, 240) == datetime(2026, 5, 18, 7, 0, tzinfo=UTC)
    assert end_of_next_working_day(on_duty, friday_night) == saturday + timedelta(hours=3)


def test_silence_counts_working_days_after_the_last_contact_today_included() -> None:
    calendar = calendar_of(zone="Europe/Moscow", hours=OFFICE)
    assert silent_days(calendar, date(2026, 5, 15), date(2026, 5, 15)) == 0
    assert silent_days(calendar, date(2026, 5, 15), date(2026, 5, 17)) == 0
    assert silent_days(calendar, date(2026, 5, 15), date(2026, 5, 19)) == 2


def test_today_and_the_week_depend_on_the_zone() -> None:
    late_sunday = datetime(2026, 5, 17, 21, 30, tzinfo=UTC)
    assert local_date("Europe/Moscow", late_sunday) == date(2026, 5, 18)
    assert iso_week("Europe/Moscow", late_sunday) == "2026-W21"
    assert iso_week("Europe/Madrid", late_sunday) == "2026-W20"
    assert iso_week("UTC", datetime(2027, 1, 1, tzinfo=UTC)) == "2026-W53"


def test_where_midnight_comes_twice_the_hour_belongs_to_the_day_that_began_first() -> None:
    """Havana, 1 November 2026: 00:00 at 04:00 UTC and again at 05:00 UTC."""
    hours = {"sat": [["20:00", "24:00"]], "sun": [["00:00", "06:00"]]}
    calendar = calendar_of(zone="America/Havana", hours=hours)
    saturday_evening = datetime(2026, 11, 1, 0, 0, tzinfo=UTC)
    between_the_midnights = datetime(2026, 11, 1, 4, 30, tzinfo=UTC)
    sunday_morning = datetime(2026, 11, 1, 11, 0, tzinfo=UTC)
    assert working_minutes_between(calendar, saturday_evening, sunday_morning) == 11 * 60
    assert add_working_minutes(calendar, saturday_evening, 11 * 60) == sunday_morning
    only_saturday = calendar_of(zone="America/Havana", hours={"sat": [["20:00", "24:00"]]})
    assert next_opening(only_saturday, between_the_midnights) == between_the_midnights
