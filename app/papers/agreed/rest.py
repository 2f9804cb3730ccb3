"""The rest of an agreement as sentences: goals, third parties, publication, what is answered for, free clauses."""

from __future__ import annotations

from typing import Final

from app.facts.terms import Terms
from app.papers.agreed.sides import Sides
from app.rules.terms import ANSWERS_FOR, CANNOT_AFFECT
from app.words import N_, Words

THIRD: Final = {
    "told": N_("When somebody else does part of the work, {client} is told beforehand."),
    "agreed": N_("When somebody else does part of the work, {client} agrees beforehand."),
    "free": N_("{owner} may let others do part of the work."),
}

USUAL_ITEMS: Final = (*ANSWERS_FOR, *CANNOT_AFFECT)
"""The program's own items (1.9), recorded in English and said in the language of the paper."""


def kpi_deviation(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """F20: how far a goal may be off before it is told."""
    deviation = words.percent(terms.kpi_deviation_percent)
    return [
        words.text(
            "When a goal is off by {percent} or more, {owner} tells it unasked.", percent=deviation, owner=sides.owner
        )
    ]


def third_parties(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """Whether others may do part of the work."""
    return [words.text(THIRD.get(terms.third_parties, THIRD["told"]), **sides.both)]


def case_publication(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """Whether the work may be shown."""
    if terms.case_publication == "yes":
        return [words.text("{owner} may show the work as an example.", owner=sides.owner)]
    return [words.text("{owner} does not show the work as an example.", owner=sides.owner)]


def client_may_look(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """Whether the client may look in at any time."""
    if terms.client_may_look == "yes":
        return [words.text("{client} may look in at any time.", client=sides.client)]
    return [words.text("{client} sees the work when it is delivered or told of.", client=sides.client)]


def answers_for(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """What the owner answers for; the owner's words stay as they are."""
    if isinstance(terms.answers_for, str):
        return [words.text("What {owner} answers for is not listed.", owner=sides.owner)]
    title = words.text("Answered for:")
    return [f"{title} {_listed(terms.answers_for, words)}."]


def cannot_affect(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """What lies outside."""
    if isinstance(terms.cannot_affect, str):
        return [words.text("What lies outside of anybody's reach here is not listed.")]
    title = words.text("Outside of anybody's reach here:")
    return [f"{title} {_listed(terms.cannot_affect, words)}."]


def _listed(items: tuple[str, ...], words: Words) -> str:
    return ", ".join(usual_words(words, item) for item in items)


def usual_words(words: Words, item: str) -> str:
    """The program's own items in the language of the paper; the owner's words as they are."""
    return words.text(item) if item in USUAL_ITEMS else item


def free_clauses(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The clauses as they were written."""
    if isinstance(terms.free_clauses, str):
        return [words.text("There are no further clauses.")]
    return list(terms.free_clauses)
