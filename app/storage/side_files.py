"""The files that SQLite lays beside a journal while it is open, and how a reader leaves none of them behind (8.2)."""

from __future__ import annotations

import os
from pathlib import Path

from app.errors import Unavailable
from app.storage.driver import connect
from app.storage.writer_lock import WriterLock


def changes_file(path: Path) -> Path:
    """SQLite's log of changes that are not in the file yet."""
    return path.with_name(f"{path.name}-wal")


def read_mode(path: Path) -> str:
    """A file on a medium that cannot be written has no side files, and SQLite may not make them."""
    side = changes_file(path)
    if os.access(path.parent, os.W_OK) or (side.exists() and side.stat().st_size > 0):
        return "ro"
    return "immutable"


def sweep(path: Path, passphrase: str | None) -> None:
    """After a reader that found no side files: have SQLite take away the empty ones it made, unless somebody writes.

    A connection that may write, when it is the last to close, removes them; SQLite itself asks whether it is.
    """
    side = changes_file(path)
    if not side.exists() or side.stat().st_size > 0:
        return
    lock = WriterLock(path)
    try:
        lock.take(wait_seconds=0)
    except Unavailable:
        return
    try:
        connection = connect(path, "rw", passphrase)
        connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        connection.close()
    finally:
        lock.release()
