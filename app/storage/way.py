"""How a journal's file is open, and what its writer asks of SQLite for it (8.2)."""

from __future__ import annotations

from enum import Enum

_WAL_PAGES = 4096  # 16 MB, then the writer folds the log of changes into the file


class Way(Enum):
    """How the file is open."""

    READ = "read"
    WRITE = "write"
    SYNCED = "synced"
    DRAFT = "draft"


WRITER_PRAGMAS = {
    Way.WRITE: (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}",
        f"PRAGMA journal_size_limit = {_WAL_PAGES * 4096}",
    ),
    # A service that copies single files must find everything in one file, at every moment.
    Way.SYNCED: ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA"),
    Way.DRAFT: ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL"),
}
