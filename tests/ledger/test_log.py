"""Appending: links, numbers, the clock, and what stays when a transaction fails or the program is killed (4.2, 8.3)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.errors import Refused, Unavailable
from app.ledger.head import EMPTY_HEAD, Head
from app.ledger.log import Draft, Log, head_at, log_id, read, walk
from app.ledger.record import Record
from app.storage import log_table
from app.storage.database import Connection, create, open_reading, open_writing
from app.storage.log_table import LOG_DDL
from tests.ledger.small_journal import LOG_ID, START, SmallJournal, anything, no_tables


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SmallJournal]:
    made = SmallJournal(tmp_path / "journal.ashore")
    yield made
    made.database.close()


def records(journal: SmallJournal) -> list[Record]:
    with journal.database.reading() as connection:
        return [record for batch in walk(connection) for record in batch]


def test_each_record_names_the_head_before_it_and_the_one_before_of_its_client(journal: SmallJournal) -> None:
    one = journal.begin()
    other = journal.add("client.added", None, name="Б").seq
    for client in (one, other, one, 0, other):
        journal.add("note.written", client, text="x")
    head, last = Head(), {}
    for record in records(journal):
        assert record.prev == head.hex()
        assert (record.cseq, record.cprev) == last.get(record.client, (1, None))
        head.add(record.sha256)
        last[record.client] = (record.cseq + 1, record.sha256)
    assert journal.size_and_head() == (8, head.hex())
    assert (one, other) == (2, 3)


def test_an_empty_log_has_the_head_of_nothing(journal: SmallJournal) -> None:
    assert journal.size_and_head() == (0, EMPTY_HEAD)
    with journal.database.reading() as connection:
        assert log_id(connection) is None
        assert read(connection, 1) is None


def test_a_log_opened_again_goes_on_where_it_stood(tmp_path: Path, journal: SmallJournal) -> None:
    journal.talk(journal.begin(), 3)
    end = journal.size_and_head()
    journal.database.close()
    again = SmallJournal(journal.path, new=False)
    assert again.size_and_head() == end
    assert again.add("note.written", 2, text="x").cseq == 5
    with again.database.reading() as connection:
        assert log_id(connection) == LOG_ID
        assert head_at(connection, 5) == end[1]
    again.database.close()


def test_what_a_failed_transaction_appended_is_forgotten(journal: SmallJournal) -> None:
    client = journal.begin()
    end = journal.size_and_head()
    with pytest.raises(ZeroDivisionError), journal.database.transaction() as connection:
        journal.log.append(connection, "note.written", client, {"text": "x"}, journal.now)
        assert journal.log.size_and_head(connection)[0] == 3
        assert journal.size_and_head() == end
        raise ZeroDivisionError
    assert journal.size_and_head() == end
    assert journal.add("note.written", client, text="y").seq == 3
    assert [record.cseq for record in records(journal)] == [1, 1, 2]


def test_after_a_refusal_inside_a_transaction_the_next_entry_follows_what_stands(journal: SmallJournal) -> None:
    client = journal.begin()
    with journal.database.transaction() as connection:
        journal.log.append(connection, "note.written", client, {"text": "x"}, journal.now)
        with pytest.raises(Refused):
            journal.log.append_many(
                connection,
                [Draft("note.written", client, {"text": "y"}), Draft("note.written", client, {"text": 1.5})],
                journal.now,
            )
        journal.log.append(connection, "note.written", client, {"text": "z"}, journal.now)
    assert [record.body.get("text") for record in records(journal)][2:] == ["x", "z"]


def test_entries_after_the_check_refuses_are_not_written(tmp_path: Path) -> None:
    def refuse(kind: str, body: dict[str, Any]) -> None:
        raise Refused("No.")

    with closing(create(tmp_path / "other.ashore", LOG_DDL)) as database:
        log = Log(database, LOG_ID, check=refuse, apply=no_tables)
        with pytest.raises(Refused, match="No"), database.transaction() as connection:
            log.append(connection, "note.written", 0, {}, START)
        with database.reading() as connection:
            assert log_table.tail(connection) is None


def test_what_is_stored_is_applied_in_order_and_its_end_is_told_after_the_commit(tmp_path: Path) -> None:
    applied: list[int] = []
    ends: list[tuple[int, str]] = []

    def apply(connection: Connection, made: Any) -> None:
        assert log_table.read(connection, made[-1].seq) is not None
        assert ends == []
        applied.extend(record.seq for record in made)

    with closing(create(tmp_path / "other.ashore", LOG_DDL)) as database:
        log = Log(database, LOG_ID, check=anything, apply=apply, kept=lambda size, head: ends.append((size, head)))
        with database.transaction() as connection:
            made = log.append_many(connection, (Draft("note.written", 0, {"n": n}) for n in range(2500)), START)
            end = log.size_and_head(connection)
        assert applied == [record.seq for record in made] == list(range(1, 2501))
        assert ends == [end]


@pytest.mark.parametrize(("back", "noted"), [(timedelta(seconds=2), False), (timedelta(seconds=2.001), True)])
def test_a_clock_more_than_two_seconds_back_is_noted_before_the_entry(
    journal: SmallJournal, back: timedelta, noted: bool
) -> None:
    client = journal.begin()
    last = records(journal)[-1].recorded
    journal.now = last - back
    journal.add("note.written", client, text="x")
    kinds = [record.kind for record in records(journal)][2:]
    assert kinds == (["journal.clock_noted"] if noted else []) + ["note.written"]


def test_a_step_of_the_clock_is_noted_once_and_the_next_step_again(journal: SmallJournal) -> None:
    client = journal.begin()
    for step in (-3600, 10, 20, -7200, 30):
        journal.now += timedelta(seconds=step)
        journal.add("note.written", client, text="x")
    made = records(journal)[2:]
    assert [record.kind.partition(".")[2] for record in made] == [
        "clock_noted", "written", "written", "written", "clock_noted", "written", "written",
    ]  # fmt: skip
    assert made[0].body == {"previous_utc": "2026-01-05T09:00:02.000Z", "now_utc": made[1].rec_utc}
    assert made[0].client == 0


def test_a_disk_that_gives_back_something_else_is_not_believed(
    journal: SmallJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = journal.begin()
    honest = log_table.walk

    def forgetful(*asked: Any) -> Any:
        for rows in honest(*asked):
            yield [row._replace(record=b"{}") for row in rows]

    monkeypatch.setattr("app.ledger.log.log_table.walk", forgetful)
    with pytest.raises(Unavailable, match="gave back something else"):
        journal.add("note.written", client, text="x")
    monkeypatch.undo()
    assert journal.size_and_head()[0] == 2


CHILD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from tests.ledger.small_journal import SmallJournal
journal = SmallJournal(Path(sys.argv[1]), new=False)
while True:
    print(journal.add("note.written", 2, text="x" * 2000).seq, flush=True)
"""


@pytest.mark.parametrize("after", [1, 7, 20])
def test_killed_while_saving_no_acknowledged_entry_is_lost(journal: SmallJournal, after: int) -> None:
    journal.begin()
    journal.database.close()
    root = Path(__file__).parents[2]
    words = [sys.executable, "-c", CHILD, str(journal.path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=root) as child:
        assert child.stdout is not None
        acknowledged = [int(child.stdout.readline()) for _ in range(after)]
        child.kill()
        acknowledged += [int(line) for line in child.stdout if line.endswith("\n")]
    with closing(open_reading(journal.path)) as database, database.reading() as connection:
        seen = [record.seq for batch in walk(connection) for record in batch]
    assert acknowledged[-1] <= len(seen) <= acknowledged[-1] + 1
    assert seen == list(range(1, len(seen) + 1))
    with closing(open_writing(journal.path)):
        pass
