"""A folder of backups: the files, the list of what each of them holds, and the attachments they share (8.3).

A file has its final name only after it was checked. The list says what was found then; a file that no list names
(the program was killed between the two) is looked at again, and a line whose file is gone is left out.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace

from app.errors import Said
from app.facts.backups import Backup, Why
from app.folders import make_private
from app.storage.attachment_files import AttachmentFiles
from app.storage.backup import HeadOf, Sound, copy_journal, inspect
from app.storage.database import Database
from app.storage.failures import disk_sentences
from app.storage.writer_lock import WriterLock
from app.whole_file import sync_folder, write_whole

LIST = "backups.json"
SUFFIX = ".ashore"
_NAME_LENGTH = 40
_DRAFT = ".part"


class BackupShelf:
    """One folder. `make` puts a verified backup there, or raises Unavailable and leaves everything as it was."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = AttachmentFiles(folder / "attachments")

    def path_of(self, backup: Backup) -> Path:
        """Where it lies."""
        return self.folder / backup.name

    def kept(self, log: str | None = None) -> tuple[Backup, ...]:
        """The backups whose files are there, of one log or of all, newest first. Asks the list alone."""
        there = [each for each in self._listed() if self._is_there(each) and log in (None, each.log)]
        return tuple(sorted(there, key=_order, reverse=True))

    def make(self, database: Database, head_of: HeadOf, made: datetime, why: Why) -> Backup:
        """Copy the journal, check the copy, give it its name, list it. The attachments come first."""
        with disk_sentences(self.folder):
            make_private(self.folder)
        with self._alone():
            self._sweep()
            draft = self.folder / f".{secrets.token_hex(8)}{_DRAFT}"
            try:
                held = copy_journal(database, draft, head_of)
                attachments = self._take_attachments(AttachmentFiles(database.path))
                sound = inspect(draft, database.passphrase, held)
                name = self._free_name(database.path, sound.held.entries, made)
                with disk_sentences(self.folder):
                    draft.rename(self.folder / name)
                    sync_folder(self.folder)
            finally:
                draft.unlink(missing_ok=True)
            backup = _listed(name, sound, made, why, attachments)
            self._list([*self._listed(), backup])
        return backup

    def note_tried(self, backup: Backup, at: datetime) -> Backup:
        """It was restored into a scratch folder and stood."""
        done = replace(backup, tried=at)
        with self._alone():
            self._list([done if each.name == backup.name else each for each in self._listed()])
        return done

    def drop(self, backups: Iterable[Backup]) -> tuple[str, ...]:
        """Delete these; the list goes first, so that no line ever promises a file that is gone. Gives their names."""
        gone = {each.name for each in backups}
        with self._alone():
            self._list([each for each in self._listed() if each.name not in gone])
            with disk_sentences(self.folder):
                for name in gone:
                    (self.folder / name).unlink(missing_ok=True)
                sync_folder(self.folder)
        return tuple(sorted(gone))

    def find_unlisted(self, log: str, passphrase: str | None = None) -> None:
        """List the sound backups of a log that no list names; what is not sound stays where it is, unlisted."""
        known = {each.name for each in self._listed()}
        with self._alone():
            there = [path for path in sorted(self.folder.glob(f"*{SUFFIX}")) if path.name not in known]
            found = [_looked_at(path, passphrase) for path in there]
            mine = [each for each in found if each is not None and each.log == log]
            if mine:
                self._list([*self._listed(), *mine])

    def _take_attachments(self, source: AttachmentFiles) -> int:
        """Copy what is not here yet, by hash. Copies, not links: a byte that flips in one must not flip in both."""
        count = 0
        for name in source.names():
            count += 1
            if not self.files.path_of(name).exists():
                kept = self.files.keep_file(source.path_of(name))
                if kept.sha256 != name:
                    self.files.drop(kept.sha256)  # damaged beside the journal: `ashore check` names it
                    count -= 1
        return count

    def _free_name(self, journal: Path, entries: int, made: datetime) -> str:
        stem = f"{journal.stem[:_NAME_LENGTH]}-{entries:08d}-{made:%Y%m%dT%H%M%SZ}"
        names = (f"{stem}{more}{SUFFIX}" for more in ("", *(f"-{number}" for number in range(2, 10_000))))
        return next(name for name in names if not (self.folder / name).exists())

    def _is_there(self, backup: Backup) -> bool:
        try:
            return self.path_of(backup).stat().st_size == backup.size
        except OSError:
            return False

    def _listed(self) -> list[Backup]:
        try:
            return msgspec.json.decode((self.folder / LIST).read_bytes(), type=list[Backup])
        except (OSError, msgspec.DecodeError):
            return []

    def _list(self, backups: list[Backup]) -> None:
        write_whole(self.folder / LIST, msgspec.json.format(msgspec.json.encode(backups), indent=1))

    def _sweep(self) -> None:
        """What a killed program left half done."""
        with suppress(OSError):
            for draft in self.folder.glob(f".*{_DRAFT}"):
                draft.unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One program at a time changes the folder."""
        lock = WriterLock(self.folder / LIST)
        lock.take()
        try:
            yield
        finally:
            lock.release()


def _listed(name: str, sound: Sound, made: datetime, why: Why, attachments: int) -> Backup:
    held = sound.held
    return Backup(
        name=name,
        log=held.log,
        entries=held.entries,
        head=held.head,
        restored=held.restored,
        made=made.replace(microsecond=0),
        why=why,
        sha256=sound.sha256,
        size=sound.size,
        attachments=attachments,
    )


def _looked_at(path: Path, passphrase: str | None) -> Backup | None:
    """A file without a line in the list: its own date is when it was made."""
    from datetime import UTC

    try:
        sound = inspect(path, passphrase)
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (Said, OSError):
        return None
    return _listed(path.name, sound, made, Why.HAND, 0)


def _order(backup: Backup) -> tuple[int, int, datetime]:
    return backup.order
