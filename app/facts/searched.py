"""Which words of an entry the search holds: those that somebody said, without the record's machinery (B9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

Body = Mapping[str, Any]

UNSEARCHED: Final = frozenset(
    ("happened", "source", "sha256", "public_key", "head", "channel", "sort", "key", "zone", "closing", "rule", "terms")
)
CHANGES: Final = "entry.corrected"
"""The new words of a correction are found in the entry that they hold for, and nowhere once they hold no more."""


def searched(kind: str, body: Body) -> Iterator[str]:
    """The texts of an entry that the search finds, in the order of the record's bytes."""
    for key in sorted(body):  # as the record's bytes have them, so that a rebuild finds the same places
        if key not in UNSEARCHED and not (key == "set" and kind == CHANGES):
            yield from _texts(body[key])


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from searched("", value)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
