"""A client's whole history as the statistics look at it: everything said and every item, none left out (1.8)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.snapshot import Snapshot
from app.facts.work import Step


class Mark(Struct, frozen=True, kw_only=True):
    """When it was written down that a message needs no answer."""

    message: int
    recorded: datetime


class Missed(Struct, frozen=True, kw_only=True):
    """A call that did not come about, and because of whom ("me", "client"); `on` is its day."""

    entry: int
    on: date
    by: str


class Moved(Struct, frozen=True, kw_only=True):
    """A call that was given another time; `at` is when that was agreed."""

    entry: int
    at: datetime


class AskedFor(Struct, frozen=True, kw_only=True):
    """An edit asked for by somebody, and the minutes of mine that went into hearing it out (D7)."""

    entry: int
    at: datetime
    person: int
    minutes: int = 0


class History(Struct, frozen=True, kw_only=True):
    """Up to `now`. `snapshot` holds all the talk and all items, closed ones too."""

    snapshot: Snapshot
    now: datetime
    marks: tuple[Mark, ...] = ()
    missed: tuple[Missed, ...] = ()
    moved: tuple[Moved, ...] = ()
    asked: tuple[AskedFor, ...] = ()
    turns: tuple[Step, ...] = ()
    """Every work.stopped and work.resumed, oldest first."""
    unclocked: frozenset[int] = frozenset()
    """Messages whose hour is unknown, or which a machine sent: they are neither in hours nor out of hours."""
