"""A goal's target line: where it should stand on a day, how far a reading is off it (F20), how much is gone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.facts.plan import Goal, Reading

WHOLE_WAY = 1000
_ALL = Decimal(1)


def expected(goal: Goal, on: date) -> Decimal:
    """F20: base + (target − base) × days since `since` ÷ days from `since` to `by`; before and after, its two ends."""
    base, target = Decimal(goal.base), Decimal(goal.target)
    length = (goal.by - goal.since).days
    if on >= goal.by or length <= 0:
        return target
    return base + (target - base) * max(0, (on - goal.since).days) / length


def deviation(goal: Goal, value: str, on: date) -> Decimal:
    """F20 as a share (0.1 is 10 %): above 0 behind the line, below 0 ahead of it; its size where target equals base.

    An expected 0 is divided by the length of the way; a goal that is to stay at 0 is off by all or by nothing.
    """
    base, target = Decimal(goal.base), Decimal(goal.target)
    line = expected(goal, on)
    gap = line - Decimal(value)
    whole = abs(line) or abs(target - base)
    share = gap / whole if whole else (_ALL if gap else Decimal(0))
    if target == base:
        return abs(share)
    return share if target > base else -share


def deviation_of(goal: Goal, reading: Reading) -> Decimal:
    """The same of a reading, on the day that it tells of."""
    return deviation(goal, reading.value, reading.on)


def way_gone(goal: Goal, value: str) -> int:
    """How much of the way from base to target is gone, 0 to 1000; a goal that is to stay has gone it while it stays."""
    base, target = Decimal(goal.base), Decimal(goal.target)
    if target == base:
        return WHOLE_WAY if Decimal(value) == target else 0
    return max(0, min(WHOLE_WAY, round((Decimal(value) - base) / (target - base) * WHOLE_WAY)))
