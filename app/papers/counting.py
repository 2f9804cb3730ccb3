"""A promise's count in words: one line for each calendar day (W8)."""

from __future__ import annotations

from collections.abc import Sequence

from app.rules.promises import CountIs, CountLine
from app.words import Words


def count_lines_in_words(words: Words, count: Sequence[CountLine]) -> list[str]:
    """«Fri 15 May: received», «Sat 16 May: day off», … in the order of the days."""
    return [f"{words.date(line.on, short=True)}: {_what(words, line)}" for line in count]


def _what(words: Words, line: CountLine) -> str:
    if line.is_ is CountIs.RECEIVED:
        return words.text("received")
    if line.is_ is CountIs.FULL:
        return words.text("full day {n}", n=line.number)
    if line.is_ is CountIs.DUE:
        return words.text("due")
    return words.text("day off, {why}", why=line.why) if line.why else words.text("day off")
