"""F20: how far a reading is off its target line, worked out by hand from the formula of the design."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.plan import Goal
from app.rules.goal_line import deviation, expected, way_gone

BEGUN = datetime(2026, 9, 1, 8, tzinfo=UTC)


def goal(base: str, target: str, since: date = date(2026, 9, 1), by: date = date(2026, 9, 11)) -> Goal:
    return Goal(number=1, client=1, begun=BEGUN, recorded=BEGUN, open=True, title="Orders",
                metric="Orders", base=base, target=target, since=since, by=by)  # fmt: skip


@pytest.mark.parametrize(
    ("base", "target", "day", "line"),
    [
        ("40", "60", 1, "40"),
        ("40", "60", 6, "50"),
        ("40", "60", 11, "60"),
        ("40", "60", 20, "60"),
        ("10", "5", 6, "7.5"),
    ],
)
def test_f20_the_target_line_runs_from_base_to_target_and_ends_there(
    base: str, target: str, day: int, line: str
) -> None:
    assert expected(goal(base, target), date(2026, 9, day)) == Decimal(line)


@pytest.mark.parametrize(
    ("base", "target", "value", "off"),
    [
        ("40", "60", "45", "0.1"),
        ("40", "60", "50", "0"),
        ("40", "60", "55", "-0.1"),
        ("10", "5", "9", "0.2"),
        ("10", "5", "6", "-0.2"),
        ("50", "50", "40", "0.2"),
        ("50", "50", "60", "0.2"),
        ("-10", "10", "-5", "0.25"),
        ("0", "0", "0", "0"),
        ("0", "0", "3", "1"),
    ],
)
def test_f20_half_way_a_reading_is_off_by_its_share_of_what_was_expected(
    base: str, target: str, value: str, off: str
) -> None:
    assert deviation(goal(base, target), value, date(2026, 9, 6)) == Decimal(off)


def test_f20_a_goal_due_on_its_first_day_is_measured_against_its_target() -> None:
    same_day = goal("0", "10", by=date(2026, 9, 1))
    assert deviation(same_day, "9", date(2026, 9, 1)) == Decimal("0.1")


@given(st.integers(-1000, 1000), st.integers(-1000, 1000), st.integers(-2000, 2000), st.integers(1, 11))
def test_f20_a_reading_on_the_line_is_never_off(base: int, target: int, other: int, day: int) -> None:
    held, on = goal(str(base), str(target)), date(2026, 9, day)
    line = expected(held, on)
    assert deviation(held, str(line), on) == 0
    assert (deviation(held, str(other), on) == 0) == (line == other)


@pytest.mark.parametrize(
    ("base", "target", "value", "done"),
    [("40", "60", "52", 600), ("10", "5", "9", 200), ("40", "60", "99", 1000), ("40", "60", "1", 0),
     ("5", "5", "5", 1000), ("5", "5", "4", 0)],
)  # fmt: skip
def test_the_way_gone_is_a_share_of_a_thousand(base: str, target: str, value: str, done: int) -> None:
    assert way_gone(goal(base, target), value) == done
