"""F26 an objection left open, F27 work paid and not begun, F28 days off of mine that were not told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.flags import Ball
from app.facts.people import ClientState
from app.facts.terms import Term
from tests.rules.making import JAVIER, Story, at, hour
from tests.rules.making_plan import with_days_off

# --- F26 -----------------------------------------------------------------------------------------------------------


def test_f26_an_objection_is_to_be_answered_as_soon_as_a_message() -> None:
    story = Story()
    number = story.objection("2026-11-25 10:00")
    flag = story.flag("F26", "2026-11-25 10:30")
    assert flag is not None
    assert (flag.key, flag.reason.code, hour(flag)) == (f"F26:11:{number}", "f26_no_pause", "2026-11-25 12:00")


def test_f26_a_pause_gives_it_time_until_its_end() -> None:
    story = Story()
    story.objection("2026-11-23 10:00", pause_until="2026-11-25 09:00")
    assert story.flag("F26", "2026-11-25 08:59") is None
    flag = story.flag("F26", "2026-11-25 09:00")
    assert flag is not None
    assert (flag.reason.code, flag.severity.value, hour(flag)) == ("f26", "late", "2026-11-25 09:00")


def test_f26_only_its_resolution_clears_it() -> None:
    story = Story()
    number = story.objection("2026-11-23 10:00")
    story.sent("2026-11-23 11:00", about=(number,))
    assert story.flag("F26", "2026-11-23 11:00") is not None
    story.step(number, "resolved", "objection.resolved", "2026-11-24 10:00")
    assert story.flag("F26", "2026-11-24 10:00") is None


def test_f26_d10_after_my_word_the_client_has_the_ball_for_the_term_of_his_answer() -> None:
    story = Story()
    number = story.objection("2026-11-23 10:00")
    story.sent("2026-11-23 11:00", about=(number,))
    for now, says, ball in (("2026-11-24 17:59", False, Ball.CLIENT), ("2026-11-24 18:00", True, Ball.ME)):
        flag = story.flag("F26", now)
        assert flag is not None and (flag.says, flag.ball) == (says, ball)


# --- F27 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "severity"),
    [("2026-11-20 11:00", "soon"), ("2026-11-23 09:00", "today"), ("2026-11-23 18:00", "late")],
)
def test_f27_work_begins_on_the_working_day_after_the_payment(now: str, severity: str) -> None:
    story = Story()
    story.paid("2026-11-20 10:00")
    assert story.severity("F27", now) == severity


def test_f27_the_agreed_days_count_from_the_day_on_which_the_money_came() -> None:
    story = Story()
    story.agreed(since="2026-10-01", start_after_payment=Term(days=3))
    payment = story.paid("2026-11-20 10:00", received_on="2026-11-18")
    assert story.flag("F27", "2026-11-19 10:00") is None
    flag = story.flag("F27", "2026-11-20 10:00")
    assert flag is not None and (flag.key, hour(flag)) == (f"F27:11:{payment}", "2026-11-23 18:00")


@pytest.mark.parametrize(("begun", "clears"), [("2026-11-20 12:00", True), ("2026-11-19 12:00", False)])
def test_f27_a_stage_begun_since_the_payment_clears_it(begun: str, clears: bool) -> None:
    story = Story()
    story.paid("2026-11-20 10:00")
    story.more["stage_started"] = at(begun)
    assert (story.flag("F27", "2026-11-23 10:00") is None) == clears


def test_f27_a_stage_under_way_is_a_beginning_and_a_delivered_one_is_none() -> None:
    story = Story()
    story.stage("2026-11-02 10:00", ("stage.started", "2026-11-03 10:00"))
    story.paid("2026-11-20 10:00")
    assert story.flag("F27", "2026-11-23 10:00") is None
    (stage,) = story.snapshot().stages
    story.items.pop(stage.number)
    steps = (("stage.started", "2026-11-03 10:00"), ("stage.delivered", "2026-11-16 10:00"))
    story.stage("2026-11-02 10:00", *steps, channel="email")
    assert story.flag("F27", "2026-11-23 10:00") is not None


def test_f27_a_message_about_the_payment_clears_it() -> None:
    story = Story()
    payment = story.paid("2026-11-20 10:00")
    story.sent("2026-11-20 11:00", to=JAVIER, about=(payment,))
    assert story.flag("F27", "2026-11-23 10:00") is not None
    story.sent("2026-11-23 11:00", about=(payment,))
    assert story.flag("F27", "2026-11-23 11:00") is None


def test_f27_c5_speaks_of_a_paused_client_too() -> None:
    story = Story()
    story.paid("2026-11-20 10:00")
    story.client = replace(story.client, state=ClientState.PAUSED)
    assert [each.rule for each in story.flags("2026-11-23 10:00")] == ["F27"]


# --- F28 -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "severity"),
    [
        ("2026-11-23 23:59", None),
        ("2026-11-24 00:00", "soon"),
        ("2026-11-30 09:00", "today"),
        ("2026-11-30 18:00", "late"),
        ("2026-12-01 00:00", None),
    ],
)
def test_f28_an_absence_from_tuesday_stands_for_five_working_days(now: str, severity: str | None) -> None:
    story = Story()
    story.off("2026-11-02 10:00", ("2026-12-01", "2026-12-04"))
    assert story.severity("F28", now) == severity


def test_f28_is_keyed_by_the_first_day_and_is_about_the_entry_that_brought_it() -> None:
    story = Story()
    entry = story.off("2026-11-02 10:00", ("2026-11-28", "2026-12-06"))
    flag = story.flag("F28", "2026-11-25 10:00")
    assert flag is not None
    assert (flag.key, flag.about, hour(flag)) == ("F28:11:2026-11-30", (entry,), "2026-11-27 18:00")
    assert [str(flag.reason.values[name]) for name in ("first", "last")] == ["2026-11-30", "2026-12-04"]


def test_f28_one_day_need_not_be_told() -> None:
    story = Story()
    story.off("2026-11-02 10:00", ("2026-11-27", "2026-11-29"))
    assert story.flag("F28", "2026-11-25 10:00") is None


def test_f28_a_message_about_the_days_off_clears_it() -> None:
    story = Story()
    entry = story.off("2026-11-02 10:00", ("2026-11-30", "2026-12-04"))
    story.sent("2026-11-25 10:00", to=JAVIER, about=(entry,))
    assert story.flag("F28", "2026-11-25 10:30") is not None
    story.sent("2026-11-25 11:00", about=(entry,))
    assert story.flag("F28", "2026-11-25 11:00") is None


def test_f28_who_was_told_well_before_is_not_to_be_told_again() -> None:
    story = Story()
    entry = story.off("2026-11-02 10:00", ("2026-11-30", "2026-12-04"))
    story.sent("2026-11-03 10:00", about=(entry,))
    assert story.flag("F28", "2026-11-25 10:00") is None


def test_f28_what_was_said_of_the_summer_did_not_tell_the_winter() -> None:
    story = Story()
    entry = story.off("2026-09-02 10:00", ("2026-10-05", "2026-10-09"), ("2026-11-30", "2026-12-04"))
    story.sent("2026-09-28 10:00", about=(entry,))
    assert story.flag("F28", "2026-09-29 10:00") is None
    assert story.flag("F28", "2026-11-25 10:00") is not None


def test_f28_days_added_to_an_absence_that_was_told_are_to_be_told() -> None:
    story = Story()
    first = story.off("2026-11-02 10:00", ("2026-11-30", "2026-12-04"))
    story.sent("2026-11-24 10:00", about=(first,))
    more = story.off("2026-11-25 10:00", ("2026-12-07", "2026-12-11"))
    flag = story.flag("F28", "2026-11-25 10:30")
    assert flag is not None
    assert (flag.about, flag.reason.values["n"]) == ((more,), 10)


def test_f28_the_contact_about_the_days_counts_after_the_week_in_which_it_was_written() -> None:
    """What is about an entry that is no item is looked up by that entry: it does not scroll away with the talk."""
    from app.facts.work import Mention

    story = Story()
    entry = story.off("2026-11-02 10:00", ("2026-11-30", "2026-12-04"))
    story.more["said"] = {entry: (Mention(entry=600, at=at("2026-11-10 10:00")),)}
    assert story.flag("F28", "2026-11-25 10:00") is None


@pytest.mark.parametrize("state", [ClientState.LEAD, ClientState.PAUSED, ClientState.CLOSED])
def test_f28_only_active_clients_are_told(state: ClientState) -> None:
    story = Story()
    story.off("2026-11-02 10:00", ("2026-11-30", "2026-12-04"))
    story.client = replace(story.client, state=state)
    assert story.flag("F28", "2026-11-25 10:00") is None


def test_f28_days_off_of_which_no_entry_is_known_are_to_be_told_as_well() -> None:
    story = Story()
    day = at("2026-11-30 12:00").date()
    story.owner = with_days_off(story.owner, (day, day.replace(month=12, day=4)))
    assert story.flag("F28", "2026-11-25 10:00") is not None
