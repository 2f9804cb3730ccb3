"""F3 to F6: an edit needs a date, then the date is kept, then it is said that it is done."""

from __future__ import annotations

import pytest

from app.facts.work import Edit
from app.rules.edits import EditState, read_edit
from tests.rules.making import JAVIER, Story, at, hour, owner


def state(story: Story, edit: int, now: str) -> EditState:
    view = story.view(now)
    found = view.items[edit]
    assert isinstance(found, Edit)
    return read_edit(view, found).state


# --- F3 ------------------------------------------------------------------------------------------------------------


def test_an_edit_needs_a_date_within_my_answer_time() -> None:
    story = Story()
    edit = story.edit("2026-11-20 11:30")
    flag = story.flag("F3", "2026-11-20 11:42")
    assert flag is not None
    assert (flag.key, flag.reason.code, hour(flag)) == (f"F3:11:{edit}", "f3", "2026-11-20 13:30")


def test_a_promise_told_ends_it_and_an_untold_one_does_not() -> None:
    story = Story()
    edit = story.edit("2026-11-20 11:30")
    story.promise(edit, "2026-11-20 11:40", "2026-11-25", told=False)
    assert story.flag("F3", "2026-11-20 11:50") is not None
    assert story.flag("F4", "2026-11-24 11:50") is None
    story.sent("2026-11-20 12:00", about=(edit,))
    assert story.flag("F3", "2026-11-20 12:01") is None
    assert story.flag("F4", "2026-11-24 11:50") is not None


def test_a_message_about_it_to_somebody_else_tells_nothing() -> None:
    story = Story()
    edit = story.edit("2026-11-20 11:30")
    story.promise(edit, "2026-11-20 11:40", "2026-11-25", told=False)
    story.sent("2026-11-20 12:00", to=JAVIER, about=(edit,))
    assert story.flag("F3", "2026-11-20 12:01") is not None


def test_what_comes_back_needs_a_new_date() -> None:
    story = Story()
    edit = story.edit("2026-11-16 10:00")
    story.promise(edit, "2026-11-16 11:00", "2026-11-18")
    story.delivered(edit, "2026-11-18 12:00", told=True)
    story.returned(edit, "2026-11-20 10:00")
    flag = story.flag("F3", "2026-11-20 10:30")
    assert flag is not None
    assert (flag.reason.code, hour(flag)) == ("f3_returned", "2026-11-20 12:00")
    assert story.flag("F4", "2026-11-20 10:30") is None
    story.promise(edit, "2026-11-20 10:40", "2026-11-24")
    assert story.flag("F3", "2026-11-20 10:41") is None
    assert state(story, edit, "2026-11-20 10:41") is EditState.PROMISED


def test_an_edit_of_a_voice_needs_no_date_until_the_contact_confirms() -> None:
    story = Story()
    edit = story.edit("2026-11-20 09:30", by=JAVIER)
    assert story.flag("F3", "2026-11-20 12:00") is None
    assert state(story, edit, "2026-11-20 12:00") is EditState.UNCONFIRMED
    story.step(edit, "confirmed", "edit.confirmed", "2026-11-20 12:00")
    assert hour(story.flag("F3", "2026-11-20 12:01")) == "2026-11-20 14:00"
    assert story.flag("F7", "2026-11-20 12:01") is None


@pytest.mark.parametrize("kind", ["edit.accepted", "edit.declined", "edit.withdrawn"])
def test_what_is_ended_asks_for_nothing(kind: str) -> None:
    story = Story()
    edit = story.edit("2026-11-20 09:30")
    story.step(edit, "ended", kind, "2026-11-20 10:00")
    assert not {"F3", "F4", "F5", "F6"} & {each.rule for each in story.flags("2026-11-20 12:00")}


# --- D11 -----------------------------------------------------------------------------------------------------------


