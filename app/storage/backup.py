"""A journal's file copied by SQLite's own means, beside its writer, and looked at before it gets its name (8.2)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

from msgspec import Struct

from app.errors import Unavailable
from app.ledger.log import head_at, log_id
from app.ledger.named_files import named_files
from app.ledger.record import parse
from app.storage import log_table
from app.storage.connection import Connection, DriverConnection, raw_of
from app.storage.database import Database, look
from app.storage.driver import connect, driver
from app.storage.failures import disk_sentences, sentences

HeadOf = Callable[[Connection, int], str]
"""H_N of the journal that is copied, as it is known to its writer."""

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'"
_SHELVES = ("log", "checkpoints", "stamps", "attachments")


class Held(Struct, frozen=True, kw_only=True):
    """What a file holds: the log's name, N, H_N, rows of the log and its shelves, how often it was restored."""

    log: str
    entries: int
    head: str
    rows: tuple[int, ...]
    restored: int


class Sound(Struct, frozen=True):
    """A file that was looked at: what it holds, its SHA-256 and its size in bytes."""

    held: Held
    sha256: str
    size: int


def copy_journal(database: Database, target: Path, head_of: HeadOf) -> Held:
    """Copy one moment of an open journal into the new file `target` (0600); the writer goes on meanwhile.

    `inspect` then has it on the disk and looks whether it holds what this gives.
    """
    _new_file(target)
    with database.reading() as connection:
        held = _held(connection, head_of)
        _copy(raw_of(connection), target, database.passphrase)
    return held


def copy_as_it_is(database: Database, target: Path) -> None:
    """The same without a look at what is copied: for a damaged journal, whose every byte may be wanted later."""
    _new_file(target)
    with sentences(database.path), database.reading() as connection:
        _copy(raw_of(connection), target, database.passphrase)
    with disk_sentences(target):
        _sync(target)


def copy_closed(source: Path, target: Path, passphrase: str | None = None) -> None:
    """Copy a journal that nobody has open, such as a backup, into the new file `target` (0600), for good."""
    look(source, passphrase)
    _new_file(target)
    with sentences(source), closing(_resting(source, passphrase)) as raw:
        _copy(raw, target, passphrase)
    with disk_sentences(target):
        _sync(target)


def inspect(path: Path, passphrase: str | None = None, expected: Held | None = None) -> Sound:
    """Open a resting file and check its pages, its rows and its head; Unavailable when it is not a sound journal.

    The pages, the head and the hash are read side by side: each waits for the disk more than for the others. With
    `expected`, the file is a fresh copy: it is on the disk for good before this returns.
    """
    look(path, passphrase)
    with ThreadPoolExecutor(max_workers=4, thread_name_prefix="backup") as pool:
        on_disk = pool.submit(_sync, path) if expected is not None else None
        pages = pool.submit(_page_problem, path, passphrase)
        digest = pool.submit(_digest, path)
        holding = pool.submit(_held_in, path, passphrase)
    with disk_sentences(path), sentences(path):
        if on_disk is not None:
            on_disk.result()
        problem, (sha256, size), held = pages.result(), digest.result(), holding.result()
    if problem is not None:
        raise Unavailable("{name} is damaged: {reason}. It was not used.", name=path.name, reason=problem)
    if expected is not None and held != expected:
        raise Unavailable("The copy of the journal is not what was copied. Check the disk, and do it again.")
    return Sound(held, sha256, size)


def named_by(path: Path, passphrase: str | None = None) -> tuple[str, ...]:
    """The hashes of the attachments that the entries of a resting file name."""
    with sentences(path), closing(_resting(path, passphrase)) as raw:
        rows = raw.execute("SELECT record FROM log WHERE instr(record, CAST('\"attachments\"' AS BLOB)) ORDER BY seq")
        found = dict.fromkeys(each.sha256 for (record,) in rows for each in named_files(parse(record).body))
    return tuple(found)


def _new_file(target: Path) -> None:
    with disk_sentences(target):
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _copy(raw: Any, target: Path, passphrase: str | None) -> None:
    """Page by page, without a rollback journal: the target has no name yet, so nobody would miss half of it."""
    with sentences(target), closing(connect(target, "rw", passphrase)) as copy:
        copy.execute("PRAGMA journal_mode = OFF").fetchall()
        copy.execute("PRAGMA synchronous = OFF")
        raw.backup(copy)
        # The pages say "WAL", as the journal does; a file that rests must need no file beside it.
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()


def _resting(path: Path, passphrase: str | None) -> Any:
    """A file that nobody writes is read without a lock and without a file beside it, unless one lies there already."""
    side = path.with_name(f"{path.name}-wal")
    return connect(path, "ro" if side.exists() and side.stat().st_size else "immutable", passphrase)


def _held_in(path: Path, passphrase: str | None) -> Held:
    with closing(_resting(path, passphrase)) as raw:
        return _held(DriverConnection(raw), head_at)


def _held(connection: Connection, head_of: HeadOf) -> Held:
    last = log_table.tail(connection)
    name = log_id(connection)
    if last is None or name is None:
        raise Unavailable("There is no entry in this journal. Name another file.")
    rows = tuple(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() for table in _SHELVES)
    if rows[0] != last.seq:
        raise Unavailable("Entries are missing in the middle of the log. Check the journal.")
    restored = "SELECT count(*) FROM log WHERE client = 0 AND kind = 'journal.restored'"
    return Held(
        log=name,
        entries=last.seq,
        head=head_of(connection, last.seq),
        rows=rows,
        restored=int(connection.exec_driver_sql(restored).scalar_one()),
    )


def _page_problem(path: Path, passphrase: str | None) -> str | None:
    """What SQLite's own quick check says against a table or its indexes; None when it says ok of all.

    Every table is asked, also those that hold the search's words, but not the search itself: it is derived, and a slip
    in it must not stop backups (fault 14).
    """
    with closing(_resting(path, passphrase)) as raw:
        try:
            for (table,) in raw.execute(_TABLES).fetchall():
                quoted = str(table).replace("'", "''")
                found = str(raw.execute(f"PRAGMA quick_check('{quoted}')").fetchone()[0])
                if found != "ok":
                    return found
        except driver().DatabaseError as error:
            return str(error)
    return None


def _sync(path: Path) -> None:
    with path.open("rb+") as written:
        os.fsync(written.fileno())


def _digest(path: Path) -> tuple[str, int]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return digest, file.tell()
