"""The penalty calculator (1.4): exactly the terms, every step shown, no number where a base is missing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.penalties import Penalties, Penalty, PenaltyGap, PenaltySort
from app.facts.statistics import Period, PeriodSort
from app.rules.penalties import formula, penalties
from tests.rules.making_history import Past

FEE = {"amount": "1200.00", "currency": "EUR"}
DAILY: dict[str, Any] = {
    "sort": "per_day_percent",
    "side": "me",
    "percent": "2",
    "base": FEE,
    "base_is": "the monthly fee",
    "days_are": "working",
}
WHOLE = Period(PeriodSort.ALL, date(2026, 9, 1), date(2026, 12, 31))
NOW = "2026-11-30 12:00"


def agreed(*terms: dict[str, Any]) -> Past:
    past = Past(preset=None)
    past.agreed(since="2026-09-01", penalties=terms)
    return past


def late_edit(past: Past, due: str = "2026-11-06", delivered: str = "2026-11-11") -> int:
    """Due on a Friday, delivered on the Wednesday after: three working days, five calendar days."""
    edit = past.edit("2026-11-02 10:00", "Price list")
    past.promise(edit, "2026-11-02 11:00", due)
    past.delivered(edit, f"{delivered} 10:00", told=True)
    return edit


def found(past: Past, period: Period = WHOLE) -> Penalties:
    return penalties(past.history(NOW), period)


def one(past: Past, period: Period = WHOLE) -> Penalty:
    (line,) = found(past, period).lines
    return line


def amount(past: Past, period: Period = WHOLE) -> str:
    line = one(past, period)
    assert line.formula is not None
    return str(line.formula.result.amount)


def test_penalties_are_off_unless_they_were_agreed() -> None:
    past = Past()
    late_edit(past)
    assert found(past).are_off
    assert found(past).total("me") == ()


CASES = [
    ("2 % a working day", {}, "72.00"),
    ("2 % a calendar day", {"days_are": "calendar"}, "120.00"),
    ("10 % once", {"sort": "once_percent", "percent": "10"}, "120.00"),
    ("under the cap", {"cap": {"amount": "100.00", "currency": "EUR"}}, "72.00"),
    ("the cap", {"cap": {"amount": "50.00", "currency": "EUR"}}, "50.00"),
    ("half a percent", {"percent": "0.5"}, "18.00"),
    ("rounded at the end only", {"percent": "1", "base": {"amount": "0.50", "currency": "EUR"}}, "0.02"),
    ("half a cent goes up", {"percent": "0.5", "base": {"amount": "1.00", "currency": "EUR"}}, "0.02"),
    ("less than half a cent", {"percent": "0.1", "base": {"amount": "1.00", "currency": "EUR"}}, "0.00"),
]


@pytest.mark.parametrize(("story", "change", "expected"), CASES, ids=[case[0] for case in CASES])
def test_three_working_days_cost_what_the_term_says(story: str, change: dict[str, Any], expected: str) -> None:
    past = agreed(DAILY | change)
    late_edit(past)
    assert amount(past) == expected, story


def test_the_steps_are_shown() -> None:
    past = agreed(DAILY | {"cap": {"amount": "50.00", "currency": "EUR"}})
    edit = late_edit(past)
    line = one(past)
    steps = line.formula
    assert steps is not None
    assert (steps.percent, steps.base.amount, steps.times, steps.exact) == (
        Decimal(2),
        Decimal("1200.00"),
        3,
        Decimal(72),
    )
    assert (steps.rounded, steps.is_capped, line.base_is) == (Decimal("72.00"), True, "the monthly fee")
    assert [(each.item, each.title, each.due, each.days) for each in line.delays] == [
        (edit, "Price list", date(2026, 11, 6), 3)
    ]


def test_nothing_late_costs_nothing_and_the_term_is_still_listed() -> None:
    past = agreed(DAILY)
    late_edit(past, delivered="2026-11-06")
    assert amount(past) == "0.00"


def test_two_edits_late_on_one_day_are_one_day_of_delay() -> None:
    """W10: a day counts once; the base is one sum for all."""
    past = agreed(DAILY)
    late_edit(past)
    late_edit(past, due="2026-11-09")
    assert (one(past).days, amount(past)) == (3, "72.00")


def test_a_period_takes_its_own_days_only() -> None:
    past = agreed(DAILY)
    late_edit(past)
    week = Period(PeriodSort.DATES, date(2026, 11, 9), date(2026, 11, 10))
    assert amount(past, week) == "48.00"


# --- days that the client caused ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("clause", "deducted", "expected"), [("yes", 1, "48.00"), ("no", 0, "72.00")])
def test_days_on_which_the_client_was_overdue_are_taken_off_when_the_term_says_so(
    clause: str, deducted: int, expected: str
) -> None:
    past = agreed(DAILY | {"client_days_deducted": clause})
    late_edit(past)
    request = past.request("2026-11-02 10:00", "2026-11-09")
    past.step(request, "ended", "request.answered", "2026-11-11 09:00")
    line = one(past)
    assert (line.days, line.deducted, amount(past)) == (3, deducted, expected)


def test_days_on_which_my_clock_rested_are_taken_off_too() -> None:
    """D11: the edit waited for what was overdue, the day of the answer included."""
    past = agreed(DAILY | {"client_days_deducted": "yes"})
    edit = late_edit(past)
    request = past.request("2026-11-06 17:00", "2026-11-09", needed_for=(edit,))
    past.step(request, "ended", "request.answered", "2026-11-10 17:00")
    line = one(past)
    assert (line.days, line.deducted) == (3, 2)


def test_a_delay_that_the_client_caused_wholly_costs_nothing_once() -> None:
    past = agreed({"sort": "once_percent", "side": "me", "percent": "10", "base": FEE, "client_days_deducted": "yes"})
    late_edit(past, delivered="2026-11-09")
    past.request("2026-11-02 10:00", "2026-11-05")
    assert amount(past) == "0.00"


# --- calls, the other side, versions ---------------------------------------------------------------------------------

CALL = {"sort": "per_skipped_call", "side": "me", "sum": {"amount": "15.00", "currency": "EUR"}}


def test_a_skipped_call_costs_its_sum_to_the_side_that_missed_it() -> None:
    """D16."""
    past = agreed(CALL, CALL | {"side": "client"})
    mine = [past.miss("2026-11-05", "me"), past.miss("2026-11-12", "me")]
    theirs = past.miss("2026-11-19", "client")
    me, client = found(past).lines
    assert (me.calls, client.calls) == (tuple(mine), (theirs,))
    assert [str(money.amount) for side in ("me", "client") for money in found(past).total(side)] == ["30.00", "15.00"]


def test_the_clients_own_delay_costs_the_client() -> None:
    """W10: due on Friday, answered on Wednesday: Monday and Tuesday."""
    past = agreed(DAILY | {"side": "client"})
    request = past.request("2026-11-02 10:00", "2026-11-06")
    past.step(request, "ended", "request.answered", "2026-11-11 09:00")
    assert (one(past).days, amount(past)) == (2, "48.00")


def test_what_began_under_an_agreement_keeps_its_penalty() -> None:
    """1.2: the new version's 5 % is not for the edit of the old one."""
    past = agreed(DAILY)
    late_edit(past)
    past.agreed(since="2026-11-05", penalties=(DAILY | {"percent": "5"},))
    assert [line.formula.result.amount for line in found(past).lines if line.formula] == [72, 0]


