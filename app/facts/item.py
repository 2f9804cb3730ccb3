"""Items: what begins with an entry, has a life, and is named by that entry's number (1.2)."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Mention(Struct, frozen=True, kw_only=True):
    """A later message of the owner `about` the item; whether it reached the contact is for the rules to say."""

    entry: int
    at: datetime
    to: int | None = None
    channel: str = ""
    """Empty where it is not known."""


class Told(Struct, frozen=True, kw_only=True):
    """When and by which entry something is said by itself: it names a message or a channel (B8)."""

    at: datetime
    entry: int


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
