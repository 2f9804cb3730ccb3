"""`verify`: what lies at a path, a journal, a bag or a folder, and what it proves to this reader (4-evidence 4.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from app.ledger.findings import Finding, Held, Report, Stamped, Verdict, finding, parse_held
from app.ledger.verify_bag import verify_bag
from app.ledger.verify_journal import Rebuilt, verify_journal
from app.storage.database import open_reading

__all__ = [
    "Finding",
    "Held",
    "Rebuilt",
    "Report",
    "Stamped",
    "Verdict",
    "finding",
    "parse_held",
    "verify",
    "verify_bag",
    "verify_journal",
]

_ARCHIVES = (".zip", ".bag")


def verify(
    path: Path,
    held: Sequence[Held] = (),
    *,
    passphrase: str | None = None,
    rebuilt: Rebuilt | None = None,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Judge what lies at `path`. Unavailable or Refused where it cannot be read at all (exit code 2)."""
    if path.is_dir() or path.suffix.lower() in _ARCHIVES:
        return verify_bag(path, held)
    database = open_reading(path, passphrase)
    try:
        return verify_journal(database, held, rebuilt=rebuilt, progress=progress)
    finally:
        database.close()
