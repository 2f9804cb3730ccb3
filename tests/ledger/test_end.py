"""The end of the log in memory, asked by threads that only read beside the one that writes."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from app.ledger.log import Log, head_at
from app.ledger.tip import Tip
from app.storage.database import Connection
from tests.attacks.hand import judged
from tests.ledger.small_journal import LOG_ID, SmallJournal, anything, no_tables

PATIENCE = 10.0


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SmallJournal]:
    """Two entries; nobody asked yet where the log ends."""
    journal = SmallJournal(tmp_path / "journal.ashore")
    journal.begin()
    journal.log = Log(journal.database, LOG_ID, check=anything, apply=no_tables)
    yield journal
    journal.database.close()


def test_a_reader_who_was_overtaken_does_not_set_the_end_back(
    journal: SmallJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read before an entry, put down after it: the next entry must follow that one all the same."""
    whole, was_read, may_go_on = Tip.of, Event(), Event()

    def slowly(connection: Connection) -> Tip:
        tip = whole(connection)
        was_read.set()
        assert may_go_on.wait(PATIENCE)
        return tip

    with ThreadPoolExecutor(1) as beside:
        monkeypatch.setattr(Tip, "of", slowly)
        asked = beside.submit(journal.size_and_head)
        assert was_read.wait(PATIENCE)
        monkeypatch.setattr(Tip, "of", whole)
        journal.talk(2, 1)
        may_go_on.set()
        assert asked.result(PATIENCE)[0] == 3
    journal.talk(2, 1)
    assert journal.size_and_head()[0] == 4


def test_readers_and_the_writer_race_and_every_answer_is_an_end_that_stood(journal: SmallJournal) -> None:
    """Four threads ask a log that was just opened, again and again, while entries are recorded."""
    over = Event()
    seen: set[tuple[int, str]] = set()

    def ask(log: Log) -> None:
        last = 0
        while not over.is_set():
            with journal.database.reading() as connection:
                end = log.size_and_head(connection)
            assert end[0] >= last, "the end went back"
            last = end[0]
            seen.add(end)

    with ThreadPoolExecutor(4) as beside:
        for _ in range(6):
            over.clear()
            journal.log = log = Log(journal.database, LOG_ID, check=anything, apply=no_tables)
            asking = [beside.submit(ask, log) for _ in range(4)]
            try:
                journal.talk(2, 8)
            finally:
                over.set()
            for each in asking:
                each.result(PATIENCE)
    with journal.database.reading() as connection:
        assert seen
        assert all(head_at(connection, size) == head for size, head in seen)
    journal.database.close()
    assert judged(journal.path).problems == ()
