"""The verbs of the plan: stages, risks, goals, words, objections, payments, feedback, planning (1.3)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tests.journal.conftest import Shore


def test_a_stage_freezes_the_closing_of_its_day_in_the_zone_of_dates(shore: Shore) -> None:
    """B3, W8: the day binds as the instant it means; later changes of hours do not move it (D5)."""
    number = shore.journal.plan.plan(shore.client, "Structure and texts", due=date(2026, 11, 13))
    body = shore.journal.reading.entry(number).body
    assert (body["due"], body["closing"], body["zone"]) == ("2026-11-13", "2026-11-13T17:00:00Z", "Europe/Madrid")
    assert (body["terms"], body["order"]) == (shore.agreement, 1)


def test_a_stage_moves_through_its_life_and_keeps_every_day_it_had(shore: Shore) -> None:
    """1.3: planned, started, moved with a cause, delivered and told, accepted by silence."""
    plan = shore.journal.plan
    stage = plan.plan(shore.client, "Texts", deliverable="A document", due=date(2026, 11, 13))
    second = plan.plan(shore.client, "Photos")
    plan.start(stage)
    agreed = shore.journal.talk.received(shore.client, "Let us say Monday then?")
    plan.move(stage, date(2026, 11, 16), "client", agreed_in=agreed)
    plan.deliver(stage, channel="telegram")
    plan.accept(stage, by_silence=True)
    found = plan.get(stage)
    assert [(each.on.day, each.cause, each.agreed_in) for each in found.dates] == [
        (13, "", None),
        (16, "client", agreed),
    ]
    assert found.started and found.deliveries[0].told and found.by_silence and not found.open
    assert [each.number for each in plan.of_client(shore.client)] == [stage, second]


def test_a_warning_in_a_channel_is_a_contact(shore: Shore) -> None:
    """C1: risk.warned with a channel and without a message."""
    risk = shore.journal.risks.notice(shore.client, "The map listing has no owner", cause="client")
    shore.clock.forward(timedelta(hours=2))
    warned = shore.journal.risks.warn(risk)
    seen = shore.journal.desk.snapshot(shore.client)
    assert seen is not None
    assert [talk.entry for talk in seen.talk] == [warned]
    shore.journal.risks.pass_(risk)
    assert not shore.journal.risks.get(risk).open


def test_the_last_reading_written_for_a_day_holds(shore: Shore) -> None:
    """1.3: readings stand in the order of their days, whenever they were written down."""
    goals = shore.journal.goals
    goal = goals.set(
        shore.client, "Leads", base="40", target="60", since=date(2026, 10, 1), by=date(2026, 12, 31), unit="leads"
    )
    goals.measure(goal, "45")
    goals.measure(goal, "41", on=date(2026, 10, 15))
    goals.measure(goal, "46", on=date(2026, 11, 2))
    assert [(each.on.isoformat(), each.value) for each in goals.get(goal).readings] == [
        ("2026-10-15", "41"),
        ("2026-11-02", "46"),
    ]
    goals.close(goal, reason="Reached")
    assert not goals.get(goal).open


def test_a_word_is_open_until_it_is_settled(shore: Shore) -> None:
    """1.3: my meaning, theirs, and what was agreed; the last word holds."""
    words = shore.journal.understandings
    number = words.note(shore.client, "good site", mine="Opens in two seconds", theirs="Looks expensive")
    assert words.get(number).open
    words.settle(number, number="2", unit="s")
    found = words.get(number)
    assert (found.state, found.value, found.theirs, found.open) == ("agreed", "2", "Looks expensive", False)


def test_an_objection_takes_its_steps_one_by_one_and_rests_in_a_pause(shore: Shore) -> None:
    """3.3, C5: the six steps, and a pause that the client's snapshot knows of."""
    objections, pause = shore.journal.objections, datetime(2026, 11, 4, 9, tzinfo=UTC)
    number = objections.raise_(shore.client, "Too expensive", pause_until=pause)
    objections.go_on(number, paraphrase="You fear paying twice", proposals="Two steps")
    found = objections.get(number)
    assert (found.paraphrase, found.proposals, found.pause_until) == ("You fear paying twice", ("Two steps",), pause)
    objections.resolve(number, outcome="Agreed on two steps")
    assert not objections.get(number).open


def test_a_payment_feedback_and_a_planning_session_reach_the_snapshot(shore: Shore) -> None:
    """F25, F27, F19: what the flags of the start, of the term's end and of the results look at."""
    paid = shore.journal.payments.note(shore.client, "1200.00", for_what="November")
    said = shore.journal.feedback.note(shore.client, {"work": 5, "talk": "4"}, text="Quick")
    held = shore.journal.planning.hold(shore.client, "The texts first, then the photos")
    seen = shore.journal.desk.snapshot(shore.client)
    assert seen is not None
    assert seen.feedback is not None
    assert [(each.entry, each.received_on) for each in seen.payments] == [(paid, date(2026, 11, 2))]
    assert (seen.feedback.entry, seen.planning[0].entry) == (said, held)
    assert shore.journal.reading.entry(said).body["scores"] == {"work": "5", "talk": "4"}
