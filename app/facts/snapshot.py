"""What the rules of first contact look at: one frozen value per client, and never the history (3)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.facts.item import Mention
from app.facts.people import Client, ContactPeriod, Owner, Person
from app.facts.plan import Goal, Objection, Risk, Stage, Understanding
from app.facts.terms import Agreement
from app.facts.work import Call, Edit, Request, Step


class Side(StrEnum):
    """Whose act a line of talk is."""

    MINE = "mine"
    THEIRS = "theirs"


class Talk(Struct, frozen=True, kw_only=True):
    """One act of talk: a contact of mine (C1, when it reached the contact) or a message of theirs (C4)."""

    entry: int
    at: datetime
    recorded: datetime
    side: Side
    kind: str
    person: int | None = None
    """Whom it went to, or who wrote; None: the contact at that instant, 0: me."""
    channel: str = ""
    text: str = ""
    group: bool = False
    also_news: bool = False
    about: tuple[int, ...] = ()
    no_answer_needed: bool = False
    """Marked no_answer_needed, no_substance or automatic: does not wait, is no contact."""
    imported: bool = False


class ReportSent(Struct, frozen=True, kw_only=True):
    """A report that was given: its sort and period (2026-W47, 2026-11, 2026-11-20)."""

    entry: int
    sort: str
    period: str
    at: datetime


class Payment(Struct, frozen=True, kw_only=True):
    """Money that came: its entry, and the day on which it was received (1.4, start after payment)."""

    entry: int
    at: datetime
    received_on: date


class OffSince(Struct, frozen=True, kw_only=True):
    """Own days off, first and last included, and the owner.changed that first named them (F28)."""

    entry: int
    at: datetime
    first: date
    last: date


class Snooze(Struct, frozen=True, kw_only=True):
    """A flag put aside until `until`, or dismissed for good (None)."""

    key: str
    entry: int
    made: datetime
    until: datetime | None
    reason: str = ""


class Snapshot(Struct, frozen=True, kw_only=True):
    """A client as the rules see it at one instant."""

    owner: Owner
    client: Client
    people: tuple[Person, ...] = ()
    contacts: tuple[ContactPeriod, ...] = ()
    """All periods, oldest first; never overlapping."""
    agreements: tuple[Agreement, ...] = ()
    """All versions, oldest first; the default terms (entry 0) stand first, so there is always one."""
    talk: tuple[Talk, ...] = ()
    """In order of what happened (D18): everything since the last contact before this ISO week, that one included."""
    last_agreed_contact: datetime | None = None
    """The last contact in a channel that is agreed now (F8)."""
    edits: tuple[Edit, ...] = ()
    calls: tuple[Call, ...] = ()
    requests: tuple[Request, ...] = ()
    stages: tuple[Stage, ...] = ()
    risks: tuple[Risk, ...] = ()
    goals: tuple[Goal, ...] = ()
    understandings: tuple[Understanding, ...] = ()
    objections: tuple[Objection, ...] = ()
    last_held_call: Call | None = None
    """The last held call of any purpose but urgent (F13)."""
    reports: tuple[ReportSent, ...] = ()
    """The newest report of each sort and audience, and those of the last two periods."""
    planning: tuple[Step, ...] = ()
    """The newest planning sessions, newest first."""
    payments: tuple[Payment, ...] = ()
    """The payments of late, oldest first (F27)."""
    stage_started: datetime | None = None
    """When a stage was last begun, of late, whatever became of it (F27)."""
    feedback: Step | None = None
    """The newest feedback of the client, of late (F25)."""
    final_call: datetime | None = None
    """When the newest call of the purpose `final` was held (F25)."""
    survey: datetime | None = None
    """When the newest survey was begun, of late: the client was asked for an opinion (F25)."""
    off_since: tuple[OffSince, ...] = ()
    """My own days off, those of the past year included, in order."""
    said: dict[int, tuple[Mention, ...]] = {}
    """My contacts about entries that are no items: payments, planning sessions, work stopped, days off (B8)."""
    stopped: int | None = None
    """The entry work.stopped while work is stopped."""
    stop_or_resume: Step | None = None
    """The last work.stopped or work.resumed; F6 asks whether it was told."""
    snoozes: tuple[Snooze, ...] = ()
