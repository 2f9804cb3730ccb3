"""F9 to F13: a call is agreed beforehand, held, written down, and comes round again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.work import Step
from tests.rules.making import JAVIER, Story, at, day, hour

# --- F9, F10 -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "missing"),
    [
        ({"topics": ()}, ("topic",)),
        ({"channel": ""}, ("channel",)),
        ({"topics": (), "channel": ""}, ("topic", "channel")),
    ],
)
def test_a_call_without_topic_or_channel_is_to_be_agreed_one_working_day_before(
    plan: dict[str, object], missing: tuple[str, ...]
) -> None:
    story = Story()
    number = story.call("2026-11-23 13:00", **plan)  # type: ignore[arg-type]
    flag = story.flag("F9", "2026-11-19 10:00")
    assert flag is not None
    assert (flag.key, hour(flag), flag.severity) == (f"F9:11:{number}", "2026-11-20 18:00", "soon")
    assert flag.reason.values["missing"] == missing
    assert story.severity("F9", "2026-11-23 10:00") == "late"
    assert story.flag("F9", "2026-11-18 10:00") is None


def test_a_call_with_a_day_only_lacks_its_hour() -> None:
    story = Story()
    story.call(None, day="2026-11-23")
    flag = story.flag("F9", "2026-11-20 10:00")
    assert flag is not None
    assert (flag.reason.values["missing"], flag.severity) == (("time",), "today")


def test_a_complete_plan_asks_for_nothing_and_stands_under_calls_from_the_day_before() -> None:
    story = Story()
    story.call("2026-11-21 13:00")
    assert story.flag("F9", "2026-11-20 10:00") is None
    assert story.flag("F10", "2026-11-19 23:59") is None
    ahead = story.flag("F10", "2026-11-20 10:00")
    assert ahead is not None
    assert (ahead.severity, ahead.says, ahead.reason.values["topics"]) == ("soon", False, ("Prices",))
    assert story.severity("F10", "2026-11-21 13:10") == "today"
    assert story.flag("F10", "2026-11-21 13:30") is None


# --- F11 -----------------------------------------------------------------------------------------------------------


def test_a_call_that_should_be_over_is_asked_after_at_once() -> None:
    story = Story()
    number = story.call("2026-11-20 13:00")
    assert story.flag("F11", "2026-11-20 13:29") is None
    flag = story.flag("F11", "2026-11-20 13:30")
    assert flag is not None
    assert (flag.key, flag.severity, flag.cleared_by_message) == (f"F11:11:{number}", "late", False)


@pytest.mark.parametrize("state", ["missed", "cancelled"])
def test_missed_or_cancelled_is_an_answer(state: str) -> None:
    story = Story()
    story.call("2026-11-20 13:00", state=state)
    assert story.flag("F11", "2026-11-20 15:00") is None


def test_a_topic_without_an_outcome_keeps_the_call_open_and_nothing_decided_is_one() -> None:
    story = Story()
    story.held("2026-11-20 13:00")
    flag = story.flag("F11", "2026-11-20 14:00")
    assert flag is not None
    assert (flag.reason.code, flag.reason.values["title"]) == ("f11_topic", "Prices")
    story = Story()
    story.held("2026-11-20 13:00", "nothing decided")
    assert not {"F11", "F12"} & {each.rule for each in story.flags("2026-11-20 18:00")}


# --- F12 -----------------------------------------------------------------------------------------------------------


def test_what_was_decided_is_to_be_written_within_my_answer_time() -> None:
    story = Story()
    number = story.held("2026-11-20 13:00", "Prices by Monday")
    flag = story.flag("F12", "2026-11-20 14:00")
    assert flag is not None
    assert (flag.key, flag.reason.code, hour(flag)) == (f"F12:11:{number}", "f12", "2026-11-20 15:30")


def test_then_the_confirmation_is_waited_for_and_then_nothing() -> None:
    story = Story()
    call = story.held("2026-11-19 13:00", "Prices by Monday")
    story.sent("2026-11-19 14:00", to=JAVIER, about=(call,))
    assert story.flag("F12", "2026-11-19 14:01") is not None
    story.sent("2026-11-19 14:10", about=(call,))
    flag = story.flag("F12", "2026-11-20 10:00")
    assert flag is not None
    assert (flag.reason.code, flag.severity, flag.ball, hour(flag)) == (
        "f12_confirmation",
        "soon",
        "client",
        "2026-11-20 18:00",
    )
    assert not flag.cleared_by_message
    assert story.flag("F12", "2026-11-20 18:00") is None
    story.step(call, "confirmed", "call.confirmed", "2026-11-20 09:00")
    assert story.flag("F12", "2026-11-20 10:00") is None


def test_calls_older_than_the_client_here_do_not_nag() -> None:
    story = Story(added="2026-11-20 09:00")
    story.held("2026-11-18 13:00", "Prices by Monday")
    story.call("2026-11-18 16:00")
    assert not {"F11", "F12"} & {each.rule for each in story.flags("2026-11-20 18:00")}


# --- F13 -----------------------------------------------------------------------------------------------------------


def held_last(story: Story, when: str) -> None:
    number = story.held(when, "nothing decided")
    story.more["last_held_call"] = story.items.pop(number)


@pytest.mark.parametrize(
    ("now", "severity", "due"),
    [
        ("2026-11-18 23:59", None, ""),
        ("2026-11-19 00:01", "soon", "2026-11-23"),
        ("2026-11-23 09:00", "today", "2026-11-23"),
        ("2026-11-24 09:00", "today", "2026-11-25"),
        ("2026-11-25 18:00", "late", "2026-11-25"),
    ],
)
def test_every_fourteen_days_with_two_of_tolerance(now: str, severity: str | None, due: str) -> None:
    story = Story()
    held_last(story, "2026-11-09 13:00")
    flag = story.flag("F13", now)
    assert (flag.severity if flag else None) == severity
    if flag:
        assert day(flag) == due


def test_without_a_call_the_rhythm_begins_with_the_agreement() -> None:
    story = Story(added="2026-11-09 10:00")
    flag = story.flag("F13", "2026-11-23 10:00")
    assert flag is not None
    assert (flag.key, flag.reason.code) == ("F13:11:20", "f13_first")


@pytest.mark.parametrize(("planned", "raised"), [("2026-11-25 10:00", False), ("2026-11-26 10:00", True)])
def test_a_call_planned_within_the_tolerance_holds_it_back(planned: str, raised: bool) -> None:
    story = Story()
    held_last(story, "2026-11-09 13:00")
    story.call(planned)
    assert (story.flag("F13", "2026-11-23 10:00") is not None) is raised


def test_a_call_that_was_forgotten_holds_nothing_back() -> None:
    story = Story()
    held_last(story, "2026-11-09 13:00")
    story.call("2026-11-20 10:00")
    assert story.flag("F13", "2026-11-23 10:00") is not None


def test_the_rhythm_may_be_off() -> None:
    story = Story(preset=None)
    story.agreed(since="2026-09-01", calls="off")
    assert story.flag("F13", "2026-11-23 10:00") is None


def test_a_call_held_tomorrow_is_not_held_yet() -> None:
    story = Story(added="2026-11-09 10:00")
    number = story.held("2026-11-24 13:00", "nothing decided")
    story.more["last_held_call"] = replace(
        story.items.pop(number), held=Step(entry=number, kind="call.held", at=at("2026-11-24 13:00"))
    )
    flag = story.flag("F13", "2026-11-23 10:00")
    assert flag is not None
    assert flag.reason.code == "f13_first"
