"""How fast I answered: every answer as a point (1.8, C2)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import Struct

from app.facts.shares import share


class AnswerPoint(Struct, frozen=True, kw_only=True):
    """One answer (C2): entry `answer` to the message that had waited longest; by the terms in force then (D8)."""

    answer: int
    message: int
    asked: datetime
    answered: datetime
    due: datetime
    working_seconds: int
    agreed_minutes: int | None = None
    """The agreed working minutes; None where the term is the end of the next working day (W6)."""
    late: bool = False
    recorded_late: bool = False
    """The answer was written down more than a day after it happened (D2)."""


class Answers(Struct, frozen=True, kw_only=True):
    """My answers in order; `overdue` are messages that wait now and whose time has passed: they count as late."""

    points: tuple[AnswerPoint, ...] = ()
    waiting: int = 0
    overdue: int = 0

    @property
    def median_seconds(self) -> int | None:
        """The working time in which half of the answers came; the mean of the middle two when they are even."""
        spent = sorted(each.working_seconds for each in self.points)
        middle = len(spent) // 2
        if not spent:
            return None
        return spent[middle] if len(spent) % 2 else (spent[middle - 1] + spent[middle]) // 2

    @property
    def ninetieth_seconds(self) -> int | None:
        """The working time within which nine of ten answers came (nearest rank)."""
        spent = sorted(each.working_seconds for each in self.points)
        return spent[(9 * len(spent) + 9) // 10 - 1] if spent else None

    @property
    def late(self) -> int:
        """Answers that came late; they stay late for ever."""
        return sum(each.late for each in self.points)

    @property
    def recorded_late(self) -> int:
        """Answers that were written down more than a day after they were given (D2)."""
        return sum(each.recorded_late for each in self.points)

    @property
    def in_time(self) -> int:
        """Answers that came in time."""
        return len(self.points) - self.late

    @property
    def share_in_time(self) -> Decimal | None:
        """Percent of the answers that came in time; what is overdue counts against it."""
        return share(self.in_time, len(self.points) + self.overdue)
