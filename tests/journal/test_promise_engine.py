"""What is said beside a date before it is given: load, holidays, edits included, what it moves (1.4, W10)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.journal.agreements import with_terms
from app.journal.edit_answer import edit_answer
from app.papers.promise_words import included_words, load_sentence
from app.words import words_for
from tests.journal.conftest import MONDAY, Shore

ENGLISH = words_for("en", 2026)


def agree(shore: Shore, **changes: object) -> None:
    terms = with_terms(shore.journal.agreements.in_force(shore.client).terms, changes)
    made = shore.journal.agreements.make(shore.client, terms)
    shore.journal.agreements.confirm(shore.client, made)
    shore.clock.forward(timedelta(minutes=1))


def included(shore: Shore) -> str:
    answer = edit_answer(shore.journal, shore.client, shore.clock())
    return included_words(ENGLISH, answer.included) if answer.included else ""


def test_included_edits_are_counted_and_the_next_one_is_paid_extra(shore: Shore) -> None:
    """1.4: two edits a month; what was withdrawn, out of scope or asked by a voice uses nothing up."""
    assert included(shore) == ""
    agree(shore, edits_included={"number": 2, "per": "month"})
    edits = shore.journal.edits
    edits.request(shore.client, "Цены")
    withdrawn = edits.request(shore.client, "Шапка")
    edits.step(withdrawn, "edit.withdrawn")
    edits.request(shore.client, "Видео", person=shore.igor)
    edits.request(shore.client, "Логотип", in_scope="no")
    assert included(shore) == "1 of 2 included edits used this month"
    edits.request(shore.client, "Фото")
    assert included(shore) == "2 of 2 included edits used this month: this one is paid extra"
    edits.request(shore.client, "Ещё фото", paid_extra=True)
    shore.clock.move_to(datetime(2026, 12, 1, 9, 0, tzinfo=UTC))
    assert included(shore) == "0 of 2 included edits used this month"


def test_rounds_of_one_edit_are_counted_by_its_returns(shore: Shore) -> None:
    """1.4: one round included; the second is paid extra."""
    agree(shore, edits_included={"number": 1, "per": "edit"})
    edits = shore.journal.edits
    edit = edits.request(shore.client, "Цены")
    assert included(shore) == "Round 1 of 1 included round"
    edits.deliver(edit, channel="telegram")
    shore.clock.forward(timedelta(hours=1))
    edits.step(edit, "edit.returned")
    found = edits.included_rounds(edit)
    assert found is not None and found.is_over
    assert included_words(ENGLISH, found) == "Round 2 of 1 included round: this one is paid extra"


def test_a_full_day_and_a_holiday_there_propose_a_better_one(shore: Shore) -> None:
    """6.5: the owner's own days off and the client's holidays are looked at before a date is given."""
    years = {"2026": [{"on": "2026-11-06", "name": "Единение"}]}
    shore.journal.clients.change(shore.client, holidays={"country": "RU", "years": years})
    shore.journal.record(
        "owner.changed", 0, {"days_off": [{"from": "2026-11-09", "to": "2026-11-09", "why": "puente"}]}
    )
    shore.clock.forward(timedelta(minutes=1))
    on = date(2026, 11, 6)
    answer = edit_answer(shore.journal, shore.client, shore.clock(), on=on)
    assert (answer.load.off_there, answer.load.why_there) == (True, "Единение")
    assert answer.better is not None and answer.better.on == date(2026, 11, 10)
    assert load_sentence(ENGLISH, answer.load, answer.better) == (
        "That day is a holiday there: Единение. Tuesday, 10 November has room.")  # fmt: skip
    assert [day.on for day in answer.week] == [date(2026, 11, 2) + timedelta(days=n) for n in range(7)]
    mine = edit_answer(shore.journal, shore.client, shore.clock(), on=date(2026, 11, 9)).load
    assert load_sentence(ENGLISH, mine, None) == "Monday is a day off for you: puente."


def test_the_week_counts_the_promises_of_all_clients(shore: Shore) -> None:
    """6.5: the load is mine, whoever asked."""
    other = shore.journal.clients.add("Harbour & Finch", zone="Europe/London")
    for client in (shore.client, other):
        edit = shore.journal.edits.request(client, "Заменить фото")
        promised = shore.journal.edits.count(client, shore.clock(), on=date(2026, 11, 5)).promised
        shore.journal.edits.promise(edit, promised, channel="email")
    shore.clock.forward(timedelta(minutes=1))
    answer = edit_answer(shore.journal, shore.client, shore.clock())
    assert answer.counted.on == date(2026, 11, 5)
    assert (answer.load.promises, answer.load.limit, answer.load.has_room) == (2, 2, False)
    assert answer.better is not None and answer.better.on == date(2026, 11, 6)


@pytest.mark.parametrize(("hours", "moved"), [(24, "in_time"), (24 * 5, "late")])
def test_another_date_is_a_move_in_time_until_the_closing_of_the_first(shore: Shore, hours: int, moved: str) -> None:
    """F4, W10: moved in time before the closing, after it moved late."""
    edits = shore.journal.edits
    edit = edits.request(shore.client, "Цены")
    assert edits.moves(edit) == (None, "")
    edits.promise(edit, edits.count(shore.client, shore.clock()).promised, channel="telegram")
    shore.clock.move_to(MONDAY + timedelta(hours=hours))
    given, how = edits.moves(edit)
    assert given is not None and (given.on, how) == (date(2026, 11, 5), moved)
    edits.deliver(edit, channel="telegram")
    shore.clock.forward(timedelta(minutes=1))
    assert edits.moves(edit) == (None, "")
