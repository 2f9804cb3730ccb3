"""Edits, calls and requests: the items of every day (1.2). Items of the plan stand in app.facts.plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from app.facts.item import Delivery, Item, Mention, Step, Told
from app.facts.plan import Form, Goal, Objection, Risk, Stage, Understanding
from app.facts.wall_time import wall_instant

__all__ = [
    "AnyItem",
    "Asked",
    "Call",
    "CountedDay",
    "Delivery",
    "Edit",
    "Item",
    "Mention",
    "Outcome",
    "Promise",
    "Request",
    "Step",
    "Told",
    "Topic",
]


class CountedDay(Struct, frozen=True):
    """One line of a promise's count (W8): the date, received, off, full or due, and why a day is off."""

    on: date
    is_: str
    why: str = ""


class Promise(Struct, frozen=True, kw_only=True):
    """A date given for an edit; it stays on record whatever follows."""

    entry: int
    at: datetime
    on: date
    closing: datetime
    provisional: bool = False
    told: Told | None = None
    count: tuple[CountedDay, ...] = ()
    reason: str = ""


class Edit(Item, frozen=True, kw_only=True, tag="edit"):
    """A change the client asks for (правка)."""

    text: str
    size: str = "normal"
    in_scope: bool = True
    paid_extra: bool = False
    confirmed: Step | None = None
    promises: tuple[Promise, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    returns: tuple[Step, ...] = ()
    ended: Step | None = None
    """Accepted, declined or withdrawn."""


class Outcome(Struct, frozen=True, kw_only=True):
    """One outcome of a topic; without `what` nothing was decided."""

    what: str = ""
    who: int | None = None
    by: date | None = None
    becomes: str = ""
    decided: bool = True


class Topic(Struct, frozen=True, kw_only=True):
    """A topic of a call: agreed beforehand or not, and what came of it."""

    title: str
    agreed: bool = False
    outcomes: tuple[Outcome, ...] = ()


class Call(Item, frozen=True, kw_only=True, tag="call"):
    """A call from its plan (if any) to its written, confirmed summary."""

    state: Literal["planned", "held", "missed", "cancelled"]
    planned_local: str = ""
    """Wall time of the plan, YYYY-MM-DDTHH:MM, in `planned_zone`; empty while only the day is known."""
    planned_zone: str = ""
    planned_day: date | None = None
    planned_topics: tuple[Topic, ...] = ()
    minutes: int = 0
    purpose: str = ""
    held: Step | None = None
    topics: tuple[Topic, ...] = ()
    on_topic_minutes: int = 0
    off_topic_minutes: int = 0
    missed_by: str = ""
    confirmed: Step | None = None
    moves: tuple[Step, ...] = ()
    initiated_by: str = ""
    participants: tuple[int, ...] = ()

    @property
    def decided(self) -> bool:
        """At least one outcome is other than "nothing decided" (F12)."""
        return any(outcome.decided for topic in self.topics for outcome in topic.outcomes)

    @property
    def planned_at(self) -> datetime | None:
        """The instant that the plan means by today's zone rules (B3); None while only the day is known."""
        return wall_instant(self.planned_zone, self.planned_local) if self.planned_local else None


class Asked(Struct, frozen=True):
    """One line of a request."""

    n: int
    text: str


class Request(Item, frozen=True, kw_only=True, tag="request"):
    """What the owner asks of the client; the client's clock runs."""

    kind: str
    items: tuple[Asked, ...]
    answered_items: tuple[int, ...] = ()
    needed_for: tuple[int, ...] = ()
    due: date | None = None
    closing: datetime | None = None
    told: Told | None = None
    reminders: tuple[Step, ...] = ()
    answers: tuple[Step, ...] = ()
    ended: Step | None = None
    """Answered in full, withdrawn or waived."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The lines that have not come yet."""
        return tuple(i.text for i in self.items if i.n not in self.answered_items)


AnyItem = Edit | Call | Request | Stage | Risk | Goal | Understanding | Objection | Form
