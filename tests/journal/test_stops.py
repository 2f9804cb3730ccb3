"""The stop-work assistant on a real file: what was tried, from when work may stop, and what it moves (F15, D11)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.errors import Refused
from app.facts.terms import Terms
from app.journal.journal import Journal
from app.papers.plain_text import text_of
from app.words import words_for
from tests.journal.conftest import Shore


def noon(day: int) -> datetime:
    """Noon in Valencia of a day of November 2026."""
    return datetime(2026, 11, day, 11, 0, tzinfo=UTC)


def agree(shore: Shore, **information: object) -> None:
    """Another version of the agreement with other words about the client's information."""
    terms = shore.journal.agreements.in_force(shore.client).terms
    changed: Terms = replace(terms, information=replace(terms.information, **information))
    made = shore.journal.agreements.make(shore.client, changed)
    shore.journal.agreements.confirm(shore.client, made)


@pytest.fixture
def granted(shore: Shore) -> Shore:
    """The agreement grants the right to stop; photos are asked for on Monday the 2nd for a stage due on the 16th."""
    agree(shore, right_to_stop="yes", deemed_accepted="yes")
    shore.clock.forward(timedelta(minutes=10))
    return shore


def asked_for_photos(shore: Shore) -> tuple[int, int]:
    journal = shore.journal
    stage = journal.plan.plan(shore.client, "Каталог", due=date(2026, 11, 16))
    request = journal.requests.make(shore.client, ["12 фото", "Логотип"], needed_for=[stage])
    return stage, request


def test_work_may_stop_once_the_agreed_term_has_passed(granted: Shore) -> None:
    """F15: the right is agreed; the materials of Monday were due by 18:00 of Thursday the 5th."""
    _, request = asked_for_photos(granted)
    granted.clock.move_to(noon(5))
    read = granted.journal.stops.read(request)
    assert read.allowed_from == datetime(2026, 11, 5, 17, 0, tzinfo=UTC)
    assert not read.may_stop
    granted.clock.move_to(noon(6))
    read = granted.journal.stops.read(request)
    assert (read.granted, read.may_stop, read.version) == (True, True, 2)
    assert read.step is not None and (read.step.number, read.step.is_due, read.step.channel) == (1, True, "telegram")


def test_without_the_clause_the_agreement_does_not_grant_it(shore: Shore) -> None:
    """1.4: the right to stop work is off unless it is agreed; F16 neither."""
    _, request = asked_for_photos(shore)
    shore.clock.move_to(noon(20))
    read = shore.journal.stops.read(request)
    assert (read.granted, read.allowed_from, read.may_stop, read.deemed) == (False, None, False, None)
    assert read.is_over


def test_reminders_are_named_with_their_channel_and_each_counts_once(granted: Shore) -> None:
    """F14, B8: a reminder recorded alone, and one told by a message that is about the request as well."""
    journal = granted.journal
    _, request = asked_for_photos(granted)
    granted.clock.move_to(noon(6))
    journal.requests.remind(request, channel="telegram")
    granted.clock.move_to(noon(10))
    flag = next(each for each in journal.desk.flags() if each.rule == "F14")
    journal.desk.mark_as_sent(granted.client, "Напоминаю о фото", channel="email", clears=[flag])
    granted.clock.move_to(noon(11))
    read = journal.stops.read(request)
    assert [(each.at.day, each.channel) for each in read.reminders] == [(6, "telegram"), (10, "email")]
    assert read.days_over == 3


def test_the_days_left_of_a_stage_are_counted_anew_as_if_all_came_now(granted: Shore) -> None:
    """D11, W8: at the closing of Thursday the 5th seven working days were left; counted from Tuesday the 10th."""
    stage, request = asked_for_photos(granted)
    granted.clock.move_to(noon(10))
    (proposed,) = granted.journal.stops.read(request).dates
    assert (proposed.item, proposed.noun, proposed.left) == (stage, "stage", 7)
    assert (proposed.was, proposed.on) == (date(2026, 11, 16), date(2026, 11, 19))


