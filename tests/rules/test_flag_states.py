"""C5 which rules speak when, and snoozes: a late flag is never hidden for more than a working day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.facts.flags import Severity
from app.facts.people import ClientState
from app.rules.flags import flags
from app.rules.working_time import next_working_day, opening
from tests.rules.making import JAVIER, Story, at, hour

NOW = "2026-11-25 12:00"


def everything_at_once() -> Story:
    """A client with whom everything is late."""
    story = Story(added="2026-09-01 10:00")
    story.sent("2026-11-10 10:00")
    story.received("2026-11-11 10:00")
    story.received("2026-11-11 11:00", by=JAVIER, channel="whatsapp")
    story.edit("2026-11-11 12:00", "No date")
    promised = story.edit("2026-11-11 12:01", "Promised")
    story.promise(promised, "2026-11-11 12:02", "2026-11-13")
    vague = story.edit("2026-11-11 12:03", "Vague")
    story.promise(vague, "2026-11-11 12:04", "2026-11-12", provisional=True)
    done = story.edit("2026-11-11 12:05", "Done")
    story.delivered(done, "2026-11-12 10:00")
    story.call("2026-11-12 13:00")
    story.call("2026-11-26 13:00", topics=())
    story.held("2026-11-12 15:00", "Prices by Monday")
    story.request("2026-11-11 13:00", due="2026-11-16")
    return story


def raised(story: Story, now: str = NOW) -> set[str]:
    return {each.rule for each in story.flags(now)}


def test_an_active_client_hears_every_rule() -> None:
    story = everything_at_once()
    assert raised(story) >= {f"F{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 19)}


@pytest.mark.parametrize(
    ("state", "rules"),
    [
        (ClientState.LEAD, {"F2", "F8", "F9", "F10", "F11", "F12"}),
        (ClientState.PAUSED, {"F2", "F11", "F12"}),
        (ClientState.CLOSED, set()),
    ],
)
def test_other_states_hear_few(state: ClientState, rules: set[str]) -> None:
    story = everything_at_once()
    story.client = replace(story.client, state=state)
    assert raised(story) == rules


def test_while_work_is_stopped_promises_and_rhythms_rest() -> None:
    story = everything_at_once()
    story.talk = [line for line in story.talk if line.side == "mine"]
    before = raised(story)
    story.more["stopped"] = 90
    assert {"F4", "F5", "F13", "F21"} <= before
    assert before - raised(story) == {"F4", "F5", "F13", "F21"} | ({"F22"} & before)


def test_a_pause_in_a_quarrel_holds_back_all_but_answers_late_promises_and_risks() -> None:
    story = everything_at_once()
    soon = story.edit("2026-11-23 10:00", "Soon")
    story.promise(soon, "2026-11-23 10:01", "2026-11-26")
    story.objection("2026-11-24 10:00", pause_until="2026-11-26 12:00")
    found = [(each.rule, each.severity) for each in story.flags(NOW)]
    assert sorted(found) == [("F17", Severity.LATE), ("F2", Severity.LATE), ("F4", Severity.LATE)]
    assert len(story.flags("2026-11-26 12:00")) > 2


def test_late_comes_first_and_then_what_is_due_earlier() -> None:
    found = everything_at_once().flags(NOW)
    ranks = [(list(Severity).index(each.severity), each.due) for each in found]
    assert ranks == sorted(ranks)


# --- keys and snoozes ----------------------------------------------------------------------------------------------


def waiting() -> tuple[Story, str]:
    story = Story()
    number = story.received("2026-11-20 11:30")
    return story, f"F2:11:{number}"


def hidden_until(story: Story, now: str) -> datetime | None:
    flag = story.flag("F2", now)
    assert flag is not None
    return flag.snoozed_until


def test_a_snoozed_flag_comes_back_at_its_time() -> None:
    story, key = waiting()
    story.snooze(key, "2026-11-20 11:40", "2026-11-20 12:40")
    assert hidden_until(story, "2026-11-20 12:39") == at("2026-11-20 12:40")
    assert hidden_until(story, "2026-11-20 12:40") is None


def test_one_that_becomes_late_comes_back_on_the_next_working_morning() -> None:
    story, key = waiting()
    story.snooze(key, "2026-11-20 11:40", "2026-12-20 12:00")
    assert hidden_until(story, "2026-11-22 12:00") == at("2026-11-23 09:00")
    assert hidden_until(story, "2026-11-23 09:00") is None


def test_the_last_word_on_a_key_counts() -> None:
    story, key = waiting()
    story.snooze(key, "2026-11-20 11:40", "2026-11-20 17:00")
    story.snooze(key, "2026-11-20 11:50", "2026-11-20 12:00")
    assert hidden_until(story, "2026-11-20 12:30") is None


def test_a_dismissal_holds_for_its_key_only() -> None:
    story, key = waiting()
    story.snooze(key, "2026-11-20 11:40", None)
    flag = story.flag("F2", "2026-11-20 12:00")
    assert flag is not None and flag.dismissed
    story.sent("2026-11-20 12:10")
    story.received("2026-11-20 12:20")
    flag = story.flag("F2", "2026-11-20 12:30")
    assert flag is not None and not flag.dismissed


def test_what_must_not_be_dismissed_is_not() -> None:
    story = everything_at_once()
    for flag in story.flags(NOW):
        story.snooze(flag.key, "2026-11-25 11:00", None)
    kept = {each.rule for each in story.flags(NOW) if not each.dismissed}
    assert kept == {"F3", "F4", "F5", "F11", "F14"}


DAYS = st.integers(min_value=0, max_value=40 * 24 * 60)


@given(made=DAYS, length=DAYS, later=DAYS)
def test_a_snooze_never_hides_a_late_flag_for_more_than_a_working_day(made: int, length: int, later: int) -> None:
    story = everything_at_once()
    begin = datetime(2026, 11, 12, tzinfo=UTC) + timedelta(minutes=made)
    now = begin + timedelta(minutes=later)
    until = begin + timedelta(minutes=length)
    snapshot = story.snapshot()
    for flag in flags([snapshot], begin):
        story.snooze(flag.key, "2026-11-12 10:00", None)
        story.snoozes[-1] = replace(story.snoozes[-1], made=begin, until=until)
    view = story.view("2026-11-12 10:00")
    for flag in flags([story.snapshot()], now):
        if flag.severity is Severity.LATE and flag.snoozed_until:
            day = next_working_day(view.dates, view.day_of(max(flag.due, begin)))
            morning = opening(view.dates, day)
            assert morning is not None
            assert now < morning


@given(order=st.permutations(range(4)))
def test_the_order_in_which_unrelated_things_are_told_does_not_matter(order: list[int]) -> None:
    def tell(story: Story, which: int) -> None:
        if which == 0:
            story.received("2026-11-20 10:00")
        elif which == 1:
            story.edit("2026-11-20 10:30")
        elif which == 2:
            story.call("2026-11-20 09:00")
        else:
            story.request("2026-11-16 10:00")

    story = Story()
    for which in order:
        tell(story, which)
    found = [(each.rule, each.severity, hour(each)) for each in story.flags("2026-11-20 12:00")]
    usual = Story()
    for which in range(4):
        tell(usual, which)
    assert found == [(each.rule, each.severity, hour(each)) for each in usual.flags("2026-11-20 12:00")]


@given(later=st.integers(min_value=0, max_value=400 * 24))
def test_a_closed_client_raises_nothing_ever(later: int) -> None:
    story = everything_at_once()
    story.client = replace(story.client, state=ClientState.CLOSED)
    assert flags([story.snapshot()], at(NOW) + timedelta(hours=later)) == ()
