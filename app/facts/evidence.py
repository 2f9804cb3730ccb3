"""The evidence page as values: who vouches, what entries rest on, what an export holds, what a check found (6.9)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.people import Client
from app.facts.vouching import Vouching


class Sentence(Struct, frozen=True):
    """An English template and its values; a value may be a sentence itself."""

    text: str
    values: dict[str, object] = {}


class Noted(Struct, frozen=True):
    """Something that happened to the journal itself, and the entry that says so."""

    entry: int
    at: datetime
    sentence: Sentence


class EvidenceShown(Struct, frozen=True, kw_only=True):
    """`proofs` are entries by class (A, B, C, D); `confirmed` of them were confirmed by a client."""

    vouching: Vouching
    proofs: dict[str, int]
    confirmed: int
    clients: tuple[Client, ...]
    noted: tuple[Noted, ...] = ()
    keys: tuple[KeyUsed, ...] = ()
    """Backups restored, clocks set back, keys changed; newest first."""


class KeyUsed(Struct, frozen=True, kw_only=True):
    """A key from the entry that named it on: its fingerprint, whether this computer has it, why it was changed.

    `file` is the name of its file beside the journal; empty where it lies in the system's keyring, or is not here.
    """

    entry: int
    since: datetime
    fingerprint: str
    is_here: bool
    file: str = ""
    reason: str = ""
    old_key_lost: bool = False


class BagAsked(Struct, frozen=True, kw_only=True):
    """An export: whose, of which days (None: from the beginning, to the end), with a reading copy or without.

    `items`: the reading copy is limited to them and to everything about them; the records stay complete.
    """

    client: int
    first: date | None = None
    last: date | None = None
    reading_copy: bool = True
    items: tuple[int, ...] = ()


class ItemOffered(Struct, frozen=True, kw_only=True):
    """An item to which a reading copy may be limited: its number, its noun (edit, request, call …), and its title."""

    number: int
    noun: str
    title: str


class BagContents(Struct, frozen=True, kw_only=True):
    """What would go in, and what would stay out. `first` and `last` are the days of the entries shown."""

    asked: BagAsked
    client: str
    shown: int
    others: int
    private: int
    outside: int
    redacted: int
    attachments: int
    language: str
    about: int = 0
    """Entries about the chosen items, in the reading copy; 0 where nothing was chosen."""
    first: date | None = None
    last: date | None = None


class Exported(Struct, frozen=True, kw_only=True):
    """An export that was written: entries shown and left out, and how many entries its head covers."""

    shown: int
    left_out: int
    size: int


class Examined(Struct, frozen=True, kw_only=True):
    """A file that was verified: the verdict's word, the last entry it covers, and what was found."""

    what: str
    verdict: str
    up_to: int
    entries: int
    head: str
    shown: int = 0
    private: int = 0
    redacted: int = 0
    outside: int = 0
    withheld: int = 0
    problems: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()

    @property
    def sound(self) -> bool:
        """Nothing inside contradicts anything inside."""
        return not self.problems