def test_the_contracts_end_is_counted_down_where_silence_is_acceptance(granted: Shore) -> None:
    """F16: deemed accepted at the end of the contract, only where it is agreed."""
    granted.journal.clients.change(granted.client, contract={"number": "7", "from": "2026-11-02", "to": "2026-11-27"})
    _, request = asked_for_photos(granted)
    granted.clock.move_to(noon(20))
    deemed = granted.journal.stops.read(request).deemed
    assert deemed is not None
    assert (deemed.on, deemed.working_days) == (date(2026, 11, 27), 5)


def test_a_stop_and_its_end_are_recorded_told_and_move_the_stage(granted: Shore) -> None:
    """F6, F18, D11: the note that work goes on tells the new date in the same words."""
    journal = granted.journal
    stage, request = asked_for_photos(granted)
    granted.clock.move_to(noon(10))
    standing = journal.stops.stand(request)
    assert "12 фото" in standing.notice
    stopped = journal.stops.stop(request, standing.notice, channel="telegram")
    entry = journal.reading.entry(stopped)
    assert (entry.kind, entry.body["because"], entry.body["channel"]) == ("work.stopped", request, "telegram")
    assert journal.stops.because(granted.client) == request
    granted.clock.move_to(noon(12))
    journal.requests.answer(request, complete=True)
    standing = journal.stops.stand(request)
    assert "23 ноября" in standing.resume_note
    resumed, moved = journal.stops.resume(
        granted.client, standing.resume_note, channel="telegram", because=request, dates=standing.read.dates
    )
    assert journal.reading.entry(resumed).kind == "work.resumed"
    body = journal.reading.entry(moved).body
    assert (body["item"], body["due"], body["cause"], body["message"]) == (stage, "2026-11-23", "client", resumed)
    assert journal.stops.proposed(granted.client) == ()
    assert journal.stops.because(granted.client) is None


def test_a_stop_that_nobody_was_told_of_is_a_reason_to_write(granted: Shore) -> None:
    """F6: recorded without channel and message."""
    _, request = asked_for_photos(granted)
    granted.clock.move_to(noon(10))
    granted.journal.stops.stop(request)
    assert "f6_stopped" in [flag.reason.code for flag in granted.journal.desk.flags()]


def test_all_stages_rest_while_work_is_stopped_even_if_they_need_nothing(granted: Shore) -> None:
    """D11, C5: a stage that waits for nothing lost the days of the stop as well."""
    journal = granted.journal
    other = journal.plan.plan(granted.client, "Тексты", due=date(2026, 11, 13))
    _, request = asked_for_photos(granted)
    granted.clock.move_to(noon(10))
    assert other not in [each.item for each in journal.stops.read(request).dates]
    journal.stops.stop(request, channel="telegram")
    granted.clock.move_to(noon(12))
    proposed = {each.item: each.on for each in journal.stops.read(request).dates}
    assert proposed[other] == date(2026, 11, 17)


def test_what_makes_no_sense_is_refused_with_what_to_do(granted: Shore) -> None:
    """D3: a second stop, an end without a stop, a stop for what has come."""
    journal: Journal = granted.journal
    _, request = asked_for_photos(granted)
    with pytest.raises(Refused, match="not stopped"):
        journal.stops.resume(granted.client)
    journal.stops.stop(request, channel="telegram")
    with pytest.raises(Refused, match="stopped already"):
        journal.stops.stop(request)
    granted.clock.forward(timedelta(minutes=5))
    journal.stops.resume(granted.client)
    journal.requests.answer(request, complete=True)
    with pytest.raises(Refused, match="answered or no longer needed"):
        journal.stops.stop(request)


def test_the_notice_prints_in_the_clients_language_and_refers_to_the_agreement_only_if_it_grants_it(
    shore: Shore,
) -> None:
    """1.4: by our agreement, version 1, only where that version says so."""
    _, request = asked_for_photos(shore)
    shore.clock.move_to(noon(10))
    english = words_for("en")
    assert "agreement" not in text_of(shore.journal.stops.paper(request, "en"), english)
    assert shore.journal.stops.paper(request).language == "ru"
    agree(shore, right_to_stop="yes")
    shore.clock.forward(timedelta(minutes=5))
    again = shore.journal.requests.make(shore.client, ["Доступ"])
    shore.clock.move_to(noon(20))
    text = text_of(shore.journal.stops.paper(again, "en"), english)
    assert "By our agreement, version 2, work stops on Friday, 20 November." in text
