"""What makes no sense in a plan is refused in a sentence, and nothing is written (D3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from app.errors import Refused
from app.journal.journal import Journal
from tests.journal.conftest import MONDAY, Shore

PAST = MONDAY - timedelta(days=3)
GOAL: dict[str, Any] = {"base": "40", "target": "60", "since": date(2026, 11, 1), "by": date(2026, 12, 31)}


def refused(shore: Shore, said: str, verb: Callable[[], object]) -> None:
    before = shore.journal.size_and_head()
    with pytest.raises(Refused, match=said):
        verb()
    assert shore.journal.size_and_head() == before


def stage(journal: Journal, client: int, *steps: str) -> int:
    """A stage after some steps."""
    number = journal.plan.plan(client, "Texts", due=date(2026, 11, 13))
    for step in steps:
        getattr(journal.plan, step)(number)
    return number


def test_a_stage_is_not_due_before_it_was_planned(shore: Shore) -> None:
    """D3: an end before its beginning; a plan that is written down late says when it was made (D2)."""
    plan = shore.journal.plan
    refused(shore, "before it was planned", lambda: plan.plan(shore.client, "Texts", due=date(2026, 10, 30)))
    late = plan.plan(shore.client, "Texts", due=date(2026, 10, 30), at=datetime(2026, 10, 20, 9, tzinfo=UTC))
    assert shore.journal.reading.entry(late).late_seconds


@pytest.mark.parametrize(
    ("before", "step", "said"),
    [
        (("drop",), "start", "was dropped"),
        (("drop",), "deliver", "was dropped"),
        (("deliver", "drop"), "accept", "was dropped"),
        (("start",), "start", "begun already"),
        ((), "accept", "not delivered yet"),
        (("deliver", "accept"), "deliver", "accepted already"),
        (("deliver", "accept"), "drop", "accepted already"),
    ],
)
def test_a_step_out_of_order_is_refused(shore: Shore, before: tuple[str, ...], step: str, said: str) -> None:
    """D3: no delivery of what was dropped, no acceptance of what was not delivered."""
    number = stage(shore.journal, shore.client, *before)
    refused(shore, said, lambda: getattr(shore.journal.plan, step)(number))


def test_a_delivery_before_the_stage_was_dropped_may_be_recorded_late(shore: Shore) -> None:
    """D18: rules judge by what happened first, not by what was written first."""
    number = stage(shore.journal, shore.client, "drop")
    shore.journal.plan.deliver(number, at=PAST)
    assert shore.journal.plan.get(number).deliveries


def test_a_stage_does_not_move_into_the_past_and_not_without_a_cause(shore: Shore) -> None:
    """1.3: stage.moved has a cause."""
    number, plan = stage(shore.journal, shore.client), shore.journal.plan
    refused(shore, "before the day of the move", lambda: plan.move(number, date(2026, 10, 30), "me"))
    refused(shore, "Say why", lambda: plan.move(number, date(2026, 11, 20), ""))


def test_a_goal_ends_after_it_begins(shore: Shore) -> None:
    """D3, F20: the line from base to target needs at least one day; a value to be kept is a goal too."""
    goals = shore.journal.goals
    refused(shore, "not after it begins", lambda: goals.set(shore.client, "Leads", **GOAL | {"by": date(2026, 11, 1)}))
    refused(shore, "needs a metric", lambda: goals.set(shore.client, "", **GOAL))
    kept = goals.set(shore.client, "Price of a lead", **GOAL | {"target": "40.0"})
    assert goals.get(kept).open


def test_a_closed_goal_is_measured_no_more_and_no_day_to_come_is_read(shore: Shore) -> None:
    """D3; a reading before `since` is recorded: what happened is never refused."""
    goals = shore.journal.goals
    goal = goals.set(shore.client, "Leads", **GOAL)
    refused(shore, "has not come yet", lambda: goals.measure(goal, "41", on=date(2026, 11, 3)))
    goals.measure(goal, "39", on=date(2026, 10, 1))
    goals.close(goal)
    refused(shore, "is closed", lambda: goals.measure(goal, "41"))
    refused(shore, "is closed", lambda: goals.close(goal))


def test_a_risk_passes_once_and_threatens_an_item(shore: Shore) -> None:
    """D3, F17."""
    risks = shore.journal.risks
    note = shore.journal.talk.note(shore.client, "no item")
    refused(shore, "is no item", lambda: risks.notice(shore.client, "It may rain", threatens=note))
    later = MONDAY + timedelta(days=1)
    refused(shore, "in the future", lambda: risks.notice(shore.client, "It may rain", known_at=later))
    risk = risks.notice(shore.client, "It may rain")
    risks.pass_(risk)
    refused(shore, "has passed already", lambda: risks.pass_(risk))
    refused(shore, "has passed already", lambda: risks.warn(risk))


def test_a_word_is_settled_once(shore: Shore) -> None:
    """D3."""
    words = shore.journal.understandings
    number = words.note(shore.client, "good site")
    refused(shore, "agreed or refused", lambda: words.settle(number, "open"))
    words.settle(number)
    refused(shore, "settled already", lambda: words.settle(number, "refused"))


def test_a_pause_ends_after_it_begins_and_an_objection_is_resolved_once(shore: Shore) -> None:
    """C5, F26."""
    objections = shore.journal.objections
    refused(shore, "ends before it begins", lambda: objections.raise_(shore.client, "Too dear", pause_until=PAST))
    refused(shore, "objects to", lambda: objections.raise_(shore.client, ""))
    number = objections.raise_(shore.client, "Too dear")
    objections.resolve(number)
    refused(shore, "resolved already", lambda: objections.resolve(number))
    refused(shore, "resolved already", lambda: objections.go_on(number, proof="The autumn page"))


@pytest.mark.parametrize("score", ["0", "6", "-1", "5.5"])
def test_a_score_lies_from_one_to_five(shore: Shore, score: str) -> None:
    """1.9 survey: 1 to 5 and words."""
    refused(shore, "from 1 to 5", lambda: shore.journal.feedback.note(shore.client, {"work": score}))


def test_feedback_says_something_and_a_payment_has_a_sum(shore: Shore) -> None:
    """D3, 1.3."""
    journal = shore.journal
    refused(shore, "at least one score", lambda: journal.feedback.note(shore.client))
    refused(shore, "needs its sum", lambda: journal.record("payment.noted", shore.client, {"for": "November"}))
    refused(shore, "more than nothing", lambda: journal.payments.note(shore.client, "0.00"))
    day = date(2026, 11, 3)
    refused(shore, "has not come yet", lambda: journal.payments.note(shore.client, "10", received_on=day))


def test_a_step_can_be_corrected_although_its_stage_has_gone_on(shore: Shore) -> None:
    """1.3b: what the entry says now does not speak against its new words."""
    number = stage(shore.journal, shore.client, "deliver", "accept")
    accepted = shore.journal.plan.get(number).accepted
    assert accepted is not None
    shore.journal.talk.correct(shore.client, accepted.entry, {"note": "by mail"}, "more exactly")
    assert shore.journal.reading.entry(accepted.entry).body["note"] == "by mail"