def test_a_version_that_is_not_in_force_yet_costs_nothing() -> None:
    past = Past()
    past.agreed(since="2027-01-01", penalties=(DAILY,))
    assert found(past).are_off


# --- gaps -----------------------------------------------------------------------------------------------------------


def without(term: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in term.items() if name != key}


GAPS = [
    (without(DAILY, "base"), PenaltyGap.BASE),
    (without(DAILY, "percent"), PenaltyGap.PERCENT),
    (without(DAILY, "days_are"), PenaltyGap.DAYS),
    (without(CALL, "sum"), PenaltyGap.SUM),
    (DAILY | {"cap": {"amount": "50.00", "currency": "USD"}}, PenaltyGap.CURRENCY),
]


@pytest.mark.parametrize(("term", "gap"), GAPS, ids=[gap.value for _, gap in GAPS])
def test_what_a_term_leaves_open_is_named_instead_of_a_number(term: dict[str, Any], gap: PenaltyGap) -> None:
    past = agreed(term)
    late_edit(past)
    line = one(past)
    assert (line.gap, line.formula) == (gap, None)
    assert found(past).total("me") == ()


cents = st.integers(0, 10**9).map(lambda n: f"{n // 100}.{n % 100:02}")


@given(cents, st.integers(0, 10_000).map(lambda n: f"{n // 100}.{n % 100:02}"), st.integers(0, 400), cents)
def test_the_sum_is_never_more_than_its_cap_and_never_off_by_more_than_half_a_cent(
    base: str, percent: str, days: int, cap: str
) -> None:
    term = {"percent": percent, "base": {"amount": base, "currency": "EUR"}, "cap": {"amount": cap, "currency": "EUR"}}
    steps = formula(PenaltySort.PER_DAY, term, days)
    assert steps.exact * 100 == Decimal(base) * Decimal(percent) * days
    assert abs(steps.rounded - steps.exact) <= Decimal("0.005")
    assert steps.result.amount == min(steps.rounded, Decimal(cap))
