"""Calls as papers tell them: when, about what, and what came of it."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class OutcomeRow(Struct, frozen=True, kw_only=True):
    """What came of a topic: what, who, by when. Without `what` nothing was decided."""

    what: str = ""
    who: str = ""
    by: date | None = None


class TopicRow(Struct, frozen=True, kw_only=True):
    """A topic of a call with its outcomes."""

    title: str
    outcomes: tuple[OutcomeRow, ...] = ()


class CallRow(Struct, frozen=True, kw_only=True):
    """A call of the week. `missed_by` is "me" or "client" when it did not take place."""

    at: datetime
    channel: str
    minutes: int = 0
    topics: tuple[TopicRow, ...] = ()
    summary_sent: datetime | None = None
    confirmed: datetime | None = None
    missed_by: str = ""
    off_topic_minutes: int = 0


class NextCall(Struct, frozen=True, kw_only=True):
    """The next call: its instant, or only its day."""

    at: datetime | None = None
    on: date | None = None
    channel: str = ""
    topics: tuple[str, ...] = ()
