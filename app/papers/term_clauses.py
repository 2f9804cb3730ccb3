"""The rest of an agreement as sentences: payment, penalties, third parties, what is answered for, free clauses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from app.facts.terms import Terms
from app.papers.term_sentences import Sides
from app.rules.terms import ANSWERS_FOR, CANNOT_AFFECT
from app.words import N_, Words

THIRD: Final = {
    "told": N_("When somebody else does part of the work, {client} is told beforehand."),
    "agreed": N_("When somebody else does part of the work, {client} agrees beforehand."),
    "free": N_("{owner} may let others do part of the work."),
}


def other_sentences(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """Start, goals, third parties, publication, looking in, duty, percent of sales, penalties."""
    both = {"owner": sides.owner, "client": sides.client}
    days = words.working_days(terms.start_after_payment.days)
    deviation = words.percent(terms.kpi_deviation_percent)
    said = [
        words.text("Work starts within {days} after the payment.", days=days),
        words.text("When a goal is off by {percent} or more, {owner} tells it unasked.", percent=deviation, **both),
        words.text(THIRD.get(terms.third_parties, THIRD["told"]), **both),
    ]
    if terms.case_publication == "yes":
        said.append(words.text("{owner} may show the work as an example.", **both))
    if terms.client_may_look == "yes":
        said.append(words.text("{client} may look in at any time.", **both))
    if not isinstance(terms.on_duty, str):
        said.extend(_duty(window, sides, words) for window in terms.on_duty)
    if not isinstance(terms.percent_of_sales, str):
        said.append(_percent(terms.percent_of_sales, words))
    if not isinstance(terms.penalties, str):
        said.extend(_penalty(penalty, sides, words) for penalty in terms.penalties)
    return said


def answered_for(terms: Terms, words: Words) -> list[str]:
    """What the owner answers for and what lies outside; the owner's words stay as they are."""
    lists = (
        (terms.answers_for, words.text("Answered for:")),
        (terms.cannot_affect, words.text("Outside of anybody's reach here:")),
    )
    return [
        f"{title} {', '.join(_usual(words, item) for item in items)}."
        for items, title in lists
        if not isinstance(items, str)
    ]


def _usual(words: Words, item: str) -> str:
    """The program's own items in the language of the paper; the owner's words as they are."""
    return words.text(item) if item in (*ANSWERS_FOR, *CANNOT_AFFECT) else item


def _duty(window: Mapping[str, Any], sides: Sides, words: Words) -> str:
    start, end = (datetime.fromisoformat(window[key]["local"]) for key in ("from", "to"))
    return words.text(
        "{owner} is on duty from {start}, {start_time} to {end}, {end_time}.",
        owner=sides.owner,
        start=start.date(),
        start_time=f"{start:%H:%M}",
        end=end.date(),
        end_time=f"{end:%H:%M}",
    )


def _percent(term: Mapping[str, Any], words: Words) -> str:
    fee = _money(term.get("minimum_fee"), words)
    share = words.percent(str(term.get("percent", "0")))
    if "above_units" in term:
        return words.text(
            "Percent of sales: {percent} above {units} units, with a minimum fee of {fee}.",
            percent=share,
            units=term["above_units"],
            fee=fee,
        )
    return words.text("Percent of sales: {percent}, with a minimum fee of {fee}.", percent=share, fee=fee)


def _penalty(term: Mapping[str, Any], sides: Sides, words: Words) -> str:
    who = sides.owner if term.get("side") == "me" else sides.client
    percent = words.percent(str(term.get("percent", "0")))
    base = str(term.get("base_is") or _money(term.get("base"), words))
    if term.get("sort") == "per_skipped_call":
        line = words.text("{who} pays {sum} for a skipped call.", who=who, sum=_money(term.get("sum"), words))
    elif term.get("sort") == "per_day_percent" and term.get("days_are") == "working":
        line = words.text(
            "{who} pays {percent} of {base} for each working day of delay.", who=who, percent=percent, base=base
        )
    elif term.get("sort") == "per_day_percent":
        line = words.text(
            "{who} pays {percent} of {base} for each calendar day of delay.", who=who, percent=percent, base=base
        )
    else:
        line = words.text("{who} pays {percent} of {base} once for a delay.", who=who, percent=percent, base=base)
    if "cap" in term:
        line = words.text("{line} In all no more than {sum}.", line=line, sum=_money(term["cap"], words))
    if term.get("client_days_deducted") == "yes":
        line = words.text("{line} Days that the client caused are taken off.", line=line)
    return line


def _money(value: object, words: Words) -> str:
    if isinstance(value, Mapping) and {"amount", "currency"} <= value.keys():
        return words.money(str(value["amount"]), str(value["currency"]))
    return ""
