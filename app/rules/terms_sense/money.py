"""Sums that contradict: a penalty without a base, a cap in other money, a deviation of nothing (1.4).

The shapes are those of agreement.made, whose decimals are numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from app.facts.contradictions import Contradiction, nonsense, strange
from app.facts.terms import Terms
from app.words import N_

Penalty = Mapping[str, Any]
WHOLE = Decimal(100)


def money(terms: Terms) -> Iterator[Contradiction]:
    """Penalties, percent of sales, the deviation that must be told."""
    for at, penalty in enumerate(() if isinstance(terms.penalties, str) else terms.penalties):
        term = f"penalties.{at}"
        skipped = penalty.get("sort") == "per_skipped_call"
        yield from (_skipped_call if skipped else _percent)(term, penalty)
        yield from _cap(term, penalty)
        if skipped and terms.calls == "off":
            yield strange(term, N_("A skipped call costs something, but no regular calls are agreed."))
    deviation = Decimal(terms.kpi_deviation_percent)
    if deviation < 0:
        yield nonsense("kpi_deviation_percent", N_("A deviation is not less than nothing. Give a percent above 0."))
    elif not deviation:
        yield strange("kpi_deviation_percent", N_("At 0 % every reading must be told. Give a percent above 0."))
    yield from _sales(terms)


def _percent(term: str, penalty: Penalty) -> Iterator[Contradiction]:
    percent = Decimal(penalty.get("percent", "0"))
    if percent <= 0:
        yield nonsense(term, N_("A penalty in percent needs a percent above 0. Say how much."))
    elif percent > WHOLE:
        yield strange(term, N_("This penalty is more than the whole sum it is counted from."))
    if "base" not in penalty and "base_is" not in penalty:
        yield nonsense(term, N_("A penalty in percent needs its base. Say of what sum the percent is taken."))
    elif "base" not in penalty:
        yield strange(term, N_("Without a sum as its base nothing can be counted. Write the sum as well."))
    elif Decimal(penalty["base"]["amount"]) <= 0:
        yield nonsense(term, N_("The base of a penalty is a sum above 0. Correct it."))
    if penalty.get("sort") == "per_day_percent" and "days_are" not in penalty:
        yield nonsense(term, N_("A penalty for each day needs its days. Say whether working or calendar days count."))


def _skipped_call(term: str, penalty: Penalty) -> Iterator[Contradiction]:
    if "sum" not in penalty or Decimal(penalty["sum"]["amount"]) <= 0:
        yield nonsense(term, N_("A penalty for a skipped call needs its sum. Say how much a call costs."))


def _cap(term: str, penalty: Penalty) -> Iterator[Contradiction]:
    if "cap" not in penalty:
        return
    counted = penalty.get("sum") if penalty.get("sort") == "per_skipped_call" else penalty.get("base")
    if Decimal(penalty["cap"]["amount"]) <= 0:
        yield nonsense(term, N_("The most a penalty may come to is a sum above 0. Correct it, or leave it away."))
    elif counted and counted["currency"] != penalty["cap"]["currency"]:
        yield nonsense(term, N_("The penalty and its most are in different money. Give both in the same."))


def _sales(terms: Terms) -> Iterator[Contradiction]:
    sales = terms.percent_of_sales
    if isinstance(sales, str):
        return
    percent, fee = Decimal(sales.get("percent", "0")), sales.get("minimum_fee")
    if percent <= 0 or percent > WHOLE:
        yield nonsense("percent_of_sales", N_("A percent of sales lies above 0 and is at most 100. Correct it."))
    if fee is None or Decimal(fee["amount"]) < 0:
        yield nonsense("percent_of_sales", N_("The minimum fee is a sum, or 0 when there is none. Correct it."))
    if "figures_by" in sales and "figures" not in sales:
        yield strange("percent_of_sales", N_("It is said by when figures come, but not which ones. Name them."))
    elif "figures" not in sales:
        yield strange(
            "percent_of_sales", N_("Without figures from the client nobody can check the percent. Name them.")
        )
