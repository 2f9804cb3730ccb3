"""Is the journal sound on this disk, and what does a file prove to its reader (4.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from app.journal.journal import Journal
from app.ledger.findings import Finding, Held, Report, parse_held
from app.ledger.verify import verify, verify_journal
from app.storage.database import Connection
from app.storage.rebuild import differences, rebuild

Progress = Callable[[int], None]


def check_journal(journal: Journal, progress: Progress | None = None) -> Report:
    """Every byte, link, copy and derived row of an open journal; `sound` is the answer of `ashore check`."""

    def rebuilt(_: Connection) -> Iterator[Finding]:
        return differences(journal.path)

    return verify_journal(journal.database, rebuilt=rebuilt, progress=progress)


def verify_path(
    path: Path, held: Sequence[Held] = (), progress: Progress | None = None, *, roots: Path | None = None
) -> Report:
    """A journal, a bag or a folder, judged for a reader who holds the heads `held` and trusts the PEM file `roots`."""

    def rebuilt(_: Connection) -> Iterator[Finding]:
        return differences(path)

    return verify(path, held, roots=roots, rebuilt=rebuilt, progress=progress)


def held_heads(texts: Sequence[str]) -> tuple[Held, ...]:
    """`N:HEAD` as typed, or the sheet's own line `ashore:1:<log>:<N>:<head>`."""
    return tuple(parse_held(":".join(text.split(":")[3:]) if text.startswith("ashore:1:") else text) for text in texts)


def rebuild_journal(journal: Journal) -> int:
    """Lay every derived table out anew from the log; all or nothing. Gives the number of entries."""
    with journal.database.transaction() as connection:
        return rebuild(connection)
