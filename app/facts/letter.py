"""All that the composer of a message has in hand: to whom, through what, about what, and what the draft is made of."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.call_rows import OutcomeRow
from app.facts.flags import Flag, Value
from app.facts.people import Client, Person
from app.facts.today import TheirClock
from app.facts.work import AnyItem, CountedDay


class NewDate(Struct, frozen=True, kw_only=True):
    """The date to tell for an edit, with its count: given and not told yet, or what the terms give now."""

    on: date
    count: tuple[CountedDay, ...] = ()
    provisional: bool = False
    """Given already, as a day by which the date will be told (F5)."""


class Clearable(Struct, frozen=True, kw_only=True):
    """A reason that the message can clear; `date` where clearing it means telling a new date (F3, F4 late, F5)."""

    flag: Flag
    date: NewDate | None = None


class Step(Struct, frozen=True, kw_only=True):
    """A step of the ladder: an agreed channel, its address, and the day on which it was tried for this reason."""

    channel: str
    address: str = ""
    tried: date | None = None


class Ahead(Struct, frozen=True):
    """Something to come, and its day."""

    what: str
    on: date


class Letter(Struct, frozen=True, kw_only=True):
    """A message to be written to a client at `now`."""

    now: datetime
    client: Client
    contact: Person | None
    contact_since: date | None
    clock: TheirClock
    zone: str
    """The zone of dates: in it the draft names days and hours."""
    owner: str
    steps: tuple[Step, ...]
    channel: str
    """The channel to begin with."""
    clearable: tuple[Clearable, ...]
    items: tuple[AnyItem, ...] = ()
    """Open items that the message may be about besides."""
    silent_until: date | None = None
    """When the next step of the ladder is due, if they stay silent (F14)."""
    paused_until: datetime | None = None
    """The end of a pause in a quarrel (C5)."""
    draft: str = ""
    """The key of the draft of the worst reason."""
    values: dict[str, Value] = {}
    """The values of its placeholders; texts, dates, instants, lists of texts."""
    count: tuple[CountedDay, ...] = ()
    done: tuple[str, ...] = ()
    """What was handed over of late, newest first."""
    ahead: tuple[Ahead, ...] = ()
    """What is promised or planned, the nearest day first."""
    stages: tuple[Ahead, ...] = ()
    """The stages to come, with their days."""
    decided: tuple[OutcomeRow, ...] = ()
    """What was decided on the call that the message sums up: what, who, by when (D14, F12)."""
    expected_by: date | None = None
    """The day by which the terms want an answer to a message of now (W9)."""
