"""What a new version of an agreement changes, term by term, in the sentences of the annex (6.4)."""

from __future__ import annotations

from msgspec import Struct

from app.facts.terms import Terms
from app.papers.agreed import LABELS, SAID
from app.papers.agreed.sides import Sides
from app.words import Words


class TermChange(Struct, frozen=True):
    """One changed term: its key, its label, what was said and is not any more, what is said instead."""

    term: str
    label: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def term_changes(old: Terms, new: Terms, sides: Sides, words: Words) -> tuple[TermChange, ...]:
    """Every term that differs, in the order of 1.4; sentences that both versions say are left out."""
    found = []
    for term, say in SAID.items():
        before, after = say(old, sides, words), say(new, sides, words)
        if before != after:
            gone, came = _without(before, after), _without(after, before)
            if not gone and not came:  # the same lines in another order: the order is the ladder
                gone, came = tuple(before), tuple(after)
            found.append(TermChange(term, words.text(LABELS[term]), gone, came))
    return tuple(found)


def _without(lines: list[str], others: list[str]) -> tuple[str, ...]:
    return tuple(line for line in lines if line not in others)
