"""Promised dates and their counts (W8), the client's term (W9), what is left after a rest (D11)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.errors import Refused
from app.facts.calendar import Calendar, OffReason
from app.facts.calendar_body import calendar_of
from app.rules.promises import CountIs, Promised, TermRule, after_rest, chosen, client_term, promise, provisional
from app.rules.working_time import is_working_day
from tests.rules.test_working_time_walked import at_minute, moments, worlds

OFFICE = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
FRIDAY = datetime(2026, 5, 15, 9, 0, tzinfo=UTC)
SATURDAY = FRIDAY + timedelta(days=1)
FULL, DAY_N = TermRule.AFTER_FULL_DAYS, TermRule.DAY_N
SIX_PM = 18 * 60
terms = st.integers(0, 8)


def moscow(**more: object) -> Calendar:
    return calendar_of(zone="Europe/Moscow", hours=OFFICE, **more)  # type: ignore[arg-type]


def words(promised: Promised) -> list[str]:
    return [f"{line.on:%a %d} {line.is_.value}{line.number or ''}" for line in promised.count]


def test_two_working_days_talked_over_on_friday_are_launched_by_wednesday() -> None:
    promised = promise(moscow(), FRIDAY, 2, FULL)
    assert promised.on == date(2026, 5, 20)
    assert promised.closing == datetime(2026, 5, 20, 15, 0, tzinfo=UTC)
    assert words(promised) == [
        "Fri 15 received",
        "Sat 16 off",
        "Sun 17 off",
        "Mon 18 full1",
        "Tue 19 full2",
        "Wed 20 due",
    ]


def test_the_usual_count_in_law_gives_tuesday() -> None:
    assert promise(moscow(), FRIDAY, 2, DAY_N).on == date(2026, 5, 19)


def test_a_rule_may_be_given_in_the_word_of_the_record_format() -> None:
    assert promise(moscow(), FRIDAY, 2, "day_n") == promise(moscow(), FRIDAY, 2, DAY_N)


def test_no_days_at_all_mean_the_next_working_day_or_today() -> None:
    assert promise(moscow(), FRIDAY, 0, FULL).on == date(2026, 5, 18)
    assert promise(moscow(), FRIDAY, 0, DAY_N).on == date(2026, 5, 15)
    assert promise(moscow(), SATURDAY, 0, DAY_N).on == date(2026, 5, 18)
    assert words(promise(moscow(), FRIDAY, 0, DAY_N)) == ["Fri 15 due"]


def test_after_the_cut_off_the_count_begins_on_the_next_working_day() -> None:
    evening = datetime(2026, 5, 15, 15, 0, tzinfo=UTC)
    assert promise(moscow(), evening - timedelta(seconds=1), 2, FULL, SIX_PM).on == date(2026, 5, 20)
    late = promise(moscow(), evening, 2, FULL, SIX_PM)
    assert (late.received_day, late.on) == (date(2026, 5, 18), date(2026, 5, 21))


def test_the_count_says_why_a_day_is_off() -> None:
    calendar = moscow(
        days_off=[{"from": "2026-05-18", "why": "exhibition"}],
        holidays={"country": "RU", "years": {"2026": [{"on": "2026-05-19", "name": "A feast"}]}},
        extra_days=[{"on": "2026-05-16", "as": "fri"}],
    )
    count = promise(calendar, FRIDAY, 2, FULL).count
    assert [(line.is_, line.reason, line.why) for line in count] == [
        (CountIs.RECEIVED, None, ""),
        (CountIs.FULL, None, ""),
        (CountIs.OFF, OffReason.WEEK, ""),
        (CountIs.OFF, OffReason.OWN, "exhibition"),
        (CountIs.OFF, OffReason.HOLIDAY, "A feast"),
        (CountIs.FULL, None, ""),
        (CountIs.DUE, None, ""),
    ]


def test_a_count_goes_into_the_entry_without_empty_keys() -> None:
    calendar = moscow(days_off=[{"from": "2026-05-18", "why": "exhibition"}])
    assert promise(calendar, SATURDAY, 0, FULL).count_body() == [
        {"on": "2026-05-16", "is": "received"},
        {"on": "2026-05-17", "is": "off"},
        {"on": "2026-05-18", "is": "off", "why": "exhibition"},
        {"on": "2026-05-19", "is": "due"},
    ]


def test_a_provisional_term_is_counted_as_in_law() -> None:
    assert provisional(moscow(), FRIDAY, 1).on == date(2026, 5, 18)


def test_each_side_skips_its_own_days_off_only() -> None:
    mine = moscow(days_off=[{"from": "2026-05-18"}])
    theirs = calendar_of(zone="Europe/Madrid", hours=OFFICE, days_off=[{"from": "2026-05-19"}])
    assert promise(mine, FRIDAY, 2, DAY_N).on == date(2026, 5, 20)
    assert client_term(theirs, FRIDAY, 2).on == date(2026, 5, 20)
    assert client_term(theirs, FRIDAY, 1).on == date(2026, 5, 18)


def test_a_promise_closes_in_the_zone_of_dates() -> None:
    promised = promise(moscow(), FRIDAY, 2, FULL, zone="Europe/Madrid")
    assert (promised.closing, promised.zone) == (datetime(2026, 5, 20, 16, 0, tzinfo=UTC), "Europe/Madrid")


def test_a_saturday_chosen_by_hand_closes_at_midnight() -> None:
    promised = chosen(moscow(), FRIDAY, date(2026, 5, 23), FULL)
    assert promised.closing == datetime(2026, 5, 23, 21, 0, tzinfo=UTC)
    assert words(promised)[-1] == "Sat 23 due"


def test_a_day_chosen_by_hand_says_how_many_days_it_gives() -> None:
    assert chosen(moscow(), FRIDAY, date(2026, 5, 20), FULL).days == 2
    assert chosen(moscow(), FRIDAY, date(2026, 5, 19), DAY_N).days == 2


def test_a_date_before_the_request_is_refused() -> None:
    with pytest.raises(Refused, match="Choose a later date"):
        chosen(moscow(), FRIDAY, date(2026, 5, 14), FULL)


def test_a_negative_or_endless_term_is_refused() -> None:
    for days in (-1, 1001):
        with pytest.raises(Refused, match="working days"):
            promise(moscow(), FRIDAY, days, FULL)


def test_after_a_rest_the_days_that_were_left_are_counted_anew() -> None:
    answered = datetime(2026, 5, 25, 9, 0, tzinfo=UTC)
    assert after_rest(moscow(), date(2026, 5, 20), date(2026, 5, 18), answered).on == date(2026, 5, 27)
    assert after_rest(moscow(), date(2026, 5, 20), date(2026, 5, 22), answered).on == date(2026, 5, 26)


@given(
    worlds(), moments, st.integers(0, 4000), st.integers(0, 8), st.sampled_from(TermRule), st.sampled_from([None, 960])
)
@example((moscow(), date(2026, 5, 11)), 4 * 1440, 1440, 2, FULL, None)
def test_a_later_request_is_never_promised_for_an_earlier_day(
    world: tuple[Calendar, date], minute: int, later: int, days: int, rule: TermRule, cutoff: int | None
) -> None:
    calendar, first = world
    early = promise(calendar, at_minute(first, minute), days, rule, cutoff)
    late = promise(calendar, at_minute(first, minute + later), days, rule, cutoff)
    assert early.on <= late.on
    assert early.closing <= late.closing


@given(worlds(), moments, terms, st.sampled_from(TermRule))
def test_a_count_names_every_day_from_the_received_one_to_the_due_one(
    world: tuple[Calendar, date], minute: int, days: int, rule: TermRule
) -> None:
    calendar, first = world
    promised = promise(calendar, at_minute(first, minute), days, rule)
    lines = promised.count
    assert [line.on for line in lines] == [lines[0].on + timedelta(days=n) for n in range(len(lines))]
    assert (lines[-1].on, lines[-1].is_) == (promised.on, CountIs.DUE)
    assert is_working_day(calendar, promised.on)
    full = [line for line in lines if line.is_ is CountIs.FULL]
    assert [line.number for line in full] == list(range(1, len(full) + 1))
    assert len(full) == (days if rule is FULL else max(0, days - 1))
    assert all(is_working_day(calendar, line.on) == (line.is_ is not CountIs.OFF) for line in lines[1:])
