"""Penalties as the terms say them, computed from entries, every step a number to be seen (1.4). Nothing is decided."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from app.facts.statistics import Period


class PenaltySort(StrEnum):
    """The three sorts of format 1."""

    ONCE = "once_percent"
    PER_DAY = "per_day_percent"
    PER_CALL = "per_skipped_call"


class PenaltyGap(StrEnum):
    """What a term does not say; without it there is no number, and none is invented."""

    BASE = "base"
    PERCENT = "percent"
    SUM = "sum"
    DAYS = "days_are"
    CURRENCY = "currency"
    """The cap is in another currency than the base."""


class Money(Struct, frozen=True):
    """An amount, never a float, and its ISO 4217 code."""

    amount: Decimal
    currency: str


class Delay(Struct, frozen=True, kw_only=True):
    """What was late: an edit, a stage or a request, its first late day's eve, and the days booked to it."""

    item: int
    title: str
    due: date
    days: int


class Formula(Struct, frozen=True, kw_only=True):
    """`exact` = percent ÷ 100 × base × times, or base × times without a percent; rounded once, half up, to the cent.

    `result` is what is left of `rounded` under the cap.
    """

    percent: Decimal | None = None
    base: Money
    times: int
    exact: Decimal
    rounded: Decimal
    cap: Money | None = None
    result: Money

    @property
    def is_capped(self) -> bool:
        """Whether the cap took something off."""
        return self.result.amount < self.rounded


class Penalty(Struct, frozen=True, kw_only=True):
    """One term of one agreement. `days` are all days of delay, `deducted` those of them that the client caused."""

    agreement: int
    """The number of the version: 1, 2, …"""
    entry: int
    side: str
    """Who pays: "me" or "client"."""
    sort: PenaltySort
    base_is: str = ""
    days_are: str = ""
    delays: tuple[Delay, ...] = ()
    days: int = 0
    deducted: int = 0
    calls: tuple[int, ...] = ()
    gap: PenaltyGap | None = None
    formula: Formula | None = None


class Penalties(Struct, frozen=True, kw_only=True):
    """Every penalty agreed with a client, over a period; none at all is the rule."""

    client: int
    name: str
    now: datetime
    period: Period
    lines: tuple[Penalty, ...] = ()

    @property
    def are_off(self) -> bool:
        """No penalty was agreed for any of these days."""
        return not self.lines

    def total(self, side: str) -> tuple[Money, ...]:
        """What one side would pay, one sum for each currency; terms with a gap are in none."""
        sums: dict[str, Decimal] = {}
        for line in self.lines:
            if line.side == side and line.formula:
                found = line.formula.result
                sums[found.currency] = sums.get(found.currency, Decimal(0)) + found.amount
        return tuple(Money(amount, currency) for currency, amount in sums.items())
