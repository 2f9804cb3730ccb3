"""What the stop-work assistant knows of a request that did not come: nothing of it happens by itself (F15, D11)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.people import Client, Person
from app.facts.work import Step


class Reminder(Struct, frozen=True, kw_only=True):
    """A reminder that was sent, and through which channel; empty where that was not recorded."""

    entry: int
    at: datetime
    channel: str = ""
    message: int | None = None
    """The message in which it was said, where the reminder names one."""


class StepDue(Struct, frozen=True, kw_only=True):
    """The next step of the ladder: its number from 1, the working day of mine from which it stands, its channel."""

    number: int
    on: date
    channel: str = ""
    address: str = ""
    is_due: bool = False


class ProposedDate(Struct, frozen=True, kw_only=True):
    """A stage or an edit whose day moves because my clock rested: `left` working days counted anew (D11, W8)."""

    item: int
    noun: str
    """stage or edit."""
    title: str
    was: date
    on: date
    closing: datetime
    zone: str
    left: int


class Deemed(Struct, frozen=True, kw_only=True):
    """When what was done counts as accepted without an answer: the end of the contract (1.4); working days to it."""

    on: date
    working_days: int


class StopRead(Struct, frozen=True, kw_only=True):
    """How a request and the right to stop stand at `now`."""

    now: datetime
    request: int
    asked: date
    due: date | None
    missing: tuple[str, ...]
    needed_for: tuple[str, ...]
    is_open: bool
    is_over: bool
    days_over: int
    """My working days that were lost since the due day, today not counted (W10)."""
    reminders: tuple[Reminder, ...]
    step: StepDue | None
    granted: bool
    """The agreement under which it was asked grants the right to stop."""
    version: int
    allowed_from: datetime | None
    """From when stopping is allowed: the right is agreed, and the term ends then. None: it is not granted."""
    stopped: Step | None
    """work.stopped, while work is stopped."""
    dates: tuple[ProposedDate, ...]
    """As if everything came now."""
    deemed: Deemed | None

    @property
    def may_stop(self) -> bool:
        """The right is there, its time has come, and work goes on."""
        return self.allowed_from is not None and self.allowed_from <= self.now and self.is_open and not self.stopped


class Standing(Struct, frozen=True, kw_only=True):
    """The same with the persons and with both drafts, in the client's language."""

    read: StopRead
    client: Client
    contact: Person | None
    owner: str
    zone: str
    language: str
    notice: str
    resume_note: str
