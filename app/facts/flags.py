"""What the rules of first contact say: flags, most severe first (3.2)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

Value = str | int | date | datetime | tuple[str, ...]


class Severity(StrEnum):
    """late: its time has passed; today: before today's closing; soon: within one working day."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    """Not yet to be said; such a flag stands only in its own list (F10 under Calls, F14 under They owe me)."""


class Ball(StrEnum):
    """Who owes the next move (D10)."""

    ME = "me"
    CLIENT = "client"
    THIRD_PARTY = "third_party"


class Reason(Struct, frozen=True):
    """Why a flag is raised: a code and its values; words are made at the screen."""

    code: str
    values: dict[str, Value]


class Suggested(Struct, frozen=True, kw_only=True):
    """The channel to write through, and its step on the ladder (1 …)."""

    channel: str
    address: str = ""
    step: int = 1
    steps: int = 1


class Flag(Struct, frozen=True, kw_only=True):
    """One reason to write first. `key` is stable: snoozes keep it for ever."""

    rule: str
    client: int
    key: str
    severity: Severity
    reason: Reason
    since: datetime
    due: datetime
    ball: Ball = Ball.ME
    item: int | None = None
    channel: Suggested | None = None
    draft: str = ""
    says: bool = True
    """Something must be said to clear it: it is listed on Today (C6)."""
    cleared_by_message: bool = True
    about: tuple[int, ...] = ()
    """The entries a message names (`about`) to clear it."""
    snoozed_until: datetime | None = None
    dismissed: bool = False
