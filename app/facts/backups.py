"""Backups of the journal: one of them, all of them as they are shown, and a journal that came back (8.3)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class Why(StrEnum):
    """What a backup was made for."""

    HAND = "hand"
    CLOSE = "close"
    CHANGE = "change"
    IMPORT = "import"
    ERASURE = "erasure"
    RESTORE = "restore"


class ReturnSaid(StrEnum):
    """What the owner says of a journal that came back shorter or another: the words of journal.restored (1.3b)."""

    BACKUP = "backup"
    OTHER_COMPUTER = "other_computer"
    UNKNOWN = "unknown"


class Backup(Struct, frozen=True, kw_only=True):
    """A backup that was verified when it was made: entries N, H_N, and the SHA-256 of the file itself."""

    name: str
    log: str
    entries: int
    head: str
    restored: int
    """How many journal.restored entries it holds: what was made after a restore is newer, whatever its number."""
    made: datetime
    why: Why
    sha256: str
    size: int
    """Bytes of the file."""
    attachments: int
    tried: datetime | None = None
    """When it was restored into a scratch folder and checked as a whole."""

    @property
    def order(self) -> tuple[int, int, datetime]:
        """Newer is greater: by what was restored since, then by entry number; the clock decides between equals only."""
        return (self.restored, self.entries, self.made)


class BackupsShown(Struct, frozen=True, kw_only=True):
    """Where the backups of a journal are and how they stand; newest first."""

    folder: str
    backups: tuple[Backup, ...]
    unsaved: int = 0
    """Entries that no backup holds."""
    since: datetime | None = None
    """When the first of them was recorded."""
    is_overdue: bool = False
    """That is more than seven days ago."""

    @property
    def newest(self) -> Backup | None:
        """The last good one."""
        return self.backups[0] if self.backups else None

    @property
    def tried(self) -> datetime | None:
        """When one of them was last seen to be restorable."""
        return max((each.tried for each in self.backups if each.tried), default=None)


class Renewed(Struct, frozen=True):
    """After an erasure: the fresh backup, and the names of the older ones that are gone."""

    made: Backup
    deleted: tuple[str, ...]


class Returned(Struct, frozen=True, kw_only=True):
    """A journal against what was remembered outside of it: it once went to `expected_size`, now it is as found."""

    expected_size: int
    expected_head: str
    found_size: int
    found_head: str

    @property
    def is_shorter(self) -> bool:
        """Entries that were acknowledged are not there; otherwise it went on somewhere else."""
        return self.found_size < self.expected_size

    @property
    def missing(self) -> int:
        """How many of them."""
        return max(self.expected_size - self.found_size, 0)


class Restored(Struct, frozen=True, kw_only=True):
    """What a restore did: its entry, how far the journal goes now, what is missing, where the old files are."""

    entry: int
    size: int
    head: str
    missing: int
    aside: str
    lost_files: tuple[str, ...] = ()
    """Attachments that are named, but neither beside the journal nor in the backup."""
