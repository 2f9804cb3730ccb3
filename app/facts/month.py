"""What the papers about a month and a contract say, as values: the close, the final report, the plan (5.1, F25)."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.facts.call_rows import CallRow, NextCall
from app.facts.heads import ClientCount, JournalHead
from app.facts.plan_rows import GoalRow, NextLine, RiskRow, StageRow
from app.facts.statistics import Statistics
from app.facts.week import DecisionRow, DoneRow, Edition, LostRow, WaitingRow


class PaperSort(StrEnum):
    """The papers about a period, by the words of report.sent."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    FINAL = "final"
    PLAN = "plan"


class DatesKept(Struct, frozen=True, kw_only=True):
    """My dates that fell into a period by their results, and the client's dates of the same time (W10)."""

    kept: int = 0
    moved_in_time: int = 0
    moved_late: int = 0
    missed: int = 0
    theirs_due: int = 0
    theirs_in_time: int = 0

    @property
    def in_time(self) -> int:
        """Kept and moved in time."""
        return self.kept + self.moved_in_time

    @property
    def due(self) -> int:
        """All that are decided."""
        return self.in_time + self.moved_late + self.missed


class FeedbackRow(Struct, frozen=True, kw_only=True):
    """What the client said of the work on a day: scores by subject (decimals as written), and words."""

    on: date
    scores: tuple[tuple[str, str], ...] = ()
    text: str = ""


class MonthFacts(Struct, frozen=True, kw_only=True):
    """One client's month, contract, or month to come. Instants are UTC and read in `zone` (the zone of dates).

    `period` is what report.sent calls it: 2026-11 of a month or its plan, the last day of a final report. `offers` is
    what could be offered next, in the owner's words.
    """

    sort: PaperSort
    client: str
    owner: str
    period: str
    first: date
    last: date
    zone: str
    printed_at: datetime
    head: JournalHead
    count: ClientCount | None = None
    contact: str = ""
    contract: str = ""
    edition: Edition = Edition.CLIENT
    done: tuple[DoneRow, ...] = ()
    dates: DatesKept = DatesKept()
    plan: tuple[StageRow, ...] = ()
    goals: tuple[GoalRow, ...] = ()
    risks: tuple[RiskRow, ...] = ()
    calls: tuple[CallRow, ...] = ()
    lost: tuple[LostRow, ...] = ()
    off_topic_percent: str = ""
    coming: tuple[NextLine, ...] = ()
    """Of the month to come; in a final report what is open and handed over."""
    next_call: NextCall | None = None
    waiting: tuple[WaitingRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    feedback: tuple[FeedbackRow, ...] = ()
    asked_on: date | None = None
    """The day on which their opinion was last asked for with the form."""
    offers: str = ""
    figures: Statistics | None = None
    """Of a final report only."""
