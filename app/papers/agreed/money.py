"""Payment, penalties and the percent of sales as sentences; every base and sum is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.facts.terms import Terms
from app.papers.agreed.sides import Sides, counted_fully
from app.words import Words

Shape = Mapping[str, Any]


def start_after_payment(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """When work starts."""
    term = terms.start_after_payment
    days = words.working_days(term.days)
    return [words.text("Work starts within {days} after the payment.", days=days), *counted_fully(term.rule, words)]


def penalties(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """One line a penalty."""
    if isinstance(terms.penalties, str):
        return [words.text("No penalties are agreed.")]
    return [penalty_sentence(penalty, sides, words) for penalty in terms.penalties]


def penalty_sentence(term: Shape, sides: Sides, words: Words) -> str:
    """Who pays what for which delay, the most it may come to, which days are taken off."""
    line = _pays(term, sides.owner if term.get("side") == "me" else sides.client, words)
    if "cap" in term:
        line = words.text("{line} In all no more than {sum}.", line=line, sum=_money(term["cap"], words))
    if term.get("client_days_deducted") == "yes":
        line = words.text("{line} Days that the client caused are taken off.", line=line)
    return line


def _pays(term: Shape, who: str, words: Words) -> str:
    if term.get("sort") == "per_skipped_call":
        return words.text("{who} pays {sum} for a skipped call.", who=who, sum=_money(term.get("sum"), words))
    values = {"who": who, "percent": words.percent(str(term.get("percent", "0"))), "base": _base(term, words)}
    if term.get("sort") != "per_day_percent":
        return words.text("{who} pays {percent} of {base} once for a delay.", **values)
    if term.get("days_are") == "working":
        return words.text("{who} pays {percent} of {base} for each working day of delay.", **values)
    return words.text("{who} pays {percent} of {base} for each calendar day of delay.", **values)


def _base(term: Shape, words: Words) -> str:
    name, amount = str(term.get("base_is", "")), _money(term.get("base"), words)
    return f"{name} ({amount})" if name and amount else name or amount or words.text("a sum that is not named")


def percent_of_sales(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The percent, the fee it never falls below, and the figures that the client opens."""
    sales = terms.percent_of_sales
    if isinstance(sales, str):
        return [words.text("No percent of sales is agreed.")]
    return [_sales(sales, words), *_figures(sales, sides, words)]


def _sales(sales: Shape, words: Words) -> str:
    fee = _money(sales.get("minimum_fee"), words)
    share = words.percent(str(sales.get("percent", "0")))
    if "above_units" not in sales:
        return words.text("Percent of sales: {percent}, with a minimum fee of {fee}.", percent=share, fee=fee)
    return words.text(
        "Percent of sales: {percent} above {units} units, with a minimum fee of {fee}.",
        percent=share,
        units=sales["above_units"],
        fee=fee,
    )


def _figures(sales: Shape, sides: Sides, words: Words) -> list[str]:
    figures, by = sales.get("figures", ""), sales.get("figures_by", "")
    if figures and by:
        text = words.text("{client} opens these figures: {figures}. They come by: {by}.", client=sides.client,
                          figures=figures, by=by)  # fmt: skip
        return [text]
    if figures:
        return [words.text("{client} opens these figures: {figures}.", client=sides.client, figures=figures)]
    return [words.text("The figures of {client} come by: {by}.", client=sides.client, by=by)] if by else []


def _money(value: object, words: Words) -> str:
    if isinstance(value, Mapping) and {"amount", "currency"} <= value.keys():
        return words.money(str(value["amount"]), str(value["currency"]))
    return ""
