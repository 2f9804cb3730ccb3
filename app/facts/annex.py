"""What the annex of an agreement says, as values."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.heads import JournalHead
from app.facts.terms import Terms


class NamedDay(Struct, frozen=True):
    """A day off, first and last included, and its name."""

    first: date
    last: date
    why: str = ""


class AnnexFacts(Struct, frozen=True, kw_only=True):
    """A version of an agreement between two parties, with days off that are known when it is printed."""

    owner: str
    client: str
    terms: Terms
    version: int
    effective_from: date
    zone: str
    printed_at: datetime
    legal_name: str = ""
    contract: str = ""
    contact: str = ""
    contact_role: str = ""
    contact_since: date | None = None
    signer: str = ""
    binding_text: str = ""
    my_days_off: tuple[NamedDay, ...] = ()
    client_days_off: tuple[NamedDay, ...] = ()
    head: JournalHead | None = None
