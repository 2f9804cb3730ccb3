"""The penalty calculator: exactly what the terms say, out of late days and skipped calls (1.4, W10). Decides nothing.

Money is Decimal. Rounding happens once, at the end of each formula: half up, to the cent; the cap comes after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from app.facts.history import History
from app.facts.penalties import Delay, Formula, Money, Penalties, Penalty, PenaltyGap, PenaltySort
from app.facts.statistics import Period
from app.facts.terms import Agreement
from app.facts.wall_time import end_instant
from app.rules.late_days import LateDays, late_days
from app.rules.side_claims import Claims
from app.rules.statistics.lost import claims_of
from app.rules.view import ClientView

CENT = Decimal("0.01")
_DIGITS = 120
"""More than any product of the format's decimals has: nothing is rounded on the way."""


def penalties(history: History, period: Period) -> Penalties:
    """What each agreed penalty comes to in a period. Items are judged by the terms under which they began (1.2)."""
    view = ClientView(history.snapshot, history.now)
    claims = claims_of(history, view.terms.zone)
    lines = [
        _penalty(_Case(view, period, history, claims, version), term)
        for version in history.snapshot.agreements
        if not isinstance(version.terms.penalties, str) and _applies(view, period, version)
        for term in version.terms.penalties
    ]
    client = view.client
    return Penalties(client=client.number, name=client.name, now=view.now, period=period, lines=tuple(lines))


def _applies(view: ClientView, period: Period, version: Agreement) -> bool:
    """In force by the end of the period; an older version still holds for what began under it."""
    return version.since is not None and version.since <= min(view.now, end_instant(view.terms.zone, period.last))


class _Case:
    """One version of the agreement, and what happened under it."""

    def __init__(self, view: ClientView, period: Period, history: History, claims: Claims, version: Agreement) -> None:
        self.view = view
        self.period = period
        self.history = history
        self.claims = claims
        self.version = version

    def late(self, term: Mapping[str, Any]) -> LateDays:
        """The late days that a term counts, on the calendar that it names; calendar days where it names none."""
        return late_days(
            self.view,
            self.period,
            self.claims,
            side=term["side"],
            working=term.get("days_are") == "working",
            deduct=term.get("client_days_deducted") == "yes",
            version=self.version.entry,
        )

    def skipped(self, side: str) -> tuple[int, ...]:
        """The calls that a side missed while this version was in force (D8, D16)."""
        return tuple(
            each.entry
            for each in self.history.missed
            if each.by == side and self.period.holds(each.on) and self._held_on(each.on)
        )

    def _held_on(self, day: date) -> bool:
        at = min(self.view.now, end_instant(self.view.terms.zone, day))
        return self.view.agreement_at(at).entry == self.version.entry


def _penalty(case: _Case, term: Mapping[str, Any]) -> Penalty:
    sort = PenaltySort(term["sort"])
    late = LateDays() if sort is PenaltySort.PER_CALL else case.late(term)
    calls = case.skipped(term["side"]) if sort is PenaltySort.PER_CALL else ()
    gap = _gap(sort, term)
    return Penalty(
        agreement=case.version.number,
        entry=case.version.entry,
        side=term["side"],
        sort=sort,
        base_is=term.get("base_is", ""),
        days_are=term.get("days_are", ""),
        delays=tuple(_delay(case.view, *each) for each in late.items),
        days=late.days,
        deducted=late.deducted,
        calls=calls,
        gap=gap,
        formula=None if gap else formula(sort, term, _times(sort, late, calls)),
    )


def _gap(sort: PenaltySort, term: Mapping[str, Any]) -> PenaltyGap | None:
    """The first thing that a term leaves open and that its sort needs."""
    base = "sum" if sort is PenaltySort.PER_CALL else "base"
    needed = {
        PenaltySort.ONCE: ("base", "percent"),
        PenaltySort.PER_DAY: ("base", "percent", "days_are"),
        PenaltySort.PER_CALL: ("sum",),
    }[sort]
    missing = next((PenaltyGap(key) for key in needed if key not in term), None)
    if missing is None and "cap" in term and term["cap"]["currency"] != term[base]["currency"]:
        return PenaltyGap.CURRENCY
    return missing


def _times(sort: PenaltySort, late: LateDays, calls: Iterable[int]) -> int:
    counted = late.days - late.deducted
    if sort is PenaltySort.ONCE:
        return min(counted, 1)
    return counted if sort is PenaltySort.PER_DAY else len(tuple(calls))


def formula(sort: PenaltySort, term: Mapping[str, Any], times: int) -> Formula:
    """The steps of one term that has no gap."""
    per_call = sort is PenaltySort.PER_CALL
    base = _money(term["sum" if per_call else "base"])
    percent = None if per_call else Decimal(term["percent"])
    cap = _money(term["cap"]) if "cap" in term else None
    with localcontext() as exactly:
        exactly.prec = _DIGITS
        exact = base.amount * times if percent is None else base.amount * percent * times / 100
        rounded = exact.quantize(CENT, ROUND_HALF_UP)
    left = rounded if cap is None else min(rounded, cap.amount)
    return Formula(
        percent=percent,
        base=base,
        times=times,
        exact=exact,
        rounded=rounded,
        cap=cap,
        result=Money(left, base.currency),
    )


def _money(value: Mapping[str, str]) -> Money:
    return Money(Decimal(value["amount"]), value["currency"])


def _delay(view: ClientView, item: int, due: date, days: int) -> Delay:
    return Delay(item=item, title=view.items[item].title, due=due, days=days)
