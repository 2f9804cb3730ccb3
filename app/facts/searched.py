"""Which words of an entry the search holds: those that somebody said, without the record's machinery (B9)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.facts.entries import Entry
from app.facts.found_words import Wanted, hits

LONGEST: Final = 4000
"""So many characters of a text are looked through for its hit; a result shows fewer than two hundred of them."""

Body = Mapping[str, Any]

UNSEARCHED: Final[frozenset[str]] = frozenset(
    ("happened", "source", "sha256", "public_key", "head", "channel", "sort", "key", "zone", "closing", "rule", "terms")
)
CHANGES: Final = "entry.corrected"
"""The new words of a correction are found in the entry that they hold for, and nowhere once they hold no more."""


def searched(kind: str, body: Body) -> list[str]:
    """The texts of an entry that the search finds, in the order of the record's bytes."""
    found: list[str] = []
    _gather(body, found, UNSEARCHED if kind != CHANGES else UNSEARCHED | {"set"})
    return found


def text_found(entry: Entry, looked_for: Sequence[Wanted]) -> str:
    """The entry's own words; where the hit stands elsewhere in it, those that hold it. "" where it says nothing."""
    own = entry.text[:LONGEST]
    if own and (not looked_for or hits(own, looked_for)):
        return own
    others = [text[:LONGEST] for text in searched(entry.kind, entry.body)]
    return next((text for text in others if hits(text, looked_for)), own)


def _gather(body: Body, found: list[str], left_out: frozenset[str] = UNSEARCHED) -> None:
    for key in sorted(body):  # as the record's bytes have them, so that a rebuild finds the same places
        if key not in left_out:
            value = body[key]
            if isinstance(value, str):
                found.append(value)
            else:
                _gather_inside(value, found)


def _gather_inside(value: object, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, Mapping):
        _gather(value, found)
    elif isinstance(value, list | tuple):
        for inner in value:
            _gather_inside(inner, found)
