"""Statistics and penalties on a real file: what the tables are asked, and that other clients never appear."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import Refused
from app.facts.statistics import PeriodSort
from app.journal.agreements import with_terms
from app.words import words_for
from tests.journal.conftest import MONDAY, Shore

FEE = {"amount": "1200.00", "currency": "EUR"}
DAILY = {"sort": "per_day_percent", "side": "me", "percent": "2", "base": FEE, "days_are": "working"}


def late_answer(shore: Shore) -> tuple[int, int]:
    message = shore.journal.talk.received(shore.client, "Когда будет макет этикетки для банки?")
    shore.clock.forward(timedelta(hours=3))
    return message, shore.journal.talk.sent(shore.client, "В четверг.")


def test_an_answer_is_a_point_with_its_entry_and_its_message(shore: Shore) -> None:
    message, answer = late_answer(shore)
    (point,) = shore.journal.statistics.of(shore.client).answers.points
    assert (point.answer, point.message, point.working_seconds, point.late) == (answer, message, 3 * 3600, True)


def test_a_mark_set_afterwards_does_not_make_it_good(shore: Shore) -> None:
    message, answer = late_answer(shore)
    shore.clock.forward(timedelta(days=2))
    shore.journal.talk.mark(shore.client, message, "no_answer_needed")
    assert [point.answer for point in shore.journal.statistics.of(shore.client).answers.points if point.late] == [
        answer
    ]


def test_a_retracted_answer_answered_nothing(shore: Shore) -> None:
    _, answer = late_answer(shore)
    shore.journal.talk.retract(shore.client, answer, "Сказано другому клиенту")
    figures = shore.journal.statistics.of(shore.client).answers
    assert (figures.points, figures.waiting, figures.overdue) == ((), 1, 1)


def test_other_clients_never_appear(shore: Shore) -> None:
    late_answer(shore)
    other = shore.journal.clients.add("Кедровый дом", zone="Europe/Moscow")
    figures = shore.journal.statistics.of(other)
    assert (figures.name, figures.answers.points, figures.firsts != ()) == ("Кедровый дом", (), True)


def test_calls_missed_and_moved_are_counted_by_their_entries(shore: Shore) -> None:
    calls = shore.journal.calls
    call = calls.plan(shore.client, local="2026-11-03T13:00", zone="Europe/Moscow", topics=["Цены"])
    calls.move(call, local="2026-11-04T13:00", zone="Europe/Moscow")
    shore.clock.move_to(datetime(2026, 11, 4, 12, 0, tzinfo=UTC))
    missed, *_ = [calls.miss(shore.client, "client", call=call)]
    found = shore.journal.statistics.of(shore.client).calls
    assert len(found.moved) == 1
    assert (found.missed_by_me, found.missed_by_client) == ((), (missed,))


def test_a_voices_requests_are_counted_with_the_minutes_they_took(shore: Shore) -> None:
    """D7."""
    shore.journal.edits.request(shore.client, "Баннер на главную", person=shore.igor, channel="telegram", spent=12)
    found = shore.journal.statistics.of(shore.client)
    assert [(each.person, each.requests, each.minutes) for each in found.voices] == [(shore.igor, 1, 12)]
    assert found.names == ((shore.igor, "Игорь Савин"),)


def test_what_happens_after_the_clock_is_not_counted(shore: Shore) -> None:
    late_answer(shore)
    shore.clock.move_to(MONDAY + timedelta(hours=1))
    assert shore.journal.statistics.of(shore.client).answers.points == ()


def test_a_delivery_after_the_clock_is_not_known_yet(shore: Shore) -> None:
    journal = shore.journal
    edit = journal.edits.request(shore.client, "Заменить фото в карточках")
    journal.edits.promise(edit, journal.edits.count(shore.client, shore.clock()).promised, channel="telegram")
    shore.clock.move_to(datetime(2026, 11, 4, 9, 0, tzinfo=UTC))
    journal.edits.deliver(edit, channel="telegram")
    assert journal.statistics.of(shore.client).promises.total.kept == 1
    shore.clock.move_to(datetime(2026, 11, 3, 9, 0, tzinfo=UTC))
    assert journal.statistics.of(shore.client).promises.total.judged == 0


def test_the_switch_offers_everything_this_month_and_seven_days(shore: Shore) -> None:
    whole, month, week = shore.journal.statistics.periods(shore.client)
    assert (whole.sort, month.first, month.last) == (PeriodSort.ALL, date(2026, 11, 1), date(2026, 11, 30))
    assert (week.last - week.first).days == 6


def test_the_contract_is_offered_when_it_has_a_first_day(shore: Shore) -> None:
    shore.journal.clients.change(shore.client, contract={"number": "7", "from": "2026-10-05", "to": "2026-12-31"})
    whole = shore.journal.statistics.periods(shore.client)[0]
    assert (whole.sort, whole.first, whole.last) == (PeriodSort.CONTRACT, date(2026, 10, 5), date(2026, 12, 31))


def test_open_ends_of_a_period_are_the_first_day_and_today(shore: Shore) -> None:
    room = shore.journal.statistics
    assert room.period(shore.client, None, None).first == date(2026, 11, 2)
    assert room.period(shore.client, date(2026, 10, 1), None).last == date(2026, 11, 2)
    with pytest.raises(Refused, match="ends before it begins"):
        room.period(shore.client, date(2026, 11, 2), date(2026, 11, 1))


def test_figures_of_nobody_are_refused(shore: Shore) -> None:
    with pytest.raises(Refused, match="No client has the number 999"):
        shore.journal.statistics.of(999)


def test_the_table_is_saved_as_csv_in_the_language_asked_for(shore: Shore) -> None:
    late_answer(shore)
    room = shore.journal.statistics
    text = room.as_csv(room.of(shore.client), words_for("en"))
    assert "My answer time,Answers that came late,,1," in text.split("\r\n")


def test_an_edit_delivered_late_costs_what_the_agreement_says(shore: Shore) -> None:
    """1.4: off by default; after the version that has it, for what began under it."""
    journal = shore.journal
    assert journal.penalties.of(shore.client).are_off
    terms = with_terms(journal.agreements.in_force(shore.client).terms, {"penalties": [DAILY]})
    journal.agreements.make(shore.client, terms, effective_from=date(2026, 11, 2))
    edit = journal.edits.request(shore.client, "Заменить фото в карточках")
    promised = journal.edits.count(shore.client, shore.clock(), on=date(2026, 11, 5)).promised
    journal.edits.promise(edit, promised, channel="telegram")
    shore.clock.move_to(datetime(2026, 11, 10, 9, 0, tzinfo=UTC))
    journal.edits.deliver(edit, channel="telegram")
    (line,) = journal.penalties.of(shore.client, "2026-11").lines
    assert line.formula is not None
    assert (line.days, str(line.formula.result.amount)) == (3, "72.00")
    assert [delay.item for delay in line.delays] == [edit]
