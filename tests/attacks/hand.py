"""A hand with the file and its own SQLite: takes the guards away and writes what it likes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from app.ledger.findings import Held, Report
from app.ledger.head import Head
from app.ledger.record import Record, assemble, body_bytes, ending, parse
from app.ledger.verify_journal import verify_journal
from app.storage.database import open_reading
from app.storage.driver import connect


@contextmanager
def hand(path: Path) -> Iterator[Any]:
    """The closed journal's tables without their triggers; committed at the end."""
    with closing(connect(path, "rw")) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def judged(path: Path, *held: Held) -> Report:
    """What verify says of the journal, without attachments."""
    with closing(open_reading(path)) as database:
        return verify_journal(database, held)


def record_at(connection: Any, seq: int) -> Record:
    """The stored record."""
    return parse(connection.execute("SELECT record FROM log WHERE seq = ?", (seq,)).fetchone()[0])


def written(record: Record) -> bytes:
    """The bytes that say what this value says."""
    rest = ending(
        log=record.log, seq=record.seq, prev=record.prev, client=record.client, cseq=record.cseq, cprev=record.cprev,
        kind=record.kind, rec_utc=record.rec_utc, salt=record.salt,
    )  # fmt: skip
    return assemble(body_bytes(record.body), rest)


def put(connection: Any, seq: int, data: bytes, *, and_hash: bool) -> None:
    """Exchange the bytes of a row, and its hash where asked."""
    connection.execute("UPDATE log SET record = ? WHERE seq = ?", (data, seq))
    if and_hash:
        connection.execute("UPDATE log SET sha256 = ? WHERE seq = ?", (hashlib.sha256(data).digest(), seq))


def forge(records: list[dict[str, Any]], log: str) -> Iterator[tuple[Record, bytes]]:
    """A whole log made anew from its contents, every link right."""
    head, last = Head(), dict[int, tuple[int, str | None]]()
    for seq, said in enumerate(records, 1):
        cseq, cprev = last.get(said["client"], (0, None))
        record = Record(log=log, seq=seq, prev=head.hex(), cseq=cseq + 1, cprev=cprev, sha256="", **said)
        data = written(record)
        sha256 = hashlib.sha256(data).hexdigest()
        head.add(sha256)
        last[record.client] = (cseq + 1, sha256)
        yield record, data


def rewrite(connection: Any, change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> None:
    """Forge the journal: its contents changed, and every hash and link made to fit."""
    stored = [parse(data) for (data,) in connection.execute("SELECT record FROM log ORDER BY seq").fetchall()]
    said = [
        {"client": one.client, "kind": one.kind, "rec_utc": one.rec_utc, "salt": one.salt, "body": one.body}
        for one in stored
    ]
    connection.execute("DELETE FROM log")
    for record, data in forge(change(said), stored[0].log):
        connection.execute(
            "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)",
            (record.seq, record.client, record.cseq, record.kind, record.rec_utc, hashlib.sha256(data).digest(), data),
        )
