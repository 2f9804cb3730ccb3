"""What each entry proves, beside it (4-evidence 4.6): the class of its source, and whether the client confirmed it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.journal.confirming import confirmations
from app.journal.evidence_page import evidence_shown
from app.journal.resting import rests_on
from app.papers.rests_words import rests_sentence
from app.words import words_for
from tests.journal.conftest import Shore


def said(shore: Shore, number: int) -> str:
    return rests_sentence(words_for("en"), rests_on(shore.journal, shore.journal.reading.entry(number)))


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ({}, "Rests on what you wrote down (D)."),
        ({"class": "A"}, "Rests on a signed mail (A)."),
        ({"class": "B"}, "Rests on a messenger's export (B), imported 3 days later."),
        ({"class": "C"}, "Rests on a picture (C)."),
    ],
)
def test_the_class_of_the_source_is_said(shore: Shore, source: dict[str, Any], sentence: str) -> None:
    at = f"{shore.clock() - timedelta(days=3):%Y-%m-%dT%H:%M:%S+00:00}"
    body = {
        "text": "x",
        "channel": "telegram",
        "happened": {"at": at, "zone": "Europe/Madrid", "precision": "second", "basis": "export_utc"},
    } | ({"source": source} if source else {})
    with shore.journal.act() as act:
        number = act.put("message.received", shore.client, body)
    assert said(shore, number) == sentence


def confirmed(shore: Shore) -> dict[int, int]:
    """What the window says beside each entry; the statement and the count of the page must say the same (ACK)."""
    journal = shore.journal
    with journal.look() as connection:
        numbers = connection.exec_driver_sql("SELECT seq FROM entry WHERE client = ?", (shore.client,)).scalars().all()
    shown = {number: rests_on(journal, journal.reading.entry(number)).confirmed_by for number in numbers}
    beside = {number: by for number, by in shown.items() if by is not None}
    assert beside == confirmations(journal, shore.client)
    assert evidence_shown(journal).confirmed == len(beside)
    return beside


def test_the_version_that_was_agreed_names_its_confirmation(shore: Shore) -> None:
    """And nothing else is confirmed on the first day."""
    by = shore.agreement + 1
    assert confirmed(shore) == {shore.agreement: by}
    assert said(shore, shore.agreement).endswith(f"The client confirmed it (ACK, entry {by}).")


def test_what_was_handed_over_is_confirmed_by_its_acceptance_and_the_edit_is_not(shore: Shore) -> None:
    edits, before = shore.journal.edits, confirmed(shore)
    edit = edits.request(shore.client, "Bigger logo")
    first = edits.deliver(edit, channel="telegram")
    edits.step(edit, "edit.returned", channel="telegram")
    second = edits.deliver(edit, channel="telegram")
    accepted = edits.step(edit, "edit.accepted", channel="telegram")
    assert confirmed(shore) == before | {second: accepted}
    assert first not in confirmed(shore)


def test_silence_confirms_nothing(shore: Shore) -> None:
    """By silence an edit is taken as accepted where the agreement says so; the client said nothing."""
    before, edit = confirmed(shore), shore.journal.edits.request(shore.client, "Bigger logo")
    shore.journal.edits.deliver(edit, channel="telegram")
    shore.journal.edits.step(edit, "edit.accepted", by_silence=True)
    assert confirmed(shore) == before


def test_a_confirmation_that_was_taken_back_confirms_nothing(shore: Shore) -> None:
    shore.journal.talk.retract(shore.client, shore.agreement + 1, "a slip")
    assert confirmed(shore) == {}


def test_the_edit_of_a_voice_is_confirmed_by_the_contact(shore: Shore) -> None:
    before = confirmed(shore)
    edit = shore.journal.edits.request(shore.client, "Bigger logo", person=shore.igor)
    by = shore.journal.edits.step(edit, "edit.confirmed", channel="telegram")
    assert confirmed(shore) == before | {edit: by}


def test_the_call_that_was_held_is_confirmed_and_its_plan_is_not(shore: Shore) -> None:
    calls, before = shore.journal.calls, confirmed(shore)
    plan = calls.plan(shore.client, local="2026-11-03T10:00", zone="Europe/Moscow", channel="video", topics=["Plan"])
    shore.clock.forward(timedelta(days=2))
    topics = [{"title": "Plan", "outcomes": [{"nothing_decided": True}]}]
    held, *_ = calls.hold(shore.client, call=plan, channel="video", topics=topics)
    by = calls.step(plan, "call.confirmed")
    assert confirmed(shore) == before | {held: by}


def test_a_stage_and_its_new_date_are_confirmed(shore: Shore) -> None:
    """The date by the message in which it was agreed, what was handed over by its acceptance."""
    plan, before = shore.journal.plan, confirmed(shore)
    stage = plan.plan(shore.client, "Order form", due=date(2026, 11, 10), channel="telegram")
    agreed = shore.journal.talk.received(shore.client, "The 12th is fine.")
    moved = plan.move(stage, date(2026, 11, 12), "client", agreed_in=agreed, reason="photos", channel="telegram")
    plan.start(stage)
    delivered = plan.deliver(stage, channel="telegram")
    accepted = plan.accept(stage)
    assert confirmed(shore) == before | {moved: agreed, delivered: accepted}


def test_a_date_that_my_own_message_proposed_is_not_confirmed(shore: Shore) -> None:
    plan, before = shore.journal.plan, confirmed(shore)
    stage = plan.plan(shore.client, "Order form", due=date(2026, 11, 10), channel="telegram")
    mine = shore.journal.talk.sent(shore.client, "What about the 12th?")
    plan.move(stage, date(2026, 11, 12), "client", agreed_in=mine, reason="photos", channel="telegram")
    assert confirmed(shore) == before


def test_the_meaning_of_a_word_is_confirmed_once_it_is_agreed(shore: Shore) -> None:
    journal, before = shore.journal, confirmed(shore)
    word = journal.record("understanding.noted", shore.client, {"word": "good site", "mine": "opens in two seconds"})
    refused = journal.record("understanding.noted", shore.client, {"word": "soon", "mine": "this week"})
    by = journal.record("understanding.settled", shore.client, {"item": word, "state": "agreed"})
    journal.record("understanding.settled", shore.client, {"item": refused, "state": "refused"})
    assert confirmed(shore) == before | {word: by}


def test_a_sheet_is_confirmed_by_the_reply_that_quotes_its_head(shore: Shore) -> None:
    """The reply must be shown by a source of class A or B (4.3); the owner's own word for it is not enough."""
    journal, before = shore.journal, confirmed(shore)
    paper = journal.weeks.print_paper(shore.client, "2026-W45")
    report, _ = journal.weeks.mark_as_given(shore.client, "2026-W45", paper, how="sent")
    head = paper.foot.head
    journal.talk.received(shore.client, f"Got it: {head}")
    assert confirmed(shore) == before
    shown_by_source = {"text": f"Got it: {head}", "channel": "telegram", "source": {"class": "B"}}
    with journal.act() as act:
        reply = act.put("message.received", shore.client, shown_by_source)
    assert confirmed(shore) == before | {report: reply}
