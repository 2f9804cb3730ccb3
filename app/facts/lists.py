"""Rows of the pages that list over all clients: clients, calls, edits (6.2)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.facts.flags import Ball, Severity
from app.facts.people import Client, Person
from app.facts.today import TheirClock


class When(StrEnum):
    """The groups of the tables, in their order."""

    LATE = "late"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"
    WAITING = "waiting"
    """It is the client's move."""


class ClientRow(Struct, frozen=True, kw_only=True):
    """A client in the table of clients; `silent_days` are working days of mine, None before the first contact."""

    client: Client
    contact: Person | None
    clock: TheirClock
    severity: Severity | None = None
    silent_days: int | None = None
    mine: int = 0
    theirs: int = 0
    contract_ends: date | None = None


class CallRow(Struct, frozen=True, kw_only=True):
    """A call that is planned, or held and not settled; `at` None while only the day is agreed."""

    call: int
    client: Client
    group: When
    day: date | None
    at: datetime | None
    minutes: int
    channel: str
    topics: tuple[str, ...]
    state: str
    lacking: tuple[str, ...] = ()
    purpose: str = ""
    place: int = 0
    """Which of the regular calls planned with this client it is, from 1; 0 where it is none."""
    of: int = 0
    """How many regular calls are planned with this client."""


class EditRow(Struct, frozen=True, kw_only=True):
    """An open edit with the date that was told last and the working days counted for it."""

    edit: int
    client: Client
    group: When
    title: str
    asked: datetime
    state: str
    """A word of app.rules.edits.EditState."""
    on: date | None = None
    days: int = 0
    ball: Ball | None = None
