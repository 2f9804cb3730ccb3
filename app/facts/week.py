"""What a week sheet says, as values: everything is counted and judged before it comes here (5.1, 6.8)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from app.facts.call_rows import CallRow, NextCall
from app.facts.heads import ClientCount, JournalHead
from app.facts.plan_rows import GoalRow, NextLine, RiskRow, StageRow
from app.facts.statistics import Statistics


class Edition(StrEnum):
    """For whom the sheet is: the client's holds neutral words and nothing private, mine adds causes and lost days."""

    CLIENT = "client"
    MINE = "mine"


class SheetSection(StrEnum):
    """The sections of a sheet, in the order of paper."""

    DONE = "done"
    PROMISED = "promised"
    WAITING = "waiting"
    CALLS = "calls"
    DECISIONS = "decisions"
    PLAN = "plan"
    GOALS = "goals"
    RISKS = "risks"
    NEXT_WEEK = "next_week"
    LOST_DAYS = "lost_days"
    FIGURES = "figures"


ALL_SECTIONS: Final = tuple(SheetSection)
USUAL_SECTIONS: Final = tuple(section for section in SheetSection if section is not SheetSection.FIGURES)
"""Charts take a page of their own: they are printed where they are asked for."""


class PromiseResult(StrEnum):
    """What became of a promised date (W10); open and next_week are not due yet.

    While it rests it waits for the client; resumed: what it waited for came, and a new date is to be told (D11).
    """

    KEPT = "kept"
    MOVED_IN_TIME = "moved_in_time"
    MOVED_LATE = "moved_late"
    MISSED = "missed"
    RESTING = "resting"
    RESUMED = "resumed"
    OPEN = "open"
    NEXT_WEEK = "next_week"


class DoneRow(Struct, frozen=True, kw_only=True):
    """Something delivered this week, and the entry that says so."""

    title: str
    on: date
    entry: int


class PromiseRow(Struct, frozen=True, kw_only=True):
    """An edit's promised dates in the order they were told (the last one holds) and what became of it.

    `days_after`: my working days from the last promised day to the delivery. `waits_for`: what was asked for, while it
    rests. `cause` is printed in my edition only. An edit that came back has a row for each of its rounds.
    """

    title: str
    item: int = 0
    dates: tuple[date, ...]
    result: PromiseResult
    waits_for: str = ""
    delivered: datetime | None = None
    days_after: int = 0
    provisional: bool = False
    cause: str = ""


class WaitingRow(Struct, frozen=True, kw_only=True):
    """Something asked of the client: day `day` of `of` of their term, or `over` working days past it."""

    what: str
    since: datetime
    due: date | None = None
    day: int = 0
    of: int = 0
    over: int = 0
    due_today: bool = False
    agreed_on_call: bool = False


class DecisionRow(Struct, frozen=True, kw_only=True):
    """A decision or approval asked for, and by when."""

    what: str
    by: date | None = None


class LostRow(Struct, frozen=True, kw_only=True):
    """The lost days of one side ("client" or "me") up to the end of the week, and days by cause in words."""

    side: str
    days: int
    causes: tuple[tuple[str, int], ...] = ()


class WeekCounts(Struct, frozen=True, kw_only=True):
    """The four figures. `in_time` is kept + moved in time of the `due` promises that fell into the week."""

    done: int = 0
    in_time: int = 0
    due: int = 0
    waiting: int = 0
    decisions: int = 0


class WeekFacts(Struct, frozen=True, kw_only=True):
    """One client's week. `week` is ISO ("2026-W47"); instants are UTC and read in `zone` (the zone of dates)."""

    client: str
    owner: str
    week: str
    zone: str
    printed_at: datetime
    head: JournalHead
    count: ClientCount | None = None
    contact: str = ""
    edition: Edition = Edition.CLIENT
    sections: tuple[SheetSection, ...] = USUAL_SECTIONS
    counts: WeekCounts = WeekCounts()
    done: tuple[DoneRow, ...] = ()
    promised: tuple[PromiseRow, ...] = ()
    waiting: tuple[WaitingRow, ...] = ()
    calls: tuple[CallRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    plan: tuple[StageRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    risks: tuple[RiskRow, ...] = ()
    next_week: tuple[NextLine, ...] = ()
    next_call: NextCall | None = None
    lost: tuple[LostRow, ...] = ()
    off_topic_percent: str = ""
    figures: Statistics | None = None
    """From the client's first day to the end of the week; in my edition of one client only."""
