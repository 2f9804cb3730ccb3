"""What holds of flags whatever happens: order, snoozes, clients who are closed (D18, C5, the keys of 3.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.facts.flags import Severity
from app.facts.people import ClientState
from app.rules.flags import flags
from app.rules.working_time import next_working_day, opening
from tests.rules.making import Story, at, hour
from tests.rules.test_flag_states import NOW, everything_at_once

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


def _message(story: Story) -> None:
    story.received("2026-11-20 10:00")


def _answer_to_a_question_of_monday(story: Story) -> None:
    story.request("2026-11-16 10:00")


def _figure(story: Story) -> None:
    story.measured(story.goal("40", "60"), "2026-11-18 10:00", "20")


UNRELATED: tuple[Callable[[Story], object], ...] = (
    _message,
    lambda story: story.edit("2026-11-20 10:30"),
    lambda story: story.call("2026-11-20 09:00"),
    _answer_to_a_question_of_monday,
    lambda story: story.stage("2026-11-02 10:00", due="2026-11-19"),
    lambda story: story.risk("2026-11-19 15:00"),
    _figure,
    lambda story: story.paid("2026-11-19 16:00"),
    lambda story: story.objection("2026-11-19 17:00"),
    lambda story: story.contract("2026-11-30"),
    lambda story: story.off("2026-11-18 10:00", ("2026-11-26", "2026-11-30")),
)


@given(order=st.permutations(range(len(UNRELATED))))
def test_the_order_in_which_unrelated_things_are_told_does_not_matter(order: list[int]) -> None:
    """D18: rules judge by what happened, not by what was written down first."""

    def told(which: Iterable[int]) -> list[tuple[str, str, Severity, str]]:
        story = Story()
        for each in which:
            UNRELATED[each](story)
        found = story.flags("2026-11-20 12:00")
        return sorted((each.rule, each.reason.code, each.severity, hour(each)) for each in found)

    usual = told(range(len(UNRELATED)))
    assert {each[0] for each in usual} >= {"F2", "F3", "F11", "F14", "F17", "F18", "F20", "F25", "F26", "F27", "F28"}
    assert told(order) == usual


@given(later=st.integers(min_value=0, max_value=400 * 24))
def test_a_closed_client_raises_nothing_ever(later: int) -> None:
    story = everything_at_once()
    story.client = replace(story.client, state=ClientState.CLOSED)
    assert flags([story.snapshot()], at(NOW) + timedelta(hours=later)) == ()
