"""Lost days of both sides with their causes, and of what neither side causes (W10, D12)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class LostItem(Struct, frozen=True, kw_only=True):
    """Working days booked to one item; each day stands under one item only."""

    item: int
    title: str
    cause: str
    days: int


class LostSide(Struct, frozen=True, kw_only=True):
    """One side's lost days: every day once in `total`, once per cause in `causes`."""

    total: int = 0
    causes: tuple[tuple[str, int], ...] = ()
    items: tuple[LostItem, ...] = ()
    days: tuple[date, ...] = ()


class LostFigures(Struct, frozen=True, kw_only=True):
    """Theirs and mine; `others` were caused by third parties or from outside and are booked to nobody."""

    theirs: LostSide = LostSide()
    mine: LostSide = LostSide()
    others: LostSide = LostSide()
