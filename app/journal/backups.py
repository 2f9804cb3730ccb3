"""Verbs about backups: make one, know when one is due, try one out, and let old ones go (8.3).

Never the live file is copied, only a moment of it, by SQLite itself; the last good one goes last of all.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from app.errors import Unavailable
from app.facts.backups import Backup, BackupsShown, Renewed, Returned, ReturnSaid, Why
from app.journal.backup_place import shelf_of, there_to_write
from app.journal.rooms import Room
from app.ledger.log import JOURNAL
from app.ledger.record import instant
from app.ledger.verify_journal import verify_journal
from app.rules.rotation import superfluous
from app.storage import log_table
from app.storage.backup import copy_as_it_is, copy_closed
from app.storage.backup_shelf import BackupShelf
from app.storage.database import open_reading
from app.storage.put_back import put_attachments, set_aside
from app.storage.shelf.entries import entries_of_kinds

DUE_AFTER = timedelta(minutes=30)
OVERDUE_AFTER = timedelta(days=7)
TRIED_EVERY = timedelta(days=30)


class Backups(Room):
    """Backups of an open journal. What is made here is verified before it has a name."""

    @property
    def shelf(self) -> BackupShelf:
        """The folder of this journal's own backups."""
        return shelf_of(self.journal.path, self.journal.log_id)

    def make(self, why: Why = Why.HAND) -> Backup:
        """A verified backup in the folder of the settings, then the rotation; Unavailable where none could be made."""
        shelf = there_to_write(self.shelf)
        made = self._make(shelf, why)
        # What may go is no reason to say that the backup failed.
        with suppress(Unavailable):
            shelf.drop(superfluous(shelf.kept(self.journal.log_id)))
        return made

    def make_in(self, folder: Path) -> Backup:
        """A verified backup by hand, in any folder; nothing there is ever rotated away."""
        return self._make(BackupShelf(folder), Why.HAND)

    def make_if_changed(self, why: Why) -> Backup | None:
        """The same as `make`, unless the newest backup already holds everything; at close and before an import."""
        return self.make(why) if self._unsaved()[0] else None

    def make_if_due(self) -> Backup | None:
        """One when the oldest entry that none holds is older than thirty minutes."""
        _, since = self._unsaved()
        return self.make(Why.CHANGE) if since and self._now() - since >= DUE_AFTER else None

    def before_import(self) -> None:
        """The way back from an import; Unavailable, and nothing is imported, where it cannot be laid."""
        self.make_if_changed(Why.IMPORT)

    def shown(self) -> BackupsShown:
        """Where they are, which there are, and what none of them holds."""
        shelf = self.shelf
        if shelf.folder.is_dir():
            shelf.find_unlisted(self.journal.log_id, self.journal.database.passphrase)
        unsaved, since = self._unsaved()
        return BackupsShown(
            folder=str(shelf.folder),
            backups=shelf.kept(self.journal.log_id),
            unsaved=unsaved,
            since=since,
            is_overdue=since is not None and self._now() - since > OVERDUE_AFTER,
        )

    def found(self) -> BackupsShown:
        """Where they are and which there are; asks the journal nothing, so it answers for a damaged one, too."""
        return BackupsShown(folder=str(self.shelf.folder), backups=self.shelf.kept(self.journal.log_id))

    def copy_as_it_is(self, folder: Path) -> Path:
        """A copy of a damaged journal with its damage, before anything is put in its place (6.9)."""
        target = folder / f"{self.journal.path.stem}-as-it-is-{self._now():%Y%m%dT%H%M%SZ}.ashore"
        copy_as_it_is(self.journal.database, target)
        return target

    def older(self) -> tuple[str, ...]:
        """What `renew` will delete: shown, with one question, before an erasure (4.7)."""
        return tuple(each.name for each in self.shelf.kept(self.journal.log_id))

    def set_aside(self) -> tuple[str, ...]:
        """The folders of files that a restore moved aside: they hold the old words, too, and only the owner deletes."""
        return tuple(folder.name for folder in set_aside(self.journal.path))

    def renew(self) -> Renewed:
        """After an erasure that was verified: a fresh backup, and all older ones go, with their attachments (4.7)."""
        shelf = there_to_write(self.shelf)
        older = shelf.kept(self.journal.log_id)
        made = self._make(shelf, Why.ERASURE)
        deleted = shelf.drop(older)
        present = set(self.journal.files.names())
        for name in set(shelf.files.names()) - present:
            shelf.files.drop(name)
        return Renewed(made, deleted)

    def try_out(self, stopped: Callable[[int], None] | None = None) -> Backup:
        """Restore the newest into a scratch folder and check it as a whole; Unavailable when it does not stand."""
        shelf = self.shelf
        newest = next(iter(shelf.kept(self.journal.log_id)), None)
        if newest is None:
            raise Unavailable("There is no backup yet. Make one, then it can be tried out.")
        self._restorable(shelf, newest, stopped)
        return shelf.note_tried(newest, self._now())

    def is_trial_due(self) -> bool:
        """Once a month; a clock that was set back does not put it off for ever."""
        shown = self.shelf.kept(self.journal.log_id)
        tried = max((each.tried for each in shown if each.tried), default=None)
        return bool(shown) and (tried is None or abs(self._now() - tried) >= TRIED_EVERY)

    def returned(self) -> Returned | None:
        """What is not as it was remembered, until it was said why; None for a journal that went on as usual."""
        return self.journal.returned()

    def say_returned(self, said: ReturnSaid) -> None:
        """Record why the journal came back shorter or another (journal.restored, 4.2)."""
        self.journal.returned_because = said
        with self.journal.act():
            pass

    def _make(self, shelf: BackupShelf, why: Why) -> Backup:
        return shelf.make(self.journal.database, self.journal.head_of, self._now(), why)

    def _unsaved(self) -> tuple[int, datetime | None]:
        """How many entries no backup holds, and when the first of them was recorded."""
        kept = self.shelf.kept(self.journal.log_id)
        with self.journal.look() as connection:
            last = log_table.tail(connection)
            size = last.seq if last else 0
            restored = [each.seq for each in entries_of_kinds(connection, JOURNAL, ("journal.restored",))]
            mine = (each.entries for each in kept if _is_of_this_line(each, size, restored))
            held = max(mine, default=0)
            first = log_table.read(connection, held + 1)
        return size - held, instant(first.rec_utc) if first else None

    def _restorable(self, shelf: BackupShelf, backup: Backup, stopped: Callable[[int], None] | None) -> None:
        with tempfile.TemporaryDirectory(prefix=".trial-", dir=shelf.folder) as folder:
            scratch = Path(folder) / "journal.ashore"
            passphrase = self.journal.database.passphrase
            copy_closed(shelf.path_of(backup), scratch, passphrase)
            put_attachments(scratch, shelf.files, (), scratch=True, passphrase=passphrase)
            database = open_reading(scratch, passphrase)
            try:
                report = verify_journal(database, progress=stopped)
            finally:
                database.close()
        if not report.sound or (report.entries, report.head) != (backup.entries, backup.head):
            raise Unavailable("The backup {name} could not be restored. Make a new one now.", name=backup.name)

    def _now(self) -> datetime:
        return self.journal.clock().replace(microsecond=0)


def _is_of_this_line(backup: Backup, size: int, restored: list[int]) -> bool:
    """Whether the journal went on from what that backup holds: not one that was made before a restore threw it back."""
    return backup.entries <= size and backup.restored == sum(seq <= backup.entries for seq in restored)
