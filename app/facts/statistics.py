"""The figures of one client and period (1.8). Series hold every point, so that charts need nothing else."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.facts.answer_figures import Answers
from app.facts.call_figures import Calls, OutOfHours
from app.facts.goal_figures import GoalFigures
from app.facts.lost_figures import LostFigures
from app.facts.shares import tenth
from app.facts.voices import VoiceCount


class PeriodSort(StrEnum):
    """How a period was chosen."""

    MONTH = "month"
    QUARTER = "quarter"
    CONTRACT = "contract"
    ALL = "all"
    DATES = "dates"


class Period(Struct, frozen=True):
    """Days from `first` to `last`, both included, in the zone of dates (W12)."""

    sort: PeriodSort
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return self.first <= day <= self.last


class PromisePoint(Struct, frozen=True, kw_only=True):
    """What became of the dates told for an edit (W10); `on` is the date that bound, `told` are all of them.

    `decided` is the day on which the result was certain: that of a delivery in time, else the date itself.
    """

    item: int
    title: str
    on: date
    decided: date
    result: str
    told: tuple[date, ...]
    delivered: datetime | None = None


class Tally(Struct, frozen=True, kw_only=True):
    """Results of many edits (W10). "In time" is what the sheet says; statistics show all four."""

    kept: int = 0
    moved_in_time: int = 0
    moved_late: int = 0
    missed: int = 0

    @property
    def in_time(self) -> int:
        """Kept and moved in time."""
        return self.kept + self.moved_in_time

    @property
    def judged(self) -> int:
        """All edits with a result."""
        return self.in_time + self.moved_late + self.missed


class PromiseMonth(Tally, frozen=True, kw_only=True):
    """The promises that were decided in a month ("2026-11")."""

    month: str


class Promises(Struct, frozen=True, kw_only=True):
    """Every decided promise, by month and in all (`month` is empty there)."""

    points: tuple[PromisePoint, ...] = ()
    months: tuple[PromiseMonth, ...] = ()
    total: PromiseMonth = PromiseMonth(month="")


class SilenceWeek(Struct, frozen=True, kw_only=True):
    """The most working days without a contact that a week saw (W11), and what was agreed for it."""

    week: str
    longest: int
    ideal: int
    maximum: int


class Silence(Struct, frozen=True, kw_only=True):
    """Silence of mine, week by week; a week in which the client was not active is left out."""

    weeks: tuple[SilenceWeek, ...] = ()

    @property
    def longest(self) -> SilenceWeek | None:
        """The week with the longest silence, the first of them."""
        return max(self.weeks, key=_longest, default=None)

    @property
    def average(self) -> Decimal | None:
        """The longest silence a week, on average, in working days with one decimal."""
        return tenth(Decimal(sum(map(_longest, self.weeks))) / len(self.weeks)) if self.weeks else None


def _longest(week: SilenceWeek) -> int:
    return week.longest


class FirstsWeek(Struct, frozen=True, kw_only=True):
    """First messages written in a week (C3), and how many were owed in it (F22); `running` while it is not over."""

    week: str
    done: int
    quota: int
    running: bool = False


class Accepted(Struct, frozen=True, kw_only=True):
    """Edits accepted (expressly or by silence), and how often they were asked for: each once, and once per return."""

    edits: tuple[int, ...] = ()
    asked: int = 0

    @property
    def per_delivery(self) -> Decimal | None:
        """Askings per accepted delivery, one decimal: 1.0 means that nothing ever came back."""
        return tenth(Decimal(self.asked) / len(self.edits)) if self.edits else None


class Statistics(Struct, frozen=True, kw_only=True):
    """All figures of 1.8 for one client and period, as the journal stood at `now`."""

    client: int
    name: str
    zone: str
    now: datetime
    period: Period
    answers: Answers
    promises: Promises
    silence: Silence
    firsts: tuple[FirstsWeek, ...]
    calls: Calls
    voices: tuple[VoiceCount, ...]
    names: tuple[tuple[int, str], ...]
    """Who the voices are: (person, name)."""
    out_of_hours: OutOfHours
    lost: LostFigures
    accepted: Accepted
    goals: tuple[GoalFigures, ...]
