"""What an erasure takes with it, what it leaves, and what nobody can call back (4.7). Shown before anything is done."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class TakenAs(StrEnum):
    """Why a record goes."""

    ASKED = "asked"
    CHANGE = "change"
    """A correction or a retraction of one that goes: it holds words of it."""
    PERSON = "person"


class TakenRecord(Struct, frozen=True, kw_only=True):
    """A record whose bytes go. Its number, hash, kind and the time when it was recorded stay."""

    seq: int
    kind: str
    happened: datetime
    taken: TakenAs
    text: str = ""


class TakenFile(Struct, frozen=True, kw_only=True):
    """A file that is dropped: an attachment that nothing else uses, or an imported file that holds the words."""

    sha256: str
    name: str
    size: int
    of: tuple[int, ...]
    """The records of this erasure that name it, or whose words it holds."""
    is_source: bool = False


class CopyGiven(Struct, frozen=True, kw_only=True):
    """Something that left this computer after the words were recorded: a sheet, a report, a head, a check."""

    entry: int
    kind: str
    at: datetime
    how: str = ""
    to: str = ""
    period: str = ""


class ErasurePlan(Struct, frozen=True, kw_only=True):
    """A question's answer; nothing is written. `size` and `head` are those of the journal that was looked at."""

    client: int
    client_name: str
    asked: tuple[int, ...]
    """The entries named by whoever asked; of a person the numbers under which that person stands."""
    person: int = 0
    person_name: str = ""
    new_name: str = ""
    records: tuple[TakenRecord, ...] = ()
    files: tuple[TakenFile, ...] = ()
    falls: int = 0
    """Entries that came out of the imported files: they stay, and rest on the owner's word from then on (class D)."""
    copyable: tuple[str, ...] = ()
    """Imported files, by their hashes, of which a copy without the words may be kept."""
    reports: bool = False
    """The file of error reports holds the words: it goes."""
    shared: tuple[str, ...] = ()
    """Names of attachments that another entry uses: they stay."""
    drafts: tuple[str, ...] = ()
    """Unsent drafts that go, by the names of their files."""
    backups: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    """Folders that a restore moved aside; the owner alone deletes them."""
    copies: tuple[CopyGiven, ...] = ()
    also_in: tuple[int, ...] = ()
    """Other entries of the client that hold the same words, stay, and could be erased as well."""
    bound_in: tuple[int, ...] = ()
    """Those that cannot go with these: an agreement, another client's entry."""
    imported: bool = False
    """Some of it came out of a chat export: importing that again would bring it back."""
    size: int
    head: str

    @property
    def sources(self) -> tuple[TakenFile, ...]:
        """The imported files that go."""
        return tuple(each for each in self.files if each.is_source)

    @property
    def attachments(self) -> tuple[TakenFile, ...]:
        """The other files that go."""
        return tuple(each for each in self.files if not each.is_source)


class Grounds(Struct, frozen=True, kw_only=True):
    """Why it is done: written into each journal.redacted, for ever. `asked_by`: a person's number, 0 is me."""

    reason: str
    basis: str = ""
    asked_by: int | None = None


class Doing(StrEnum):
    """The steps of an erasure, in order."""

    WRITING = "writing"
    FILES = "files"
    SWEEPING = "sweeping"
    CHECKING = "checking"
    BACKUP = "backup"


class Erased(Struct, frozen=True, kw_only=True):
    """What was done: the entries that say so, the head now, and what the check and the backups say."""

    entries: tuple[int, ...]
    """The journal.redacted entries."""
    records: tuple[int, ...]
    copies: int = 0
    """Imported files that were replaced by a copy without the words."""
    size: int
    head: str
    is_sound: bool
    problems: int = 0
    backup: str = ""
    """The fresh backup's name; empty when none was made."""
    deleted: tuple[str, ...] = ()
    """Older backups that are gone."""
    kept: tuple[str, ...] = ()
    """Backups that still hold the words."""
    why: str = ""
    """What the disk said, when the backups could not be renewed: it is tried again at the next opening."""
