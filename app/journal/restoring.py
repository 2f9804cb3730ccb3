"""A backup put in the place of a journal that nobody has open, with the entry that says so already in it (4.2, 8.3)."""

from __future__ import annotations

from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.clock import Clock
from app.errors import Refused, Said, Unavailable
from app.facts.backups import Restored, Returned, ReturnSaid, Why
from app.journal.journal import Journal
from app.journal.opening import open_journal
from app.journal.returned import note_return
from app.ledger.high_water import HighWater
from app.storage.backup import Held, inspect
from app.storage.failures import disk_sentences
from app.storage.open_file import OpenFile, Way
from app.storage.put_back import put_back
from app.storage.writer_lock import WriterLock

LOCK_SECONDS = 5.0
PLAIN = b"SQLite format 3\0"


def restore(
    file: Path,
    path: Path,
    clock: Clock,
    *,
    said: ReturnSaid = ReturnSaid.BACKUP,
    high_water: HighWater | None = None,
    wait_seconds: float = LOCK_SECONDS,
    passphrase: str | None = None,
) -> Restored:
    """Check the backup `file`, move what is at `path` aside, put the copy there with its journal.restored.

    Unavailable or Refused with nothing moved where the backup is not sound, is another journal's, is encrypted with
    another passphrase, or somebody has the journal open.
    """
    marks = high_water or HighWater()
    _refuse_itself(file, path)
    if passphrase is None:
        _refuse_encrypted(file)
    held = inspect(file, passphrase).held
    _refuse_another(file, path, held, marks)
    lock = WriterLock(path)
    with suppress(Said):
        _keep_present(path, clock, passphrase)
    lock.take(wait_seconds)
    try:
        mark = marks.mark(held.log)
        returned = Returned(
            expected_size=mark.size if mark else held.entries,
            expected_head=mark.head if mark else held.head,
            found_size=held.entries,
            found_head=held.head,
        )
        told: list[tuple[int, int, str]] = []
        tell = partial(_tell, clock, returned, said, told, passphrase)
        done = put_back(file, path, tell, clock(), passphrase)
        ((entry, size, head),) = told
        marks.set_log_at(path, held.log)
        marks.set_mark(held.log, size, head)
    finally:
        lock.release()
    aside = str(done.aside) if done.aside else ""
    return Restored(entry=entry, size=size, head=head, missing=returned.missing, aside=aside, lost_files=done.lost)


def _tell(
    clock: Clock,
    returned: Returned,
    said: ReturnSaid,
    told: list[tuple[int, int, str]],
    passphrase: str | None,
    draft: Path,
) -> None:
    """Write journal.restored into the copy before it has its name; the true mark is set after that."""
    with (
        TemporaryDirectory(prefix="ashore-") as scratch,
        closing(OpenFile(draft, Way.DRAFT, passphrase, None)) as database,
    ):
        journal = Journal(database, clock, HighWater(Path(scratch)))
        with journal.act() as act:
            entry = note_return(act, returned, said)
        told.append((entry, *journal.size_and_head()))


def _keep_present(path: Path, clock: Clock, passphrase: str | None) -> None:
    """A backup of what is there now, where that can still be read; it is moved aside in any case."""
    if path.exists():
        with closing(open_journal(path, clock, writes=False, passphrase=passphrase)) as journal:
            journal.backups.make_if_changed(Why.RESTORE)


def _refuse_itself(file: Path, path: Path) -> None:
    if file.exists() and path.exists() and file.samefile(path):
        raise Refused("{name} is the journal itself. Name a backup of it.", name=file.name)


def _refuse_encrypted(file: Path) -> None:
    """What begins otherwise than every SQLite file is encrypted, or no journal at all: nothing else can be told."""
    with disk_sentences(file), file.open("rb") as opened:
        beginning = opened.read(len(PLAIN))
    if beginning and beginning != PLAIN:
        raise Unavailable(
            "{name} is encrypted with a passphrase, or it is no journal. It is restored only with that passphrase;"
            " nothing was moved.",
            name=file.name,
        )


def _refuse_another(file: Path, path: Path, held: Held, marks: HighWater) -> None:
    known = marks.log_at(path)
    if known is not None and known != held.log:
        raise Refused(
            "{name} is a backup of another journal than the one at {path}. Name a path where no journal is.",
            name=file.name,
            path=str(path),
        )
