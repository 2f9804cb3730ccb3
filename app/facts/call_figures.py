"""Calls held and not held, and messages outside agreed hours (1.8)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import Struct

from app.facts.shares import share


class CallPoint(Struct, frozen=True, kw_only=True):
    """A held call: its minutes, those off topic, and whether it came without a plan or an agreed topic (D13)."""

    item: int
    at: datetime
    minutes: int
    off_topic_minutes: int
    ad_hoc: bool


class CallMonth(Struct, frozen=True, kw_only=True):
    """The calls held in a month, and the share of their minutes that was off topic (D15)."""

    month: str
    held: int
    minutes: int
    off_topic_minutes: int

    @property
    def off_topic_percent(self) -> Decimal | None:
        """Percent of the minutes; None where no minutes were written down."""
        return share(self.off_topic_minutes, self.minutes)


class Calls(Struct, frozen=True, kw_only=True):
    """Calls held and not held; missed, moved and cancelled ones by the number of the entry that says so (D16)."""

    held: tuple[CallPoint, ...] = ()
    months: tuple[CallMonth, ...] = ()
    total: CallMonth = CallMonth(month="", held=0, minutes=0, off_topic_minutes=0)
    missed_by_me: tuple[int, ...] = ()
    missed_by_client: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()


class OutOfHours(Struct, frozen=True, kw_only=True):
    """Messages outside agreed hours, by entry: theirs and mine outside my hours, and mine outside theirs."""

    theirs: tuple[int, ...] = ()
    mine: tuple[int, ...] = ()
    in_their_rest: tuple[int, ...] = ()
