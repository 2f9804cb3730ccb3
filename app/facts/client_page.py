"""What stands beside a client's timeline: who speaks, their clock, open items by whose move it is, lost days (6.4)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.flags import Flag, Suggested
from app.facts.people import Client, Person
from app.facts.terms import Agreement
from app.facts.today import SideClock, TheirClock
from app.facts.work import Call


class OpenItem(Struct, frozen=True, kw_only=True):
    """One open item; `noun` is edit, request, acceptance, call, message, stage, risk, objection, understanding,

    goal, payment or term (the contract's end).
    """

    item: int
    noun: str
    title: str
    state: str
    """A word of the rules that says how it stands."""
    due: date | None = None
    closing: datetime | None = None
    days: int = 0
    """Full working days that were counted for a promise."""
    asked_by: str = ""
    theirs: SideClock | None = None
    mine: SideClock | None = None
    """My clock on what the request is needed for (D11)."""
    flag: Flag | None = None


class LostSides(Struct, frozen=True, kw_only=True):
    """Working days lost since a day, both sides; causes name the item and its days (W10, D12)."""

    since: date
    theirs: int = 0
    mine: int = 0
    their_causes: tuple[tuple[int, str, int], ...] = ()
    my_causes: tuple[tuple[int, str, int], ...] = ()


class ClientPage(Struct, frozen=True, kw_only=True):
    """A client at `now`."""

    now: datetime
    client: Client
    agreement: Agreement
    contact: Person | None
    contact_since: date | None
    channel: Suggested | None
    clock: TheirClock
    silent_days: int
    silence: str
    """The severity of F21 when it is raised; else empty."""
    mine: tuple[OpenItem, ...]
    theirs: tuple[OpenItem, ...]
    third: tuple[OpenItem, ...]
    """What waits for a third party (D10)."""
    lost: LostSides
    next_call: Call | None
    firsts: int
    """First messages of this week."""
    sheet_day: date | None
    """When the next weekly report falls due."""
