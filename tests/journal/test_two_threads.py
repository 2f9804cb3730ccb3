"""Work beside the window: an act of another thread is an act of its own."""

from __future__ import annotations

from threading import Event, Thread

import pytest

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
