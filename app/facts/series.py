"""A regular series of calls before it is agreed: a date for each, and why one moved off its rhythm (1.4, D13)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class DayOffOf(Struct, frozen=True, kw_only=True):
    """A day that one side has off: whose, and why in the words that were written down."""

    on: date
    whose: str
    """me or client."""
    why: str = ""


class SeriesDate(Struct, frozen=True, kw_only=True):
    """One call of a series: a wall time in the client's zone, and the instant it means by today's zone rules (B3)."""

    local: str
    zone: str
    at: datetime
    on: date
    ideal: date
    """The day that the rhythm gives."""
    in_the_way: tuple[DayOffOf, ...] = ()
    """Days off between the rhythm's day and this one, or on this one where none fits."""
    fits: bool = True
    """False: within the tolerance every day is somebody's day off; this is the rhythm's day."""
    in_my_hours: bool = True
    in_their_hours: bool = True
