"""Plan, goals, risks and what comes next as papers tell them: judged before they come here (5.1)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct


class StageState(StrEnum):
    """Where a stage stands; a stage whose day has passed is still what it was, and says by how many days."""

    PLANNED = "planned"
    IN_WORK = "in_work"
    RESTING = "resting"
    """An overdue request is needed for it (D11)."""
    DELIVERED = "delivered"
    ACCEPTED = "accepted"
    BY_SILENCE = "by_silence"
    DROPPED = "dropped"


class StageMove(Struct, frozen=True, kw_only=True):
    """A day that replaced another: by whose cause, and the reason in words, which is printed in my edition only."""

    to: date
    cause: str
    """me, client, third_party, outside or new_agreement."""
    reason: str = ""


class StageRow(Struct, frozen=True, kw_only=True):
    """A stage of the plan: its days in order (the last one holds), its moves, and where it stands since when.

    `over`: my working days past the day in force while it is not delivered.
    """

    title: str
    dates: tuple[date, ...] = ()
    moves: tuple[StageMove, ...] = ()
    state: StageState = StageState.PLANNED
    since: date | None = None
    delivered: date | None = None
    over: int = 0


class GoalRow(Struct, frozen=True, kw_only=True):
    """A goal with its last reading. Readings are decimal strings; `done` is 0 to 1000 of the way from base to target.

    `off_percent` is the deviation of F20 (positive = behind its target line), empty while there is no reading.
    """

    metric: str
    base: str
    target: str
    done: int = 0
    value: str = ""
    on: date | None = None
    off_percent: str = ""
    days_left: int | None = None
    unit: str = ""


class RiskRow(Struct, frozen=True, kw_only=True):
    """A risk, when the client was told of it, and what it threatens. `cause` is printed in my edition only."""

    title: str
    told: date | None = None
    threatens: str = ""
    cause: str = ""


class NextSort(StrEnum):
    """What a line about the days to come speaks of."""

    PROMISE = "promise"
    STAGE = "stage"
    REPORT = "report"
    CALL = "call"


class NextLine(Struct, frozen=True, kw_only=True):
    """What comes next, and on which day if one is promised. Of a report `text` is its period."""

    text: str
    on: date | None = None
    sort: NextSort = NextSort.PROMISE
