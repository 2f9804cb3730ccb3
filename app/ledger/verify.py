"""`verify`: what lies at a path, a journal, a bag or a folder, and what it proves to this reader (4-evidence 4.3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused, Unavailable
from app.ledger.findings import Finding, Held, Report, Stamped, Verdict, finding, parse_held
from app.ledger.verify_bag import entries_listed, verify_bag
from app.ledger.verify_journal import Rebuilt, verify_journal
from app.storage.database import open_reading
from app.storage.log_table import tail

__all__ = [
    "Finding",
    "Held",
    "Rebuilt",
    "Report",
    "Stamped",
    "Verdict",
    "entries_at",
    "finding",
    "parse_held",
    "verify",
    "verify_bag",
    "verify_journal",
]

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_ARCHIVES = (".zip", ".bag")


def verify(
    path: Path,
    held: Sequence[Held] = (),
    *,
    roots: Path | None = None,
    passphrase: str | None = None,
    rebuilt: Rebuilt | None = None,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Judge what lies at `path`. Unavailable or Refused where it cannot be read at all (exit code 2).

    `progress` is told how many entries were looked at, and may raise to stop.
    `roots`: a PEM file of authorities whose time stamps the reader believes; without it nothing is TIMED.
    """
    trusted = _trusted(roots, path)
    if path.is_dir() or path.suffix.lower() in _ARCHIVES:
        return verify_bag(path, held, trusted, progress)
    database = open_reading(path, passphrase)
    try:
        return verify_journal(database, held, roots=trusted, rebuilt=rebuilt, progress=progress)
    finally:
        database.close()


def entries_at(path: Path) -> int:
    """How many entries there are to look at, for a bar; 0 where nothing can be read."""
    try:
        if path.is_dir() or path.suffix.lower() in _ARCHIVES:
            return entries_listed(path)
        with closing(open_reading(path)) as database, database.reading() as connection:
            last = tail(connection)
            return last.seq if last else 0
    except (Refused, Unavailable, OSError):
        return 0


def _trusted(roots: Path | None, path: Path) -> Sequence[Certificate]:
    """A root that comes with what it is to vouch for vouches for nothing (4.4)."""
    if roots is None:
        return ()
    if path.is_dir() and roots.resolve().is_relative_to(path.resolve()):
        raise Refused(
            "The root {name} lies in the very folder that is checked. Take it from the authority itself.",
            name=roots.name,
        )
    from app.ledger.timestamp import load_roots

    return load_roots(roots)
