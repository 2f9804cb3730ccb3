"""Work beside the window: an act of another thread is an act of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from app.storage.database import Connection
from tests.journal.conftest import Shore

A_MOMENT = 0.2


class GoneWrong(Exception):
    """What ends the first act."""


def test_an_act_of_another_thread_is_not_lost_with_the_one_that_fails(shore: Shore) -> None:
    journal, client = shore.journal, shore.client
    done = Event()

    def other() -> None:
        journal.talk.note(client, "Written beside it.")
        done.set()

    beside = Thread(target=other)
    with pytest.raises(GoneWrong), journal.act():
        journal.talk.note(client, "Taken back.")
        beside.start()
        assert not done.wait(A_MOMENT)
        raise GoneWrong
    beside.join(10)
    notes = [entry.body["text"] for entry in journal.reading.timeline(client) if entry.kind == "note.written"]
    assert notes == ["Written beside it."]


def test_the_mark_outside_is_that_of_the_later_of_two_acts(shore: Shore, monkeypatch: pytest.MonkeyPatch) -> None:
    """4.2: whoever comes last with its end, the mark never goes back by an entry that was acknowledged."""
    journal, whole = shore.journal, shore.journal.database.transaction
    overtaking = [Thread(target=journal.talk.note, args=(shore.client, "Second."))]

    @contextmanager
    def overtaken() -> Iterator[Connection]:
        with whole() as connection:
            yield connection
        if overtaking:
            other = overtaking.pop()
            other.start()
            other.join(10)

    monkeypatch.setattr(journal.database, "transaction", overtaken)
    journal.talk.note(shore.client, "First.")
    mark = journal.high_water.mark(journal.log_id)
    assert mark is not None and (mark.size, mark.head) == journal.size_and_head()
