"""F25: the end of the contract: its final call, the plan of what follows, the client's opinion."""

from __future__ import annotations

import pytest

from app.facts.work import Step
from app.rules.flags.term_ends import last_day_of
from tests.rules.making import Story, at, hour

PARTS = ["call", "feedback", "plan"]


def ending(last: str = "2026-11-30", first: str = "2026-11-02") -> Story:
    story = Story()
    story.contract(last, first)
    return story


def missing(story: Story, now: str) -> list[str]:
    found = story.all("F25", now)
    assert {each.reason.code for each in found} == {f"f25_{each.key.rpartition('/')[2]}" for each in found}
    return sorted(each.key.rpartition("/")[2] for each in found)


@pytest.mark.parametrize(
    ("now", "severities"),
    [
        ("2026-11-15 23:59", set()),
        ("2026-11-16 09:00", {"soon"}),
        ("2026-11-23 09:00", {"today"}),
        ("2026-11-23 18:00", {"late"}),
        ("2026-11-30 23:59", {"late"}),
        ("2026-12-01 00:00", set()),
    ],
)
def test_f25_stands_for_ten_working_days_and_is_due_five_before_the_end(now: str, severities: set[str]) -> None:
    assert {each.severity.value for each in ending().all("F25", now)} == severities


def test_f25_has_three_parts_each_with_a_key_of_its_own() -> None:
    found = ending().all("F25", "2026-11-20 10:00")
    assert sorted(each.key for each in found) == [f"F25:11:2026-11-30/{part}" for part in PARTS]
    assert {hour(each) for each in found} == {"2026-11-23 18:00"}
    assert {each.reason.code: each.cleared_by_message for each in found} == {
        "f25_call": False, "f25_plan": True, "f25_feedback": True,
    }  # fmt: skip


def test_f25_a_contract_without_an_end_asks_for_nothing() -> None:
    assert missing(Story(), "2026-11-20 10:00") == []


def test_f25_a_final_call_planned_or_held_clears_the_first_part() -> None:
    planned = ending()
    planned.call("2026-11-26 13:00", purpose="final")
    held = ending()
    held.more["final_call"] = at("2026-11-19 12:00")
    other = ending()
    other.call("2026-11-26 13:00", purpose="regular")
    assert missing(planned, "2026-11-20 10:00") == ["feedback", "plan"]
    assert missing(held, "2026-11-20 10:00") == ["feedback", "plan"]
    assert missing(other, "2026-11-20 10:00") == PARTS


def test_f25_a_final_call_that_was_missed_is_still_to_be_held() -> None:
    story = ending()
    story.call("2026-11-19 13:00", purpose="final", state="missed")
    assert missing(story, "2026-11-20 10:00") == PARTS


@pytest.mark.parametrize(
    ("period", "clears"),
    [("2026-12", True), ("2026-W49", True), ("2026-12-01", True), ("2026-11", False), ("2026-W48", False)],
)
def test_f25_a_plan_for_what_follows_clears_the_second_part(period: str, clears: bool) -> None:
    story = ending()
    story.report("2026-11-19 12:00", period, "plan")
    assert missing(story, "2026-11-20 10:00") == (["call", "feedback"] if clears else PARTS)


def test_f25_a_weekly_report_is_no_plan() -> None:
    story = ending()
    story.report("2026-11-19 12:00", "2026-W49", "weekly")
    assert missing(story, "2026-11-20 10:00") == PARTS


def test_f25_the_opinion_is_there_when_given_or_asked_for() -> None:
    given, asked = ending(), ending()
    given.more["feedback"] = Step(entry=500, kind="feedback.given", at=at("2026-11-19 12:00"))
    asked.more["survey"] = at("2026-11-19 12:00")
    assert missing(given, "2026-11-20 10:00") == missing(asked, "2026-11-20 10:00") == ["call", "plan"]


@pytest.mark.parametrize("first", ["2026-11-02", "2026-01-01", ""])
def test_f25_what_was_done_at_the_end_of_last_month_does_not_count_for_this_one(first: str) -> None:
    story = ending(first=first)
    story.more["feedback"] = Step(entry=500, kind="feedback.given", at=at("2026-10-29 12:00"))
    story.more["final_call"] = at("2026-10-29 12:00")
    story.report("2026-10-29 12:00", "2026-12", "plan")
    assert missing(story, "2026-11-20 10:00") == PARTS


@pytest.mark.parametrize(
    ("period", "last"),
    [("2026-11", "2026-11-30"), ("2024-02", "2024-02-29"), ("2026-W48", "2026-11-29"), ("2026-11-20", "2026-11-20")],
)
def test_f25_a_period_ends_on_its_last_day(period: str, last: str) -> None:
    assert last_day_of(period).isoformat() == last


def test_f25_a_week_that_the_year_has_not_is_no_plan_of_anything() -> None:
    story = ending()
    story.report("2026-11-19 12:00", "2025-W53", "plan")
    assert missing(story, "2026-11-20 10:00") == PARTS
