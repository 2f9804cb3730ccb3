"""What the Plan tab shows of a client: stages, goals, risks, words, objections, money, what they said (6.4)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from msgspec import Struct

from app.facts.plan import Goal, Objection, Reading, Risk, Stage, Understanding


class StageLine(Struct, frozen=True, kw_only=True):
    """A stage as it stands; `state` is a word of the rules (planned, resting, untold, delivered, accepted …)."""

    stage: Stage
    state: str
    due: date | None = None
    """The day that binds: a move without the client's word leaves the old one in force (F18)."""
    closing: datetime | None = None
    accept_by: date | None = None
    is_late: bool = False
    ball: str = ""
    """me, client, third_party; empty when nothing is to be done any more."""


class GoalLine(Struct, frozen=True, kw_only=True):
    """A goal, its last reading, and how far that is off the target line (F20)."""

    goal: Goal
    last: Reading | None = None
    expected: Decimal | None = None
    """Where the line stood on the day of the last reading."""
    off: Decimal | None = None
    """As a share: 0.1 is 10 % behind the line, below 0 is ahead of it."""
    is_off: bool = False
    """By the agreed share or more."""


class RiskLine(Struct, frozen=True, kw_only=True):
    """A risk, when the client was told of it, and the title of what it threatens."""

    risk: Risk
    told: date | None = None
    threatens: str = ""


class MoneyLine(Struct, frozen=True, kw_only=True):
    """A payment as it was noted; `begun` says whether a stage was begun since it came (F27)."""

    entry: int
    amount: str
    currency: str
    on: date
    for_what: str = ""
    begun: bool = False


class SaidLine(Struct, frozen=True, kw_only=True):
    """Feedback or a planning session: what was said, and the scores by subject."""

    entry: int
    kind: str
    on: date
    text: str = ""
    scores: tuple[tuple[str, str], ...] = ()


class PlanPage(Struct, frozen=True, kw_only=True):
    """A client's plan at `now`; what is over stands after what is open."""

    now: datetime
    today: date
    stages: tuple[StageLine, ...] = ()
    goals: tuple[GoalLine, ...] = ()
    risks: tuple[RiskLine, ...] = ()
    words: tuple[Understanding, ...] = ()
    objections: tuple[Objection, ...] = ()
    money: tuple[MoneyLine, ...] = ()
    said: tuple[SaidLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing was ever planned or said."""
        return not any((self.stages, self.goals, self.risks, self.words, self.objections, self.money, self.said))
