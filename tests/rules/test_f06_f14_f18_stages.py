"""F18, and what F3, F6 and F14 ask about stages: due, moved in agreement, told, accepted (D10, D11)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.flags import Ball
from app.rules.stage_state import StageState, read_stage
from tests.rules.making import JAVIER, Story, day, hour

WEDNESDAY = "2026-11-25"


def planned(due: str = WEDNESDAY) -> tuple[Story, int]:
    """A stage planned at the beginning of the month."""
    story = Story()
    return story, story.stage("2026-11-02 10:00", due=due)


@pytest.mark.parametrize(
    ("now", "severity"),
    [
        ("2026-11-20 17:59", None),
        ("2026-11-23 00:00", "soon"),
        ("2026-11-24 23:59", "soon"),
        ("2026-11-25 00:00", "today"),
        ("2026-11-25 17:59", "today"),
        ("2026-11-25 18:00", "late"),
        ("2026-12-10 12:00", "late"),
    ],
)
def test_f18_a_stage_due_on_wednesday_stands_from_two_working_days_before(now: str, severity: str | None) -> None:
    story, _ = planned()
    assert story.severity("F18", now) == severity


def test_f18_two_working_days_before_a_monday_are_a_thursday() -> None:
    story, _ = planned("2026-11-23")
    assert story.severity("F18", "2026-11-18 23:59") is None
    assert story.severity("F18", "2026-11-19 00:00") == "soon"


def test_f18_names_the_stage_and_is_due_when_its_day_closes() -> None:
    story, stage = planned()
    flag = story.flag("F18", "2026-11-26 10:00")
    assert flag is not None
    assert (flag.key, flag.item, flag.ball, hour(flag)) == (f"F18:11:{stage}", stage, Ball.ME, "2026-11-25 18:00")
    assert flag.reason.code == "f18_late"


@pytest.mark.parametrize(
    ("cause", "how", "moves"),
    [
        ("me", {"agreed_in": 77}, True),
        ("client", {"agreed_in": 77}, True),
        ("new_agreement", {"told": True}, True),
        ("new_agreement", {}, False),
        ("me", {"told": True}, False),
        ("client", {"told": True}, False),
        ("outside", {"told": True}, False),
        ("third_party", {}, False),
    ],
)
def test_f18_only_a_move_in_agreement_gives_another_day(cause: str, how: dict[str, object], moves: bool) -> None:
    story, stage = planned()
    story.moved(stage, "2026-11-24 10:00", "2026-12-02", cause, **how)
    late = story.flag("F18", "2026-11-26 10:00")
    assert (late is None) == moves
    assert day(story.flag("F18", "2026-12-03 10:00")) == ("2026-12-02" if moves else WEDNESDAY)


def test_f18_a_new_agreement_may_be_told_by_a_later_message_about_the_stage() -> None:
    story, stage = planned()
    story.moved(stage, "2026-11-24 10:00", "2026-12-02", "new_agreement")
    story.sent("2026-11-24 11:00", about=(stage,))
    assert story.flag("F18", "2026-11-26 10:00") is None


def test_f18_a_client_who_kept_the_stage_waiting_is_told_the_new_day_and_that_is_agreed_by_d11() -> None:
    story, stage = planned()
    asked = story.request("2026-11-10 10:00", due="2026-11-16", needed_for=(stage,))
    story.step(asked, "ended", "request.answered", "2026-11-23 10:00")
    story.moved(stage, "2026-11-23 11:00", "2026-12-02", "client", told=True)
    assert story.flag("F18", "2026-11-26 10:00") is None
    assert day(story.flag("F18", "2026-12-02 10:00")) == "2026-12-02"


@pytest.mark.parametrize("ended", ["stage.delivered", "stage.accepted"])
def test_f18_is_cleared_by_what_ends_the_stage(ended: str) -> None:
    story = Story()
    story.stage("2026-11-02 10:00", (ended, "2026-11-26 09:00"), due=WEDNESDAY, channel="email")
    assert story.flag("F18", "2026-11-26 08:00") is not None
    assert story.flag("F18", "2026-11-26 09:00") is None


def test_f18_a_stage_that_was_dropped_asks_for_nothing() -> None:
    story, stage = planned()
    story.step(stage, "dropped", "stage.dropped", "2026-11-25 10:00")
    assert story.flag("F18", "2026-11-26 10:00") is None


def test_f18_a_stage_without_a_day_is_never_late() -> None:
    story = Story()
    story.stage("2026-11-02 10:00")
    assert story.flag("F18", "2027-02-01 10:00") is None


def test_d11_my_clock_rests_while_the_client_owes_what_the_stage_needs() -> None:
    story, stage = planned()
    story.request("2026-11-10 10:00", due="2026-11-16", needed_for=(stage,))
    assert story.flag("F18", "2026-11-26 10:00") is None
    read = read_stage(story.view("2026-11-26 10:00"), story.snapshot().stages[0])
    assert (read.state, read.ball) == (StageState.RESTING, Ball.CLIENT)


def test_d11_a_stage_that_was_late_before_stays_late() -> None:
    story, stage = planned("2026-11-12")
    story.request("2026-11-10 10:00", due="2026-11-16", needed_for=(stage,))
    assert story.severity("F18", "2026-11-26 10:00") == "late"


def test_f3_d11_once_it_came_the_new_day_of_the_stage_is_to_be_told() -> None:
    story, stage = planned()
    asked = story.request("2026-11-10 10:00", due="2026-11-16", needed_for=(stage,))
    story.step(asked, "ended", "request.answered", "2026-11-25 10:00")
    flag = story.flag("F3", "2026-11-25 10:30")
    assert flag is not None
    assert (flag.reason.code, flag.item, hour(flag)) == ("f3_stage", stage, "2026-11-25 12:00")
    assert story.flag("F18", "2026-11-25 10:30") is None
    story.sent("2026-11-25 11:00", "The day stands", about=(stage,))
    assert story.flag("F3", "2026-11-25 11:00") is None
    assert story.severity("F18", "2026-11-25 11:00") == "today"


def test_f3_a_new_day_that_nobody_was_told_does_not_do() -> None:
    story, stage = planned()
    asked = story.request("2026-11-10 10:00", due="2026-11-16", needed_for=(stage,))
    story.step(asked, "ended", "request.answered", "2026-11-25 10:00")
    story.moved(stage, "2026-11-25 10:10", "2026-12-02", "client")
    assert story.flag("F3", "2026-11-25 10:30") is not None
    story.moved(stage, "2026-11-25 10:40", "2026-12-02", "client", told=True)
    assert story.flag("F3", "2026-11-25 10:50") is None


# --- F6 ------------------------------------------------------------------------------------------------------------


def test_f6_a_stage_delivered_without_a_word_is_to_be_told_within_my_answer_time() -> None:
    story = Story()
    stage = story.stage("2026-11-02 10:00", ("stage.delivered", "2026-11-25 10:00"))
    flag = story.flag("F6", "2026-11-25 10:30")
    assert flag is not None and hour(flag) == "2026-11-25 12:00"
    assert flag.key == f"F6:11:{story.items[stage].deliveries[0].entry}"
    story.sent("2026-11-25 10:40", to=JAVIER, about=(stage,))
    assert story.flag("F6", "2026-11-25 10:50") is not None
    story.sent("2026-11-25 11:00", about=(stage,))
    assert story.flag("F6", "2026-11-25 11:00") is None


def accepted(on: str, **more: object) -> tuple[Story, int]:
    """Delivered and told on Monday the 16th; three working days to accept, so until Thursday evening."""
    story = Story()
    steps = (("stage.delivered", "2026-11-16 10:00"), ("stage.accepted", on))
    return story, story.stage("2026-11-02 10:00", *steps, channel="email", **more)


@pytest.mark.parametrize(
    ("when", "late"), [("2026-11-18 10:00", False), ("2026-11-19 18:00", False), ("2026-11-19 18:01", True)]
)
def test_f6_a_stage_accepted_after_the_term_is_to_be_told(when: str, late: bool) -> None:
    story, stage = accepted(when)
    flag = story.flag("F6", "2026-11-20 08:00")
    assert (flag is not None) == late
    if flag is not None:
        assert flag.reason.code == "f6_accepted_late"
        assert flag.key == f"F6:11:{story.items[stage].accepted.entry}"


def test_f6_a_late_acceptance_is_told_by_a_message_about_the_stage() -> None:
    story, stage = accepted("2026-11-24 10:00")
    assert hour(story.flag("F6", "2026-11-24 10:30")) == "2026-11-24 12:00"
    story.sent("2026-11-24 11:00", "The next stage moves to Friday", about=(stage,))
    assert story.flag("F6", "2026-11-24 11:00") is None


def test_f6_an_acceptance_by_silence_is_never_late() -> None:
    story, _ = accepted("2026-11-24 10:00", by_silence=True)
    assert story.flag("F6", "2026-11-24 10:30") is None


def test_f6_where_silence_accepts_stages_a_later_word_is_not_late() -> None:
    story, _ = accepted("2026-11-24 10:00")
    quiet = replace(story.terms().acceptance, stages_by_silence="yes")
    story.agreed(since="2026-10-01", acceptance=quiet)
    assert story.flag("F6", "2026-11-24 10:30") is None


def test_f6_the_term_does_not_begin_before_the_delivery_was_told() -> None:
    story = Story()
    steps = (("stage.delivered", "2026-11-16 10:00"), ("stage.accepted", "2026-11-24 10:00"))
    story.stage("2026-11-02 10:00", *steps)
    assert story.flag("F6", "2026-11-24 10:30") is None


# --- F14 -----------------------------------------------------------------------------------------------------------


def test_f14_an_acceptance_of_a_stage_is_said_once_on_its_last_day() -> None:
    story = Story()
    stage = story.stage("2026-11-02 10:00", ("stage.delivered", "2026-11-20 10:00"), channel="email")
    assert story.flag("F14", "2026-11-24 17:00") is None
    flag = story.flag("F14", "2026-11-25 09:00")
    assert flag is not None
    assert (flag.reason.code, flag.severity.value, flag.item, flag.ball) == (
        "f14_acceptance", "today", stage, Ball.CLIENT,
    )  # fmt: skip
    assert story.flag("F14", "2026-11-26 09:00") is None


@pytest.mark.parametrize(
    ("silence", "state", "ball"), [("no", StageState.DELIVERED, Ball.CLIENT), ("yes", StageState.BY_SILENCE, None)]
)
def test_d10_after_the_term_the_ball_depends_on_what_silence_means(
    silence: str, state: StageState, ball: Ball | None
) -> None:
    story = Story()
    story.agreed(since="2026-10-01", acceptance=replace(story.terms().acceptance, stages_by_silence=silence))
    story.stage("2026-11-02 10:00", ("stage.delivered", "2026-11-16 10:00"), channel="email")
    read = read_stage(story.view("2026-11-25 10:00"), story.snapshot().stages[0])
    assert (read.state, read.ball) == (state, ball)
