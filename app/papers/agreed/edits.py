"""Edits as sentences: how a date is counted (W8), the provisional one, how many are included."""

from __future__ import annotations

from typing import Final

from app.facts.terms import Terms
from app.papers.agreed.sides import Sides
from app.words import N_, Words

PER: Final = {
    "edit": N_("Rounds included for one edit: {number}. What goes beyond is paid extra."),
    "month": N_("Edits included in a month: {number}. What goes beyond is paid extra."),
    "contract": N_("Edits included in the contract: {number}. What goes beyond is paid extra."),
}

RULES: Final = {
    "after_full_days": N_(
        "So many full working days pass after the day on which the edit was received; the result is due on the "
        "working day after them."
    ),
    "day_n": N_(
        "The working day after the day on which the edit was received is the first; the result is due on the last."
    ),
}


def edits(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The working days of each size, how they are counted, the cut-off hour."""
    edits = terms.edits
    sizes = words.text(
        "small {small}, normal {normal}, large {large} working days",
        small=edits.small,
        normal=edits.normal,
        large=edits.large,
    )
    said = [words.text("Term of an edit: {sizes}.", sizes=sizes), words.text(RULES[edits.rule])]
    if edits.cutoff == "none":
        return [*said, words.text("What comes at any hour of a day counts as received on that day.")]
    after = words.text("What comes after {time} counts as received on the next working day.", time=edits.cutoff)
    return [*said, after]


def provisional(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """By when a provisional date is made firm."""
    return [
        words.text(
            "When the work cannot be estimated at once, a provisional date is told; the firm one within {days}.",
            days=words.working_days(terms.provisional.days),
        )
    ]


def edits_included(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """How many edits or rounds are included."""
    included = terms.edits_included
    if isinstance(included, str):
        return [words.text("The number of edits is not limited.")]
    return [words.text(PER.get(str(included.get("per")), PER["contract"]), number=included.get("number", 0))]
