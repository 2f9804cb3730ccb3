"""Items: what begins with an entry, has a life, and is named by that entry's number (1.2)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from app.facts.wall_time import wall_instant


class Mention(Struct, frozen=True, kw_only=True):
    """A later message of the owner `about` the item; whether it reached the contact is for the rules to say."""

    entry: int
    at: datetime
    to: int | None = None


class Told(Struct, frozen=True, kw_only=True):
    """When and by which entry something is said by itself: it names a message or a channel (B8)."""

    at: datetime
    entry: int


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


class Delivery(Struct, frozen=True, kw_only=True):
    """A result handed over, and what the client said of it."""

    entry: int
    at: datetime
    told: Told | None = None


class Step(Struct, frozen=True, kw_only=True):
    """Something that happened to an item, when the item's own facts need no more than that."""

    entry: int
    kind: str
    at: datetime
    message: int | None = None
    channel: str = ""


class Item(Struct, frozen=True, kw_only=True, tag_field="sort"):
    """What all items have. `begun` is when it happened, `recorded` when it was written down."""

    number: int
    client: int
    begun: datetime
    recorded: datetime
    open: bool
    title: str
    person: int | None = None
    channel: str = ""
    terms: int | None = None
    message: int | None = None
    mentions: tuple[Mention, ...] = ()
    imported: bool = False


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


class PlainItem(Item, frozen=True, kw_only=True, tag="plain"):
    """An item whose noun has no facts of its own yet: stage, risk, goal, understanding, objection, form."""

    noun: str
    steps: tuple[Step, ...] = ()
    pause_until: datetime | None = None
    """Of an objection: until then nobody writes about anything else (C5, F26)."""


AnyItem = Edit | Call | Request | PlainItem
