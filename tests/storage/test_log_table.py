"""The guards of the log table hold against any hand that speaks SQL (4-evidence 4.2)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from app.storage import log_table
from app.storage.database import Database, create
from app.storage.log_table import LOG_DDL, Row


def row(seq: int, client: int = 0, cseq: int | None = None, kind: str = "note.written", record: bytes = b"{}") -> Row:
    return Row(seq, client, cseq or seq, kind, "2026-01-05T09:00:01.000Z", hashlib.sha256(record).digest(), record)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = create(tmp_path / "journal.ashore", LOG_DDL)
    erasure = b'{"body":{"seq":2}}'
    with made.transaction() as connection:
        log_table.insert(
            connection, [row(1), row(2), row(3), row(4, kind="journal.redacted", record=erasure), row(5, 5, 1)]
        )
    yield made
    made.close()


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM log",
        "DELETE FROM log WHERE seq = 5",
        "UPDATE log SET kind = 'x' WHERE seq = 2",
        "UPDATE log SET record = x'00' WHERE seq = 2",
        "UPDATE log SET record = NULL WHERE seq = 3",
        "UPDATE log SET record = NULL, rec_utc = '' WHERE seq = 2",
        "UPDATE OR REPLACE log SET seq = 4 WHERE seq = 5",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE seq = 3",
        "INSERT OR REPLACE INTO log SELECT 6, client, cseq, kind, rec_utc, sha256, record FROM log WHERE seq = 3",
        "INSERT OR IGNORE INTO log SELECT 7, 0, 5, kind, rec_utc, sha256, record FROM log WHERE seq = 3",
        "INSERT INTO log SELECT 7, 0, 5, kind, rec_utc, sha256, record FROM log WHERE seq = 3",
        "INSERT INTO log SELECT NULL, 0, 5, kind, rec_utc, sha256, record FROM log WHERE seq = 3",
        "INSERT INTO log SELECT 6, 0, 5, kind, rec_utc, sha256, NULL FROM log WHERE seq = 3",
        "INSERT INTO log SELECT 6, 0, 5, kind, rec_utc, x'00', record FROM log WHERE seq = 3",
        "INSERT INTO log SELECT 6, 0, 'five', kind, rec_utc, sha256, record FROM log WHERE seq = 3",
    ],
)
def test_the_log_refuses(database: Database, sql: str) -> None:
    with database.reading() as connection:
        before = [list(rows) for rows in log_table.walk(connection)]
    with pytest.raises(IntegrityError), database.transaction() as connection:
        connection.exec_driver_sql(sql)
    with database.reading() as connection:
        assert [list(rows) for rows in log_table.walk(connection)] == before


def test_a_record_that_an_erasure_names_loses_its_bytes_and_nothing_else(database: Database) -> None:
    with database.transaction() as connection:
        log_table.erase(connection, 2)
        assert log_table.read(connection, 2) == row(2)._replace(record=None)


def test_the_next_entry_is_taken(database: Database) -> None:
    with database.transaction() as connection:
        log_table.insert(connection, [row(6, 5, 2)])
        assert log_table.tail(connection) == log_table.tail(connection, 5)
        assert log_table.tail(connection, 7) is None


def test_walking_gives_what_lies_between_two_numbers_in_batches(database: Database) -> None:
    with database.reading() as connection:
        batches = list(log_table.walk(connection, 1, 4, batch=2))
        hashes = [each for batch in log_table.digests(connection, 4, batch=3) for each in batch]
    assert [[one.seq for one in batch] for batch in batches] == [[2, 3], [4]]
    assert len(hashes) == 4


def test_the_hashes_are_read_from_the_narrow_index(database: Database) -> None:
    ask = "EXPLAIN QUERY PLAN SELECT seq, sha256 FROM log INDEXED BY log_lines WHERE seq > 0 ORDER BY seq"
    with database.reading() as connection:
        plan = connection.exec_driver_sql(ask).all()
    assert len(plan) == 1
    assert "COVERING INDEX" in plan[0][-1]
