"""A goal against its target line (1.8, F20)."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct


class GoalPoint(Struct, frozen=True, kw_only=True):
    """A reading, what the target line expected on that day, and the percent by which it fell short (F20)."""

    entry: int
    on: date
    value: Decimal
    expected: Decimal
    off_percent: Decimal
    """Above 0 is behind the line, below 0 ahead of it; one decimal."""

    @property
    def shown_expected(self) -> Decimal:
        """What was expected, with no more decimals than make sense: those of the reading, one at least."""
        exponent = self.value.as_tuple().exponent
        places = max(1, -exponent) if isinstance(exponent, int) else 1
        return self.expected.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


class GoalFigures(Struct, frozen=True, kw_only=True):
    """A goal with its readings of the period, oldest first; `told_percent` is the deviation that must be told."""

    item: int
    metric: str
    unit: str
    base: Decimal
    target: Decimal
    since: date
    by: date
    told_percent: Decimal
    points: tuple[GoalPoint, ...] = ()

    @property
    def last(self) -> GoalPoint | None:
        """The newest reading."""
        return self.points[-1] if self.points else None
