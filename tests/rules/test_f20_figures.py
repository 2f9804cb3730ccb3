"""F20: the last reading of a goal, off its target line by as much as must be told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.rules.making import JAVIER, Story, hour


def read(value: str, base: str = "40", target: str = "60", **more: object) -> Story:
    """A goal from the 2nd to the 30th of November, read on the 16th: half of the way should be gone."""
    story = Story()
    story.measured(story.goal(base, target, **more), "2026-11-16 10:00", value)
    return story


@pytest.mark.parametrize(
    ("base", "target", "value", "off"),
    [
        ("40", "60", "50", None),
        ("40", "60", "45.01", None),
        ("40", "60", "45", "10 %"),
        ("40", "60", "30", "40 %"),
        ("40", "60", "80", None),
        ("10", "5", "8.2", None),
        ("10", "5", "8.25", "10 %"),
        ("10", "5", "2", None),
        ("50", "50", "44", "12 %"),
        ("50", "50", "56", "12 %"),
        ("-10", "10", "-3", "15 %"),
        ("0", "0", "1", "100 %"),
        ("3", "7", "4.4", "12 %"),
    ],
)
def test_f20_half_way_the_reading_is_held_against_the_middle(
    base: str, target: str, value: str, off: str | None
) -> None:
    flag = read(value, base, target).flag("F20", "2026-11-16 10:30")
    assert (flag.reason.values["off"] if flag else None) == off


def test_f20_names_the_figure_with_its_unit_and_is_due_within_my_answer_time() -> None:
    story = read("42", unit="orders")
    flag = story.flag("F20", "2026-11-16 10:30")
    assert flag is not None
    (goal,) = story.snapshot().goals
    assert flag.key == f"F20:11:{goal.readings[-1].entry}"
    assert (flag.item, hour(flag)) == (goal.number, "2026-11-16 12:00")
    assert flag.reason.values == {"metric": "Orders", "value": "42 orders", "target": "60 orders", "off": "16 %"}


def test_f20_only_the_last_reading_counts() -> None:
    story = read("30")
    (goal,) = story.snapshot().goals
    story.measured(goal.number, "2026-11-18 10:00", "52")
    assert story.flag("F20", "2026-11-17 10:00") is not None
    assert story.flag("F20", "2026-11-18 10:00") is None


def test_f20_a_reading_told_is_told_until_the_next_one() -> None:
    story = read("30")
    (goal,) = story.snapshot().goals
    story.sent("2026-11-16 11:00", to=JAVIER, about=(goal.number,))
    assert story.flag("F20", "2026-11-16 11:30") is not None
    story.sent("2026-11-16 11:40", about=(goal.number,))
    assert story.flag("F20", "2026-11-16 11:40") is None
    story.measured(goal.number, "2026-11-18 10:00", "31")
    assert story.flag("F20", "2026-11-18 10:00") is not None


def test_f20_the_agreement_under_which_the_goal_was_set_says_how_much_must_be_told() -> None:
    story = Story(preset=None)
    story.agreed(since="2026-09-01", kpi_deviation_percent="20")
    story.measured(story.goal("40", "60", terms=20), "2026-11-16 10:00", "42")
    story.agreed(since="2026-11-10", kpi_deviation_percent="10")
    assert story.flag("F20", "2026-11-16 10:30") is None
    (goal,) = story.snapshot().goals
    story.items[goal.number] = replace(goal, terms=21)
    assert story.flag("F20", "2026-11-16 10:30") is not None


def test_f20_a_goal_that_is_closed_or_was_never_read_says_nothing() -> None:
    story = read("30")
    (goal,) = story.snapshot().goals
    story.step(goal.number, "closed", "goal.closed", "2026-11-16 11:00")
    story.goal("40", "60")
    assert story.flag("F20", "2026-11-16 11:00") is None


def test_f20_after_its_last_day_a_reading_is_held_against_the_target() -> None:
    story = Story()
    goal = story.goal("40", "60")
    story.measured(goal, "2026-12-14 10:00", "55")
    assert story.flag("F20", "2026-12-14 10:30") is None
    story.measured(goal, "2026-12-15 10:00", "54")
    flag = story.flag("F20", "2026-12-15 10:30")
    assert flag is not None and flag.reason.values["off"] == "10 %"
