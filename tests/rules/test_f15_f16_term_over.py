"""F15 the right to stop work, F16 what counts as accepted when the contract ends."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.facts.flags import Ball
from app.facts.people import ClientState
from app.rules.flags.cards import cards
from tests.rules.making import Story, hour


def owing(*, stop: str = "yes", deemed: str = "no", due: str = "2026-11-18") -> tuple[Story, int]:
    """A client with something overdue since Wednesday evening."""
    story = Story()
    rights = replace(story.terms().information, right_to_stop=stop, deemed_accepted=deemed)
    story.agreed(since="2026-10-01", information=rights)
    return story, story.request("2026-11-13 10:00", due=due)


@pytest.mark.parametrize(("now", "stands"), [("2026-11-18 17:59", False), ("2026-11-18 18:00", True)])
def test_f15_the_right_begins_when_the_term_is_over(now: str, stands: bool) -> None:
    story, request = owing()
    flag = story.flag("F15", now)
    assert (flag is not None) == stands
    if flag is not None:
        assert (flag.key, flag.severity.value, flag.ball) == (f"F15:11:{request}", "late", Ball.CLIENT)
        assert (hour(flag), flag.reason.values["version"]) == ("2026-11-18 18:00", 2)


def test_f15_nothing_is_offered_where_the_agreement_does_not_grant_it() -> None:
    story, _ = owing(stop="no")
    assert story.flag("F15", "2026-11-25 10:00") is None


def test_f15_the_agreement_under_which_it_was_asked_decides() -> None:
    story, request = owing()
    story.items[request] = replace(story.items[request], terms=20)
    assert story.agreements[0].entry == 20
    assert story.flag("F15", "2026-11-25 10:00") is None


@pytest.mark.parametrize("end", ["request.answered", "request.waived", "request.withdrawn"])
def test_f15_is_cleared_by_the_end_of_the_request(end: str) -> None:
    story, request = owing()
    story.step(request, "ended", end, "2026-11-20 10:00")
    assert story.flag("F15", "2026-11-20 09:59") is not None
    assert story.flag("F15", "2026-11-20 10:00") is None


def test_f15_is_cleared_by_the_stop_notice() -> None:
    story, _ = owing()
    story.stopped("2026-11-20 10:00", channel="telegram")
    assert story.flag("F15", "2026-11-20 10:00") is None


def test_f15_no_message_stops_work_by_itself() -> None:
    """A notice is a step of its own: writing to clear the card's other reasons must not tick it."""
    story, _ = owing()
    (card,) = cards(story.flags("2026-11-20 10:00"))
    assert "F15" in {each.rule for each in card.reasons}
    assert "F15" not in {each.rule for each in card.cleared_at_once}


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        ("2026-11-19 23:59", False),
        ("2026-11-20 00:00", True),
        ("2026-11-27 17:00", True),
        ("2026-11-27 23:59", True),
        ("2026-11-28 00:00", False),
    ],
)
def test_f16_stands_in_the_last_five_working_days_of_the_contract(now: str, stands: bool) -> None:
    story, request = owing(deemed="yes", due="2026-12-02")
    story.contract("2026-11-27")
    flag = story.flag("F16", now)
    assert (flag is not None) == stands
    if flag is not None:
        assert (flag.key, hour(flag), flag.ball) == (f"F16:11:{request}", "2026-11-27 18:00", Ball.CLIENT)


@pytest.mark.parametrize(
    ("now", "severity"), [("2026-11-25 10:00", "soon"), ("2026-11-27 10:00", "today"), ("2026-11-27 18:00", "late")]
)
def test_f16_ripens_towards_the_end(now: str, severity: str) -> None:
    story, _ = owing(deemed="yes")
    story.contract("2026-11-27")
    assert story.severity("F16", now) == severity


def test_f16_needs_the_clause_and_an_end() -> None:
    without_clause, _ = owing(deemed="no")
    without_clause.contract("2026-11-27")
    without_end, _ = owing(deemed="yes")
    assert without_clause.flag("F16", "2026-11-25 10:00") is None
    assert without_end.flag("F16", "2026-11-25 10:00") is None


def test_f16_is_cleared_by_the_answer() -> None:
    story, request = owing(deemed="yes")
    story.contract("2026-11-27")
    story.step(request, "ended", "request.answered", "2026-11-25 10:00")
    assert story.flag("F16", "2026-11-25 09:59") is not None
    assert story.flag("F16", "2026-11-25 10:00") is None


def test_f16_once_told_in_the_last_days_it_is_said_again_on_the_very_last_one_only() -> None:
    story, request = owing(deemed="yes")
    story.contract("2026-11-27")
    story.sent("2026-11-19 10:00", about=(request,))

    def said(now: str) -> bool:
        flag = story.flag("F16", now)
        return flag is not None and flag.says

    assert said("2026-11-23 09:00")
    story.sent("2026-11-23 10:00", about=(request,))
    assert [said(f"2026-11-{day} 11:00") for day in (23, 24, 25, 26, 27)] == [False, False, False, False, True]
    story.sent("2026-11-27 11:30", about=(request,))
    assert not said("2026-11-27 12:00")


def test_c5_both_speak_of_a_paused_client_too() -> None:
    story, _ = owing(deemed="yes")
    story.contract("2026-11-27")
    story.client = replace(story.client, state=ClientState.PAUSED)
    assert {each.rule for each in story.flags("2026-11-25 10:00")} == {"F15", "F16"}
