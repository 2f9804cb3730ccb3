"""Who there is: the owner, clients, their people, and the periods in which one of them is the contact (1.2)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.facts.calendar import Calendar


class ClientState(StrEnum):
    """Where a client stands; lead and active are told by the owner, the other two by entries of their own."""

    LEAD = "lead"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"


class Address(Struct, frozen=True):
    """Where somebody can be reached: a channel word and the address in it."""

    channel: str
    address: str


class Owner(Struct, frozen=True, kw_only=True):
    """The freelancer; one per journal."""

    name: str
    zone: str
    place: str = ""
    calendar: Calendar
    languages: tuple[str, ...] = ()
    promises_a_day: int = 2


class Contract(Struct, frozen=True, kw_only=True):
    """The contract on paper: its number, its first and last day, its sum as a decimal with its currency."""

    number: str = ""
    first_day: date | None = None
    last_day: date | None = None
    amount: str = ""
    currency: str = ""


class ActiveSpan(Struct, frozen=True):
    """A stretch in which the client was active: from `since` up to `until` (None: still)."""

    since: datetime
    until: datetime | None


class Client(Struct, frozen=True, kw_only=True):
    """The party that signed, as all its entries leave it."""

    number: int
    name: str
    state: ClientState
    added: datetime
    legal_name: str = ""
    place: str = ""
    zone: str = ""
    language: str = ""
    style: str = "plain"
    knows: str = ""
    tags: tuple[str, ...] = ()
    signer: int | None = None
    contract: Contract = Contract()
    legal_hold: bool = False
    holidays: tuple[tuple[date, str], ...] = ()
    holiday_years: tuple[int, ...] = ()
    active: tuple[ActiveSpan, ...] = ()
    opened: datetime | None = None
    """When the present stretch of interest began: added, resumed or reopened (W11)."""


class Person(Struct, frozen=True, kw_only=True):
    """Somebody on the client's side."""

    number: int
    client: int
    name: str
    called: str = ""
    role: str = ""
    addresses: tuple[Address, ...] = ()
    third_party: bool = False

    @property
    def short(self) -> str:
        """How this person is named in a sentence."""
        return self.called or self.name


class ContactPeriod(Struct, frozen=True, kw_only=True):
    """`person` is the contact from `since` up to `until`, half open, in UTC (D6, D8)."""

    entry: int
    person: int
    since: datetime
    until: datetime | None = None