def test_my_clock_rests_while_an_overdue_request_is_needed_and_asks_for_a_new_date_after_it() -> None:
    story = Story()
    edit = story.edit("2026-11-12 10:00")
    story.promise(edit, "2026-11-12 11:00", "2026-11-19")
    asked = story.request("2026-11-12 11:00", due="2026-11-17", needed_for=(edit,))
    assert story.severity("F4", "2026-11-17 17:00") is None
    assert state(story, edit, "2026-11-18 10:00") is EditState.RESTING
    assert story.flag("F4", "2026-11-19 20:00") is None
    story.step(asked, "ended", "request.answered", "2026-11-20 10:00")
    flag = story.flag("F3", "2026-11-20 10:10")
    assert flag is not None
    assert (flag.reason.code, hour(flag)) == ("f3_resumed", "2026-11-20 12:00")
    assert story.flag("F4", "2026-11-20 10:10") is None
    story.promise(edit, "2026-11-20 10:20", "2026-11-24")
    assert state(story, edit, "2026-11-20 10:21") is EditState.PROMISED


def test_a_promise_that_was_broken_before_the_request_was_due_stays_late() -> None:
    story = Story()
    edit = story.edit("2026-11-12 10:00")
    story.promise(edit, "2026-11-12 11:00", "2026-11-16")
    story.request("2026-11-12 11:00", due="2026-11-17", needed_for=(edit,))
    assert story.severity("F4", "2026-11-19 10:00") == "late"


def test_an_answer_in_time_changes_nothing() -> None:
    story = Story()
    edit = story.edit("2026-11-12 10:00")
    story.promise(edit, "2026-11-12 11:00", "2026-11-19")
    asked = story.request("2026-11-12 11:00", due="2026-11-17", needed_for=(edit,))
    story.step(asked, "ended", "request.answered", "2026-11-17 17:00")
    assert story.severity("F4", "2026-11-19 10:00") == "today"


# --- F4 ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "severity", "code"),
    [
        ("2026-11-23 17:59", None, None),
        ("2026-11-24 08:59", None, None),
        ("2026-11-24 09:00", "soon", "f4"),
        ("2026-11-24 23:59", "soon", "f4"),
        ("2026-11-25 00:00", "today", "f4_today"),
        ("2026-11-25 17:59", "today", "f4_today"),
        ("2026-11-25 18:00", "late", "f4_late"),
        ("2026-12-02 10:00", "late", "f4_late"),
    ],
)
def test_a_promise_for_wednesday_ripens(now: str, severity: str | None, code: str | None) -> None:
    story = Story()
    edit = story.edit("2026-11-20 11:30")
    number = story.promise(edit, "2026-11-20 11:40", "2026-11-25")
    flag = story.flag("F4", now)
    assert (flag and flag.severity, flag and flag.reason.code) == (severity, code)
    if flag:
        assert (flag.key, hour(flag)) == (f"F4:11:{number}", "2026-11-25 18:00")


def test_a_promise_for_monday_is_soon_from_friday_morning() -> None:
    story = Story()
    edit = story.edit("2026-11-18 11:30")
    story.promise(edit, "2026-11-18 11:40", "2026-11-23")
    assert story.severity("F4", "2026-11-20 08:59") is None
    assert story.severity("F4", "2026-11-20 09:00") == "soon"
    assert story.severity("F4", "2026-11-22 12:00") == "soon"


def test_the_last_promise_told_is_in_force() -> None:
    story = Story()
    edit = story.edit("2026-11-16 11:30")
    story.promise(edit, "2026-11-16 11:40", "2026-11-18")
    second = story.promise(edit, "2026-11-18 10:00", "2026-11-20")
    flag = story.flag("F4", "2026-11-20 12:00")
    assert flag is not None
    assert (flag.key, flag.severity) == (f"F4:11:{second}", "today")


def test_today_is_judged_in_the_zone_of_dates() -> None:
    story = Story(preset=None)
    story.agreed(since="2026-09-01", zone="Asia/Yekaterinburg")
    edit = story.edit("2026-11-18 11:30")
    story.promise(edit, "2026-11-18 11:40", "2026-11-20")
    assert story.severity("F4", "2026-11-19 19:59") == "soon"
    assert story.severity("F4", "2026-11-19 20:00") == "today"


