"""What was recorded by mistake is taken back as retractions, all of its act at once; the flags are as before (1.3b)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.errors import Refused
from app.journal.evidence_page import check
from app.journal.taking_back import may_be_taken_back, take_back
from tests.journal.conftest import Shore

WHY = "recorded by mistake"

Recorded = Callable[[Shore], object]


def last_act(shore: Shore, record: Recorded) -> tuple[int, ...]:
    """The numbers of one act."""
    kept: list[int] = []
    shore.journal.when_kept(kept.extend)
    record(shore)
    return tuple(kept)


def flags(shore: Shore) -> list[tuple[str, str]]:
    return sorted((flag.key, flag.severity.value) for flag in shore.journal.desk.flags())


def a_message_of_theirs(shore: Shore) -> object:
    return shore.journal.talk.received(shore.client, "Когда будет макет?")


def a_message_of_mine(shore: Shore) -> object:
    return shore.journal.talk.sent(shore.client, "Макет во вторник")


def a_call_with_items(shore: Shore) -> object:
    outcomes = [
        {"what": "Больше логотип", "who": 0, "by": "2026-11-05", "becomes": "edit"},
        {"what": "12 фото", "who": shore.olga, "becomes": "request"},
    ]
    return shore.journal.calls.hold(shore.client, topics=[{"title": "Макет", "outcomes": outcomes}], minutes=10)


def an_edit_with_its_date(shore: Shore) -> object:
    journal = shore.journal
    with journal.act():
        edit = journal.edits.request(shore.client, "Другой заголовок", channel="telegram")
        counted = journal.edits.count(shore.client, journal.clock(), size="small")
        return journal.edits.promise(edit, counted.promised, channel="telegram")


def a_request(shore: Shore) -> object:
    return shore.journal.requests.make(shore.client, ["12 фото"], channel="telegram")


def another_contact(shore: Shore) -> object:
    return shore.journal.clients.designate(shore.client, shore.igor, shore.journal.clock().date() + timedelta(days=1))


def a_snooze(shore: Shore) -> object:
    worst = shore.journal.desk.flags()[0]
    return shore.journal.desk.snooze(worst, shore.journal.clock() + timedelta(hours=1), "позже")


@pytest.mark.parametrize(
    "record",
    [a_message_of_theirs, a_message_of_mine, a_call_with_items, an_edit_with_its_date, a_request, another_contact,
     a_snooze],
)  # fmt: skip
def test_an_act_that_is_taken_back_leaves_the_flags_as_they_were(shore: Shore, record: Recorded) -> None:
    shore.clock.forward(timedelta(hours=5))
    a_message_of_theirs(shore)
    shore.clock.forward(timedelta(hours=3))
    before, open_items = flags(shore), shore.journal.reading.open_items(shore.client)
    numbers = last_act(shore, record)
    assert may_be_taken_back(shore.journal, numbers)
    made = take_back(shore.journal, numbers, WHY)
    assert flags(shore) == before
    assert shore.journal.reading.open_items(shore.client) == open_items
    assert [shore.journal.reading.entry(number).retracted_by for number in numbers] == list(reversed(made))
    assert {shore.journal.reading.entry(number).body["reason"] for number in made} == {WHY}
    assert check(shore.journal).sound


def test_a_mark_is_taken_off_again(shore: Shore) -> None:
    """C4: a mark is never retracted, it is marked anew."""
    message = shore.journal.talk.received(shore.client, "Принято, спасибо за макет!")
    shore.clock.forward(timedelta(hours=3))
    before = flags(shore)
    numbers = last_act(shore, lambda at: at.journal.talk.mark(at.client, message, "no_answer_needed"))
    assert flags(shore) != before
    take_back(shore.journal, numbers, WHY)
    assert flags(shore) == before


def test_a_new_client_and_a_retraction_are_not_taken_back(shore: Shore) -> None:
    """1.3b: a retraction is final, and a client stays."""
    client = last_act(shore, lambda at: at.journal.clients.add("Ещё один", zone="Europe/Moscow"))
    assert not may_be_taken_back(shore.journal, client)
    message = shore.journal.talk.sent(shore.client, "не туда")
    retraction = last_act(shore, lambda at: at.journal.talk.retract(at.client, message, "не туда"))
    assert not may_be_taken_back(shore.journal, retraction)
    with pytest.raises(Refused):
        take_back(shore.journal, retraction, WHY)


def test_nothing_of_an_act_is_taken_back_by_halves(shore: Shore) -> None:
    numbers = last_act(shore, a_call_with_items)
    shore.journal.talk.retract(shore.client, numbers[0], "другой клиент")
    size = shore.journal.size_and_head()
    assert not may_be_taken_back(shore.journal, numbers)
    with pytest.raises(Refused):
        take_back(shore.journal, numbers, WHY)
    assert shore.journal.size_and_head() == size
