"""Beginnings of words as the index answers them without a pause: it keeps those of one to three letters ready.

Of a longer beginning it would merge the places of every word that begins so, before the first answer: O(hits). So its
list of words is asked first which words these are (a leap from word to word), and each of them is looked for by
itself, newest first, as far as the answers are wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.facts.found_words import Wanted
from app.storage.connection import Connection

MOST_WORDS: Final = 16
"""Where more words than that begin so, most of them are rare, and the index merges them quicker itself."""

_READY: Final = 3
_LAST_SIGN: Final = "\U0010ffff"
_FOLDED_ALIKE: Final = re.compile("[0-9a-z_\u00df-\u00ff\u0101-\u017e\u0400-\u0527]*")
"""Letters that the index folds as we do (tested); of other scripts the index is asked as they were typed."""
_NEXT = "SELECT term FROM search_word WHERE term >= ? AND term < ? LIMIT 1"


def said(connection: Connection, looked_for: Sequence[Wanted]) -> Iterator[str]:
    """What MATCH is asked for each thing that is looked for; every word is quoted, so nothing in it is syntax."""
    for each in looked_for:
        *before, last = each.words
        ways = [f'"{" ".join([*before, way])}"{star}' for way, star in _ways(connection, last, each.is_beginning)]
        yield f"words : ({' OR '.join(ways)})" if len(ways) > 1 else f"words : {ways[0]}"


def _ways(connection: Connection, word: str, is_beginning: bool) -> list[tuple[str, str]]:
    """(word, " *" where it stands for every word that begins so): what a typed word may stand for."""
    if not is_beginning:
        return [(word, "")]
    if len(word) <= _READY or not _FOLDED_ALIKE.fullmatch(word):
        return [(word, " *")]
    words = list(_beginning_so(connection, word))
    return [(each, "") for each in words] if 0 < len(words) <= MOST_WORDS else [(word, " *")]


def _beginning_so(connection: Connection, beginning: str) -> Iterator[str]:
    """The index's words that begin so, each once; a seek for each of them, and one word more than are wanted."""
    at, end = beginning, beginning + _LAST_SIGN
    for _ in range(MOST_WORDS + 1):
        word = connection.exec_driver_sql(_NEXT, (at, end)).scalar()
        if word is None:
            return
        yield str(word)
        at = f"{word}\x01"