def test_a_delivery_ends_the_promise() -> None:
    story = Story()
    edit = story.edit("2026-11-18 11:30")
    story.promise(edit, "2026-11-18 11:40", "2026-11-20")
    story.delivered(edit, "2026-11-20 12:00", told=True)
    assert story.flag("F4", "2026-11-20 19:00") is None


# --- F5 ------------------------------------------------------------------------------------------------------------


def test_a_provisional_date_wants_a_firm_one() -> None:
    story = Story()
    edit = story.edit("2026-11-20 11:30")
    number = story.promise(edit, "2026-11-20 11:40", "2026-11-23", provisional=True)
    flag = story.flag("F5", "2026-11-20 12:00")
    assert flag is not None
    assert (flag.key, flag.severity, hour(flag)) == (f"F5:11:{number}", "soon", "2026-11-23 18:00")
    assert story.severity("F5", "2026-11-23 18:00") == "late"
    assert story.flag("F4", "2026-11-23 18:00") is None
    story.promise(edit, "2026-11-23 12:00", "2026-11-27")
    assert story.flag("F5", "2026-11-23 12:01") is None


# --- F6 ------------------------------------------------------------------------------------------------------------


def test_done_but_not_said() -> None:
    story = Story()
    edit = story.edit("2026-11-18 11:30")
    number = story.delivered(edit, "2026-11-20 10:05")
    flag = story.flag("F6", "2026-11-20 11:42")
    assert flag is not None
    assert (flag.key, hour(flag), flag.severity) == (f"F6:11:{number}", "2026-11-20 12:05", "today")
    story.sent("2026-11-20 11:50", about=(edit,))
    assert story.flag("F6", "2026-11-20 11:51") is None


def test_a_message_before_the_delivery_says_nothing_of_it() -> None:
    story = Story()
    edit = story.edit("2026-11-18 11:30")
    story.sent("2026-11-18 12:00", about=(edit,))
    story.delivered(edit, "2026-11-20 10:05")
    assert story.flag("F6", "2026-11-20 11:42") is not None


def test_a_stage_delivered_without_a_word() -> None:
    story = Story()
    stage = story.stage("2026-11-02 10:00", ("stage.delivered", "2026-11-20 10:00"))
    flag = story.flag("F6", "2026-11-20 10:30")
    assert flag is not None
    assert flag.reason.code == "f6_stage"
    story.sent("2026-11-20 10:40", about=(stage,))
    assert story.flag("F6", "2026-11-20 10:41") is None
    told = Story()
    told.stage("2026-11-02 10:00", ("stage.delivered", "2026-11-20 10:00"), channel="telegram")
    assert told.flag("F6", "2026-11-20 10:30") is None


@pytest.mark.parametrize(("kind", "code"), [("work.stopped", "f6_stopped"), ("work.resumed", "f6_resumed")])
def test_work_stopped_or_resumed_without_a_word(kind: str, code: str) -> None:
    story = Story()
    turn = story._step(kind, "2026-11-20 10:00")
    story.more["stop_or_resume"] = turn
    flag = story.flag("F6", "2026-11-20 10:30")
    assert flag is not None
    assert (flag.key, flag.reason.code) == (f"F6:11:{turn.entry}", code)
    story.sent("2026-11-20 10:40", about=(turn.entry,))
    assert story.flag("F6", "2026-11-20 10:41") is None


# --- acceptance ----------------------------------------------------------------------------------------------------


def test_silence_accepts_an_edit_after_three_days_of_theirs() -> None:
    story = Story()
    edit = story.edit("2026-11-12 10:00")
    story.delivered(edit, "2026-11-16 12:00", told=True)
    assert state(story, edit, "2026-11-19 17:59") is EditState.DELIVERED
    assert state(story, edit, "2026-11-19 18:00") is EditState.BY_SILENCE


def test_all_of_it_is_read_as_of_now() -> None:
    story = Story(me=owner())
    edit = story.edit("2026-11-12 10:00")
    story.step(edit, "ended", "edit.accepted", "2026-11-20 10:00")
    view = story.view("2026-11-19 10:00")
    assert view.now == at("2026-11-19 10:00")
    assert state(story, edit, "2026-11-19 10:00") is EditState.NO_DATE
