"""The log table, its guards and shelves, and the calls the ledger needs: tail, insert, read, walk (4-evidence 4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.storage.connection import Connection

LOG_DDL: tuple[str, ...] = (
    """
    CREATE TABLE log (
        seq INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        cseq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        rec_utc TEXT NOT NULL,
        sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
        record BLOB
    ) STRICT
    """,
    # Covering: the head over a million lines reads 40 MB instead of the records.
    "CREATE INDEX log_lines ON log (seq, sha256)",
    "CREATE UNIQUE INDEX log_clients ON log (client, cseq)",
    "CREATE INDEX log_redactions ON log (seq) WHERE kind = 'journal.redacted'",
    # INSERT OR REPLACE slips past delete triggers, but not past this: what it could replace is never the next number.
    """
    CREATE TRIGGER log_appends BEFORE INSERT ON log
    WHEN NEW.record IS NULL
        OR NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
        OR NEW.cseq IS NOT (SELECT coalesce(max(cseq), 0) + 1 FROM log WHERE client = NEW.client)
    BEGIN SELECT RAISE(ABORT, 'the log takes the next number only'); END
    """,
    """
    CREATE TRIGGER log_keeps BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log drops nothing'); END
    """,
    """
    CREATE TRIGGER log_stands BEFORE UPDATE ON log
    WHEN NEW.record IS NOT NULL
        OR NEW.seq IS NOT OLD.seq OR NEW.client IS NOT OLD.client OR NEW.cseq IS NOT OLD.cseq
        OR NEW.kind IS NOT OLD.kind OR NEW.rec_utc IS NOT OLD.rec_utc OR NEW.sha256 IS NOT OLD.sha256
        OR NOT EXISTS (
            SELECT 1 FROM log AS erasure
            WHERE erasure.kind = 'journal.redacted' AND erasure.seq > OLD.seq
                AND json_extract(CAST(erasure.record AS TEXT), '$.body.seq') = OLD.seq)
    BEGIN SELECT RAISE(ABORT, 'the log changes nothing'); END
    """,
    "CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, text TEXT NOT NULL, signature TEXT NOT NULL) STRICT",
    """
    CREATE TABLE stamps (
        number INTEGER PRIMARY KEY,
        size INTEGER NOT NULL,
        request BLOB NOT NULL,
        reply BLOB,
        authority TEXT
    ) STRICT
    """,
    # The files lie beside the journal; `key` unseals one of them where the journal has a passphrase.
    "CREATE TABLE attachments (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, key BLOB) STRICT",
)


class Row(NamedTuple):
    """A line of the table; `record` is None for a redacted entry."""

    seq: int
    client: int
    cseq: int
    kind: str
    rec_utc: str
    sha256: bytes
    record: bytes | None


class Tail(NamedTuple):
    """The last entry, or the last of one client: its number, the client's number, its hash and when it was recorded."""

    seq: int
    cseq: int
    sha256: bytes
    rec_utc: str


_SORTS = (
    ("log", "seq", {"client": "'integer'", "cseq": "'integer'", "kind": "'text'", "rec_utc": "'text'",
                    "sha256": "'blob'", "record": "'blob', 'null'"}),
    ("checkpoints", "size", {"text": "'text'", "signature": "'text'"}),
    ("stamps", "number", {"size": "'integer'", "request": "'blob'", "reply": "'blob', 'null'"}),
)  # fmt: skip
_COLUMNS = "seq, client, cseq, kind, rec_utc, sha256, record"
_INSERT = f"INSERT INTO log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_WALK = f"SELECT {_COLUMNS} FROM log WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
_END = (1 << 63) - 1


def tail(connection: Connection, client: int | None = None) -> Tail | None:
    """The last entry of the log, or of one client; None where there is none."""
    if client is None:
        found = connection.exec_driver_sql("SELECT seq, cseq, sha256, rec_utc FROM log ORDER BY seq DESC LIMIT 1")
    else:
        found = connection.exec_driver_sql(
            "SELECT seq, cseq, sha256, rec_utc FROM log WHERE client = ? ORDER BY cseq DESC LIMIT 1", (client,)
        )
    row = found.first()
    return Tail(*row) if row else None


def insert(connection: Connection, rows: Sequence[Row]) -> None:
    """Append the rows, whose numbers follow the last one. Called by app/ledger/log.py alone."""
    connection.exec_driver_sql(_INSERT, list(rows))


def read(connection: Connection, seq: int) -> Row | None:
    """The entry of that number."""
    row = connection.exec_driver_sql(f"SELECT {_COLUMNS} FROM log WHERE seq = ?", (seq,)).first()
    return Row(*row) if row else None


def walk(connection: Connection, after: int = 0, upto: int | None = None, batch: int = 1000) -> Iterator[list[Row]]:
    """The entries after one number up to another, in order, in batches; by key, so that a writer may go on."""
    last = _END if upto is None else upto
    while rows := [Row(*row) for row in connection.exec_driver_sql(_WALK, (after, last, batch))]:
        yield rows
        after = rows[-1].seq


def odd_rows(connection: Connection, most: int = 20) -> list[tuple[str, int]]:
    """Rows that hold values of another sort than their columns, as only a damaged file does: (table, number)."""
    found = []
    for table, key, sorts in _SORTS:
        odd = " OR ".join(f"typeof({name}) NOT IN ({sort})" for name, sort in sorts.items())
        rows = connection.exec_driver_sql(f"SELECT {key} FROM {table} WHERE {odd} LIMIT {most}").all()
        found += [(table, int(number)) for (number,) in rows]
    return found


def place_before(connection: Connection, client: int, seq: int) -> tuple[int, bytes] | None:
    """A client's last number and hash before an entry; None where that is his first."""
    ask = "SELECT cseq, sha256 FROM log WHERE client = ? AND seq <= ? ORDER BY cseq DESC LIMIT 1"
    row = connection.exec_driver_sql(ask, (client, seq - 1)).first()
    return (row[0], row[1]) if row else None


def digests(connection: Connection, upto: int | None = None, batch: int = 20_000) -> Iterator[list[bytes]]:
    """The hashes of the entries from the first up to one, in order, out of the covering index alone."""
    after, last = 0, _END if upto is None else upto
    ask = "SELECT seq, sha256 FROM log INDEXED BY log_lines WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"
    while rows := connection.exec_driver_sql(ask, (after, last, batch)).all():
        yield [sha256 for _, sha256 in rows]
        after = rows[-1][0]


def erase(connection: Connection, seq: int) -> None:
    """Drop the bytes of a record that a journal.redacted entry names; the table refuses any other (4.7)."""
    connection.exec_driver_sql("UPDATE log SET record = NULL WHERE seq = ?", (seq,))
