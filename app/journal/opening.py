"""Making a journal and opening one: its key kept, its place remembered (4.2)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import __version__
from app.clock import Clock
from app.errors import Said, Unavailable
from app.format import check
from app.journal.journal import Journal
from app.ledger.high_water import HighWater
from app.ledger.log import JOURNAL, Log, new_log_id
from app.storage.database import creating, open_reading, open_writing
from app.storage.erasure_mark import read_mark
from app.storage.log_table import LOG_DDL
from app.storage.rows import PROJECTION_DDL
from app.storage.schema import is_laid_out

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

RECORD_FORMAT = 1

LayingOut = Callable[[int, int], None]
"""Told how many entries are laid out anew, and of how many; may raise to stop, which leaves everything as it was."""


def create_journal(
    path: Path,
    owner: dict[str, Any],
    clock: Clock,
    *,
    key: Ed25519PrivateKey | None = None,
    high_water: HighWater | None = None,
    passphrase: str | None = None,
) -> Journal:
    """A new journal at `path`: journal.opened and owner.changed, its key kept; `owner` is a body of owner.changed."""
    # Imported here, because a journal is made once and opened every day.
    from app.journal.act import Act
    from app.journal.sense import check_sense
    from app.ledger.keys import keep_key, new_key
    from app.ledger.sshsig import public_line
    from app.storage.apply import apply

    signing = key or new_key()
    opened = {
        "owner": owner["name"],
        "public_key": public_line(signing),
        "app": {"name": "Ashore", "version": __version__},
        "format": RECORD_FORMAT,
    }
    with creating(path, LOG_DDL + PROJECTION_DDL, passphrase) as database:
        log = Log(database, new_log_id(), check=check, apply=apply)
        with database.transaction() as connection:
            act = Act(connection, log, clock(), check_sense)
            act.note("journal.opened", opened)
            act.add("owner.changed", JOURNAL, owner)
            keep_key(signing, path)
    marks = high_water or HighWater()
    journal = Journal(open_writing(path, passphrase), clock, marks)
    marks.set_log_at(path, journal.log_id)
    marks.set_mark(journal.log_id, *journal.size_and_head())
    return journal


def open_journal(
    path: Path,
    clock: Clock,
    *,
    writes: bool = True,
    high_water: HighWater | None = None,
    wait_seconds: float = 5.0,
    passphrase: str | None = None,
    laying_out: LayingOut | None = None,
) -> Journal:
    """The journal at `path`, with its one writer or for reading; Unavailable or Refused in a sentence otherwise.

    `laying_out` hears of tables that another version made, while they are made anew: of a large journal for minutes.
    """
    if not path.exists():
        raise Unavailable("The journal that was here is missing. Restore a backup, or name another file.")
    database = open_writing(path, passphrase, wait_seconds) if writes else open_reading(path, passphrase)
    try:
        journal = Journal(database, clock, high_water)
        if writes:
            _take_over(journal, laying_out)
    except BaseException:
        database.close()
        raise
    return journal


def _take_over(journal: Journal, laying_out: LayingOut | None) -> None:
    """What the one writer does first: say where the log lies, and end what others left unfinished or made otherwise."""
    journal.high_water.set_log_at(journal.path, journal.log_id)
    journal.files.sweep()
    _lay_out_as_now(journal, laying_out)
    if read_mark(journal.path) is not None:
        _finish_erasure(journal)


def _lay_out_as_now(journal: Journal, laying_out: LayingOut | None) -> None:
    """Derived tables that another version made are worth nothing here: the log says it all anew (4.2, 7.1)."""
    with journal.look() as connection:
        if is_laid_out(connection):
            return
    from app.journal.checking import rebuild_journal

    rebuild_journal(journal, laying_out)


def _finish_erasure(journal: Journal) -> None:
    """A program that was killed in the middle of an erasure left the rest to this opening (4.7)."""
    with suppress(Said):  # the disk is full, or somebody reads: the next opening tries again
        journal.erasing.finish()
