"""F17: a risk that was noticed and not told, and the ones that a lateness brings by itself."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.flags import Severity
from app.facts.work import Step
from app.rules.flags.cards import cards
from tests.rules.making import JAVIER, Story, at, hour

NOW = "2026-11-25 12:00"


def warned(story: Story, risk: int, when: str) -> None:
    step = Step(entry=next(story.numbers), kind="risk.warned", at=at(when), channel="email")
    story.items[risk] = replace(story.items[risk], warnings=(step,))


def test_f17_a_risk_is_to_be_told_within_my_answer_time() -> None:
    story = Story()
    risk = story.risk("2026-11-25 10:00")
    flag = story.flag("F17", "2026-11-25 10:00")
    assert flag is not None
    assert (flag.key, hour(flag), flag.severity) == (f"F17:11:{risk}", "2026-11-25 12:00", Severity.TODAY)
    assert story.severity("F17", "2026-11-25 12:00") == "late"


def test_f17_the_clock_runs_from_the_moment_when_i_knew() -> None:
    story = Story()
    story.risk("2026-11-25 10:00", known="2026-11-24 15:00")
    assert hour(story.flag("F17", "2026-11-25 10:00")) == "2026-11-24 17:00"


def test_f17_what_is_known_of_a_later_time_counts_from_the_entry() -> None:
    story = Story()
    story.risk("2026-11-25 10:00", known="2026-12-01 10:00")
    assert hour(story.flag("F17", "2026-11-25 10:00")) == "2026-11-25 12:00"


def test_f17_a_warning_clears_it() -> None:
    story = Story()
    warned(story, story.risk("2026-11-25 09:00"), "2026-11-25 10:00")
    assert story.flag("F17", "2026-11-25 09:59") is not None
    assert story.flag("F17", "2026-11-25 10:00") is None


def test_f17_any_contact_about_it_clears_it_if_it_reached_the_contact() -> None:
    story = Story()
    risk = story.risk("2026-11-25 09:00")
    story.sent("2026-11-25 09:30", to=JAVIER, about=(risk,))
    assert story.flag("F17", "2026-11-25 10:00") is not None
    story.sent("2026-11-25 10:30", about=(risk,))
    assert story.flag("F17", "2026-11-25 11:00") is None


def test_f17_a_risk_that_passed_needs_no_warning() -> None:
    story = Story()
    risk = story.risk("2026-11-25 09:00")
    story.step(risk, "passed", "risk.passed", "2026-11-25 10:00")
    assert story.flag("F17", "2026-11-25 10:00") is None


# --- by itself -----------------------------------------------------------------------------------------------------


def late_promise() -> tuple[Story, int]:
    """An edit promised for Tuesday evening."""
    story = Story()
    edit = story.edit("2026-11-20 10:00")
    story.promise(edit, "2026-11-20 10:10", "2026-11-24")
    return story, edit


def test_f17_a_promise_that_becomes_late_is_a_risk_by_itself() -> None:
    story, edit = late_promise()
    assert story.flag("F17", "2026-11-24 17:59") is None
    flag = story.flag("F17", "2026-11-24 18:00")
    assert flag is not None
    assert (flag.key, flag.reason.code, hour(flag)) == (f"F17:11:{edit}", "f17_promise", "2026-11-25 11:00")


def test_f17_a_word_before_the_day_closed_is_no_warning_of_the_lateness() -> None:
    story, edit = late_promise()
    story.sent("2026-11-24 12:00", about=(edit,))
    assert story.flag("F17", NOW) is not None


def test_f17_is_raised_once_per_lateness() -> None:
    story, edit = late_promise()
    story.sent("2026-11-25 09:30", "It will be Thursday", about=(edit,))
    assert [story.flag("F17", f"2026-11-{day} 12:00") for day in (25, 26, 27)] == [None, None, None]
    story.promise(edit, "2026-11-25 09:31", "2026-11-26")
    assert story.flag("F17", "2026-11-26 12:00") is None
    again = story.flag("F17", "2026-11-27 09:00")
    assert again is not None and hour(again) == "2026-11-27 11:00"


def test_f17_a_late_stage_is_a_risk_until_a_contact_about_it() -> None:
    story = Story()
    stage = story.stage("2026-11-02 10:00", due="2026-11-24")
    flag = story.flag("F17", NOW)
    assert flag is not None and flag.reason.code == "f17_stage" and flag.item == stage
    story.sent("2026-11-25 12:10", about=(stage,))
    assert story.flag("F17", "2026-11-25 12:20") is None
    assert story.severity("F18", "2026-11-25 12:20") == "late"


def test_f17_a_new_day_that_was_told_is_a_contact_about_the_stage() -> None:
    story = Story()
    stage = story.stage("2026-11-02 10:00", due="2026-11-24")
    story.moved(stage, "2026-11-25 09:00", "2026-12-02", "me", told=True)
    assert story.flag("F17", NOW) is None


def held_up() -> tuple[Story, int, int]:
    """A stage that waits for photos which were due on Tuesday evening."""
    story = Story()
    stage = story.stage("2026-11-02 10:00", due="2026-12-02")
    return story, stage, story.request("2026-11-19 10:00", due="2026-11-24", needed_for=(stage,))


def test_f17_an_overdue_request_puts_its_stage_in_danger() -> None:
    story, stage, request = held_up()
    assert story.flag("F17", "2026-11-24 17:59") is None
    flag = story.flag("F17", NOW)
    assert flag is not None
    assert (flag.key, flag.reason.code) == (f"F17:11:{request}", "f17_request")
    assert set(flag.about) == {request, stage}


@pytest.mark.parametrize("which", ["stage", "request", "reminder"])
def test_f17_a_word_about_either_of_them_clears_it(which: str) -> None:
    story, stage, request = held_up()
    if which == "reminder":
        story.reminded(request, "2026-11-25 09:30")
    else:
        story.sent("2026-11-25 09:30", about=({"stage": stage, "request": request}[which],))
    assert story.flag("F17", "2026-11-25 09:29") is not None
    assert story.flag("F17", NOW) is None


def test_f17_a_request_for_an_edit_or_for_a_stage_that_is_done_endangers_nothing() -> None:
    story = Story()
    done = story.stage("2026-11-02 10:00", ("stage.delivered", "2026-11-20 10:00"), channel="email")
    edit = story.edit("2026-11-19 10:00")
    story.request("2026-11-19 10:00", due="2026-11-24", needed_for=(done, edit))
    assert story.flag("F17", NOW) is None


def test_f17_nothing_becomes_late_while_work_is_stopped_and_a_risk_is_told_all_the_same() -> None:
    story, _ = late_promise()
    story.stopped("2026-11-24 10:00", channel="telegram")
    assert story.flag("F17", NOW) is None
    story.risk("2026-11-25 09:00")
    assert story.severity("F17", NOW) == "late"


def test_f17_what_was_late_before_the_stop_is_still_to_be_told() -> None:
    story, _ = late_promise()
    story.stopped("2026-11-25 10:00", channel="telegram")
    assert story.flag("F17", NOW) is not None


def test_c5_f17_speaks_in_the_pause_of_a_quarrel() -> None:
    story = Story()
    story.risk("2026-11-25 09:00")
    story.objection("2026-11-25 09:10", pause_until="2026-11-27 09:00")
    assert story.flag("F17", NOW) is not None


def test_c6_a_late_promise_and_its_risk_are_one_line_of_the_card() -> None:
    story, edit = late_promise()
    found = story.flags(NOW)
    assert {each.rule for each in found if each.item == edit} == {"F4", "F17"}
    (card,) = cards(found)
    assert [each.rule for each in card.reasons if each.item == edit] == ["F4"]


def test_c6_once_the_promise_is_put_aside_the_risk_speaks_for_itself() -> None:
    story, edit = late_promise()
    flag = story.flag("F4", NOW)
    assert flag is not None
    story.snooze(flag.key, NOW, "2026-11-25 17:00")
    (card,) = cards(story.flags("2026-11-25 12:30"))
    assert [each.rule for each in card.reasons if each.item == edit] == ["F17"]
