"""What the start screen shows at one instant: cards with their reasons, calls, promises, debts, clients (6.3)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.facts.flags import Flag, Severity, Suggested
from app.facts.people import Client, Owner, Person
from app.facts.work import Call


class Hours(StrEnum):
    """How somebody's working hours stand now."""

    IN = "in"
    OUT = "out"
    DAY_OFF = "day_off"
    UNKNOWN = "unknown"


class TheirClock(Struct, frozen=True, kw_only=True):
    """A client's clock: the zone, and until when or from when their hours run (UTC)."""

    zone: str
    hours: Hours
    until: datetime | None = None
    opens: datetime | None = None
    why: str = ""
    """What makes today a day off ("Constitution Day")."""


class ReasonLine(Struct, frozen=True, kw_only=True):
    """One reason of a card; `late_days`, or `late_minutes` while there is none: my time since due."""

    flag: Flag
    late_minutes: int = 0
    late_days: int = 0


class TodayCard(Struct, frozen=True, kw_only=True):
    """All that must be said to one client."""

    client: Client
    contact: Person | None
    clock: TheirClock
    severity: Severity
    reasons: tuple[ReasonLine, ...]
    foot: tuple[Flag, ...] = ()
    """Reasons that any message clears besides (C6)."""
    channel: Suggested | None = None
    reminders: int = 0

    @property
    def cleared_at_once(self) -> tuple[Flag, ...]:
        """The flags that one message can clear."""
        return tuple(line.flag for line in self.reasons if line.flag.cleared_by_message)


class CallToday(Struct, frozen=True, kw_only=True):
    """A planned call of today; `lacking` holds topic, time, channel."""

    call: Call
    client: Client
    lacking: tuple[str, ...] = ()


class PromisedEdit(Struct, frozen=True, kw_only=True):
    """An edit with the date that was told for it last."""

    edit: int
    client: int
    title: str
    on: date


class DayAhead(Struct, frozen=True, kw_only=True):
    """One day of the strip."""

    on: date
    off: bool
    promises: tuple[PromisedEdit, ...] = ()


class SideStands(StrEnum):
    """How one side's clock on an item stands."""

    RUNNING = "running"
    LAST_DAY = "last_day"
    OVER = "over"
    STOPPED = "stopped"
    DONE = "done"
    NOTHING = "nothing"
    NOT_ASKED = "not_asked"
    """Written down, and the client was not told yet: their clock has not started."""


class SideClock(Struct, frozen=True, kw_only=True):
    """Day `day` of `days`; over: `day` working days since."""

    stands: SideStands
    day: int = 0
    days: int = 0


class Owed(Struct, frozen=True, kw_only=True):
    """What a client owes: materials asked for, or the acceptance of what was delivered."""

    item: int
    client: Client
    parts: tuple[str, ...]
    is_acceptance: bool
    theirs: SideClock
    mine: SideClock


class ClientNow(Struct, frozen=True, kw_only=True):
    """A client with the severity of the worst reason; None where nothing is to be said."""

    client: Client
    severity: Severity | None


class NextReason(Struct, frozen=True):
    """The first reason to come, and when it does."""

    at: datetime
    client: Client
    flag: Flag


class Today(Struct, frozen=True, kw_only=True):
    """The start screen at `now`."""

    now: datetime
    owner: Owner
    cards: tuple[TodayCard, ...] = ()
    aside: tuple[ReasonLine, ...] = ()
    """Snoozed reasons."""
    calls: tuple[CallToday, ...] = ()
    days: tuple[DayAhead, ...] = ()
    owed: tuple[Owed, ...] = ()
    clients: tuple[ClientNow, ...] = ()
    """Active clients, the most urgent first."""
    known_clients: int = 0
    open_calls: int = 0
    open_edits: int = 0
    together: tuple[tuple[Flag, ...], ...] = ()
    """Weekly sheets that are due at one instant for several clients: one button makes them all (C6)."""
    next_reason: NextReason | None = None
    """Worked out only when there is no card."""
    next_opening: datetime | None = None
    """When the owner's next working day opens."""
    years_without_holidays: tuple[int, ...] = ()
    clock_is_early: bool = False
    """This computer's clock is earlier than the last entry."""

    @property
    def today(self) -> date:
        """Today where the owner lives."""
        return self.days[0].on

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Every listed reason, card by card."""
        return tuple(line.flag for card in self.cards for line in card.reasons)


class CountedDate(Struct, frozen=True, kw_only=True):
    """One day of the count behind a reason: since, off, worked (numbered from 1) or due."""

    on: date
    is_: str
    number: int = 0
    why: str = ""


class CountedFlag(Struct, frozen=True, kw_only=True):
    """Why a reason stands (C8)."""

    days: tuple[CountedDate, ...]
    working_days: int = 0
