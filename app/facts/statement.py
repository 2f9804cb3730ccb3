"""The evidence statement as values: one client, a period, what is shown and what is not (4.5)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.facts.entries import Entry
from app.facts.heads import ClientCount, JournalHead


class GapReason(StrEnum):
    """Why entries of the client are not in the bag."""

    PRIVATE = "private"
    BEFORE_PERIOD = "before_period"
    AFTER_PERIOD = "after_period"
    REDACTED = "redacted"
    WITHHELD = "withheld"


class Proof(StrEnum):
    """What an entry rests on (4.6)."""

    MAIL = "A"
    EXPORT = "B"
    PICTURE = "C"
    OWN_WORD = "D"


class Rests(Struct, frozen=True, kw_only=True):
    """What an entry rests on: days to the import of an export, the entry with which the client confirmed it, and the
    import of an export of his own in which it stands, too."""

    proof: Proof = Proof.OWN_WORD
    import_days_later: int | None = None
    confirmed_by: int | None = None
    also_in: int | None = None


class Party(Struct, frozen=True, kw_only=True):
    """A side of the contract or a person: the name and what is said of it."""

    name: str
    detail: str = ""


class ContactSpan(Struct, frozen=True, kw_only=True):
    """Who was the contact, from when to when."""

    person: str
    role: str = ""
    since: date
    until: date | None = None


class StatementLine(Struct, frozen=True, kw_only=True):
    """An entry with what the chronology says beside it. `cseq` is its number among the client's entries."""

    entry: Entry
    cseq: int = 0
    proof: Proof = Proof.OWN_WORD
    confirmed_by: int | None = None
    also_in: int | None = None
    import_days_later: int | None = None
    not_the_contact: bool = False
    channel_not_agreed: bool = False
    attachments: tuple[str, ...] = ()


class DelayRow(Struct, frozen=True, kw_only=True):
    """Working days that passed after a due day; `side` is "client" or "me", `done` is empty while it is open."""

    side: str
    what: str
    entry: int
    due: date
    done: date | None = None
    days: int = 0


class Gap(Struct, frozen=True, kw_only=True):
    """Entries that are not shown, as their numbers are written in bag-info.txt ("12 40", "1-118"), and how many."""

    reason: GapReason
    numbers: str
    count: int


class AttachmentRow(Struct, frozen=True, kw_only=True):
    """A file named by an entry. `missing` says why its bytes are not in the bag; then there may be no hash."""

    name: str
    entry: int
    size: int = 0
    sha256: str = ""
    missing: str = ""


class AnchorRow(Struct, frozen=True, kw_only=True):
    """A head that somebody else holds: when, how (sheet, mail, stamp, reply, by_hand), whom, up to which entry."""

    at: datetime
    how: str
    size: int
    head: str
    to: str = ""


class StatementCounts(Struct, frozen=True, kw_only=True):
    """Entries of the client: shown, private, redacted, outside the period."""

    shown: int = 0
    private: int = 0
    redacted: int = 0
    outside: int = 0


class StatementFacts(Struct, frozen=True, kw_only=True):
    """Everything the reading copy says. Dates of delays and periods are in `zone`; instants are UTC.

    `names` are pairs (number of the person's entry, name); 0 is the owner. `agreement` are the terms in force as
    sentences, already in the statement's language. `chosen` names the items to which the chronology is limited.
    """

    client: str
    owner: Party
    zone: str
    made_at: datetime
    first: date
    last: date
    head: JournalHead
    count: ClientCount | None = None
    parties: tuple[Party, ...] = ()
    contract: str = ""
    agreement_title: str = ""
    agreement: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    contacts: tuple[ContactSpan, ...] = ()
    counts: StatementCounts = StatementCounts()
    anchors: tuple[AnchorRow, ...] = ()
    names: tuple[tuple[int, str], ...] = ()
    lines: tuple[StatementLine, ...] = ()
    delays: tuple[DelayRow, ...] = ()
    lost_theirs: int = 0
    lost_mine: int = 0
    gaps: tuple[Gap, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    chosen: tuple[str, ...] = ()
