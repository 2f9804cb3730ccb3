"""C5 which rules speak when, and snoozes: a late flag is never hidden for more than a working day."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from app.facts.flags import Severity
from app.facts.people import ClientState
from tests.rules.making import JAVIER, Story, at

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
    _held_to_a_plan(story)
    return story


def _held_to_a_plan(story: Story) -> None:
    """A stage late, a risk untold, a figure off, money without work, a quarrel, the end of the contract, days off."""
    rights = replace(story.terms().information, right_to_stop="yes", deemed_accepted="yes")
    story.agreed(since="2026-10-01", information=rights)
    story.contract("2026-11-27")
    story.stage("2026-11-02 10:00", due="2026-11-20")
    story.risk("2026-11-11 14:00")
    story.measured(story.goal("40", "60"), "2026-11-12 10:00", "20")
    story.paid("2026-11-12 11:00")
    story.objection("2026-11-12 12:00")
    story.off("2026-11-12 13:00", ("2026-11-30", "2026-12-04"))


def raised(story: Story, now: str = NOW) -> set[str]:
    return {each.rule for each in story.flags(now)}


def test_an_active_client_hears_every_rule() -> None:
    story = everything_at_once()
    assert raised(story) >= {f"F{n}" for n in range(2, 29)} - {"F21", "F22", "F23", "F24"}


@pytest.mark.parametrize(
    ("state", "rules"),
    [
        (ClientState.LEAD, {"F2", "F8", "F9", "F10", "F11", "F12"}),
        (ClientState.PAUSED, {"F2", "F11", "F12", "F15", "F16", "F27"}),
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
    story.stopped("2026-11-25 10:00", channel="email")
    resting = {"F4", "F5", "F13", "F18", "F21"}
    answered = {"F14", "F15"}
    assert resting | answered <= before
    assert before - raised(story) == resting | answered | ({"F22"} & before)


def test_a_pause_in_a_quarrel_holds_back_all_but_answers_late_promises_and_risks() -> None:
    story = everything_at_once()
    soon = story.edit("2026-11-23 10:00", "Soon")
    story.promise(soon, "2026-11-23 10:01", "2026-11-26")
    story.objection("2026-11-24 10:00", pause_until="2026-11-26 12:00")
    found = [(each.rule, each.severity) for each in story.flags(NOW)]
    assert set(found) == {("F2", Severity.LATE), ("F4", Severity.LATE), ("F17", Severity.LATE)}
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
