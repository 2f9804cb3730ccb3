"""A journal's file: made, looked at before it is opened, opened for writing or reading, and closed (8.2)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.errors import Refused, Unavailable
from app.folders import make_private
from app.storage.connection import Connection
from app.storage.drafts import sweep_drafts
from app.storage.driver import connect
from app.storage.failures import disk_sentences, sentences
from app.storage.open_file import OpenFile, Way
from app.storage.synced import synced_by
from app.storage.writer_lock import WriterLock
from app.whole_file import sync_folder

__all__ = ["APPLICATION_ID", "FORMAT", "Connection", "Database", "create", "creating", "open_reading", "open_writing"]

APPLICATION_ID = 0x41534852  # "ASHR"
FORMAT = 1
"""PRAGMA user_version: the shape of the log and its shelves. Derived tables are rebuilt and have no number."""

Database = OpenFile


def create(path: Path, ddl: Sequence[str], passphrase: str | None = None) -> Database:
    """A new journal with all its tables, open for writing; Refused where something is already there."""
    with creating(path, ddl, passphrase):
        pass
    return open_writing(path, passphrase)


@contextmanager
def creating(path: Path, ddl: Sequence[str], passphrase: str | None = None) -> Iterator[Database]:
    """A new journal under a temporary name; it gets its own when the block ends well, and leaves nothing otherwise."""
    _refuse_taken(path)
    with disk_sentences(path):
        make_private(path.parent)
    lock = WriterLock(path)
    lock.take()
    try:
        sweep_drafts(path)
        with _made(path, ddl, passphrase) as database:
            yield database
    finally:
        lock.release()


@contextmanager
def _made(path: Path, ddl: Sequence[str], passphrase: str | None) -> Iterator[Database]:
    with disk_sentences(path):
        draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        database = OpenFile(draft, Way.DRAFT, passphrase, None)
        try:
            with database.transaction() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
                for statement in ddl:
                    connection.exec_driver_sql(statement)
            yield database
        finally:
            database.close()
        _put_in_place(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def open_writing(path: Path, passphrase: str | None = None, wait_seconds: float = 5.0) -> Database:
    """The journal with its one writer; Unavailable while another program is that, or the file may not be written."""
    look(path, passphrase)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise Unavailable("{name} may only be read here. Copy it to a place where you may write.", name=path.name)
    lock = WriterLock(path)
    lock.take(wait_seconds)
    try:
        sweep_drafts(path)
        return OpenFile(path, Way.SYNCED if synced_by(path) else Way.WRITE, passphrase, lock)
    except BaseException:
        lock.release()
        raise


def open_reading(path: Path, passphrase: str | None = None) -> Database:
    """The journal as it stands, beside a running writer or on a medium that cannot be written."""
    look(path, passphrase)
    return OpenFile(path, Way.READ, passphrase, None)


def look(path: Path, passphrase: str | None = None) -> None:
    """Is this a journal of a format known here? Asked without a lock and, where that can be, without a trace."""
    with disk_sentences(path):
        size = path.stat().st_size
    if size == 0:
        raise Unavailable("{name} is empty: it is no journal any more. Restore a backup.", name=path.name)
    with sentences(path):
        connection = connect(path, _look_mode(path), passphrase)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    if application != APPLICATION_ID:
        raise Unavailable("{name} is a database, but not a journal. Name another file.", name=path.name)
    if version > FORMAT:
        raise Refused(
            "{name} was written by a newer Ashore. Open it with that one; it was left as it is.", name=path.name
        )


def _look_mode(path: Path) -> str:
    """A program killed in the middle leaves changes beside the file; without them the file may look damaged."""
    for side, mode in (("-journal", "rw"), ("-wal", "ro")):
        beside = path.with_name(path.name + side)
        if beside.exists() and beside.stat().st_size:
            return mode
    return "immutable"


def _refuse_taken(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise Refused("{name} is already there. Open it, or choose another name.", name=path.name)


def _put_in_place(draft: Path, path: Path) -> None:
    """Give the finished file its name, in one step and never over another file."""
    with disk_sentences(path):
        try:
            os.link(draft, path)
        except FileExistsError:
            _refuse_taken(path)
            raise
        except OSError:
            # Some file systems (FAT, some networks) have no links.
            _refuse_taken(path)
            draft.rename(path)
        sync_folder(path.parent)
