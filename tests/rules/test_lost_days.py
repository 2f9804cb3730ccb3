"""Lost days (W10): a careful count is believed, so every day is counted once."""

from __future__ import annotations

from datetime import date

from app.facts.calendar_body import calendar_of
from app.rules.lost_days import Claim, Lost, claimed_days, edit_claim, lost_days, request_claim
from app.rules.promise_results import (
    Round,
)
from tests.rules.making_rounds import edit_round, noon, told

OFFICE = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
ZONE = "Europe/Moscow"
CALENDAR = calendar_of(zone=ZONE, hours=OFFICE)
TODAY = date(2026, 5, 29)


def asked(item: int, due: int, answered: int | None = None, cause: str = "material", begun: int = 1) -> Claim:
    ended = date(2026, 5, answered) if answered else None
    return request_claim(item=item, begun=noon(begun), cause=cause, due=date(2026, 5, due), answered=ended, today=TODAY)


def days(lost: Lost) -> list[int]:
    return [each.on.day for each in lost.days]


def test_the_due_day_and_the_day_of_the_answer_are_not_lost() -> None:
    assert days(lost_days(CALENDAR, [asked(1, due=14, answered=20)])) == [15, 18, 19]


def test_an_answer_on_the_due_day_or_before_it_costs_nothing() -> None:
    assert lost_days(CALENDAR, [asked(1, due=14, answered=14), asked(2, due=14, answered=4)]).total == 0


def test_while_a_request_is_open_today_does_not_count() -> None:
    assert days(lost_days(CALENDAR, [asked(1, due=26)])) == [27, 28]


def test_days_off_of_mine_are_never_lost() -> None:
    calendar = calendar_of(zone=ZONE, hours=OFFICE, days_off=[{"from": "2026-05-18", "to": "2026-05-19"}])
    assert days(lost_days(calendar, [asked(1, due=14, answered=21)])) == [15, 20]


def test_a_day_claimed_twice_counts_once_and_is_booked_to_the_oldest_request_open_then() -> None:
    lost = lost_days(CALENDAR, [asked(9, due=15, answered=21, begun=2), asked(4, due=14, answered=19, begun=3)])
    assert days(lost) == [15, 18, 19, 20]
    assert [each.item for each in lost.days] == [4, 9, 9, 9]
    assert (lost.of(9), lost.of(4), lost.total) == (3, 1, 4)


def test_days_count_once_per_cause() -> None:
    claims = [
        asked(1, due=14, answered=19, cause="material"),
        asked(2, due=14, answered=20, cause="material"),
        asked(3, due=15, answered=20, cause="access"),
    ]
    lost = lost_days(CALENDAR, claims)
    assert lost.total == 3
    assert lost.by_cause() == {"access": 2, "material": 3}


def test_a_period_takes_its_own_days_only() -> None:
    lost = lost_days(CALENDAR, [asked(1, due=14, answered=21)])
    assert days(lost.within(date(2026, 5, 18), date(2026, 5, 19))) == [18, 19]


def test_my_own_delay_counts_the_day_of_delivery() -> None:
    claim = edit_claim(edit_round(told(13, 15), delivered=19), ZONE, TODAY)
    assert claim is not None
    assert [day.day for day in claimed_days(CALENDAR, claim)] == [18, 19]


def test_while_my_edit_is_late_and_open_today_does_not_count() -> None:
    claim = edit_claim(edit_round(told(13, 26)), ZONE, TODAY)
    assert claim is not None
    assert [day.day for day in claimed_days(CALENDAR, claim)] == [27, 28]


def test_a_date_moved_in_time_is_the_one_that_my_delay_is_counted_from() -> None:
    claim = edit_claim(edit_round(told(11, 13), told(13, 15), delivered=18), ZONE, TODAY)
    assert claim is not None
    assert [day.day for day in claimed_days(CALENDAR, claim)] == [18]


def test_a_date_moved_late_does_not_shorten_my_delay() -> None:
    claim = edit_claim(edit_round(told(11, 13), told(15, 20), told(18, 22), delivered=20), ZONE, TODAY)
    assert claim is not None
    assert [day.day for day in claimed_days(CALENDAR, claim)] == [14, 15, 18, 19, 20]


def test_days_on_which_my_clock_rested_are_not_mine() -> None:
    claim = edit_claim(edit_round(told(11, 13), delivered=20, rests=((12, 18),)), ZONE, TODAY)
    assert claim is not None
    assert [day.day for day in claimed_days(CALENDAR, claim)] == [19, 20]


def test_an_edit_withdrawn_by_the_client_costs_nothing_from_then_on() -> None:
    dropped = Round(item=7, begun=noon(1), told=(told(11, 13),), dropped=noon(18))
    claim = edit_claim(dropped, ZONE, TODAY)
    assert claim is not None
    assert [day.day for day in claimed_days(CALENDAR, claim)] == [14, 15]


def test_an_edit_without_a_told_date_claims_nothing() -> None:
    assert edit_claim(edit_round(delivered=20), ZONE, TODAY) is None
