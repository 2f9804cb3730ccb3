"""Percentages and means as they are shown: one decimal, half up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def share(part: int, whole: int) -> Decimal | None:
    """A percentage with one decimal, half up; None of nothing."""
    return tenth(Decimal(100 * part) / whole) if whole else None


def tenth(value: Decimal) -> Decimal:
    """A figure as it is shown: one decimal, half up."""
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
