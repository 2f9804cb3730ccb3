"""What runs here: the journal's file, its log, and the SQLite that holds it (8.2)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.storage.driver import can_encrypt, driver

if TYPE_CHECKING:
    from app.journal.journal import Journal


class About(Struct, frozen=True, kw_only=True):
    """`sqlite` is the version of the library; `encrypts` whether a journal may have a passphrase here."""

    path: Path
    log_id: str
    entries: int
    sqlite: str
    encrypts: bool


def about(journal: Journal) -> About:
    """What an error report should name."""
    entries, _ = journal.size_and_head()
    return About(
        path=journal.path,
        log_id=journal.log_id,
        entries=entries,
        sqlite=driver().sqlite_version,
        encrypts=can_encrypt(),
    )
