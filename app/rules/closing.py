"""Which received messages close a talk instead of waiting for an answer (C4)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MOST_WORDS = 4
_WORD = re.compile(r"[^\W_]+")
_JOINERS = {"\u200d", "\ufe0e", "\ufe0f", "\u20e3"}


def needs_no_answer(text: str, words: frozenset[str]) -> bool:
    """Whether a text is only a closing: at most four words, all among `words`, and no question; or emoji alone.

    `words` are those of the client's language or of several languages together; case, ё and stress do not matter.
    """
    if "?" in text or not text.strip():
        return False
    said = plain_words(text)
    if not said:
        return _only_emoji(text)
    return len(said) <= MOST_WORDS and _known(words).issuperset(said)


@lru_cache(maxsize=16)
def _known(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_plain(word) for word in words)


def plain_words(text: str) -> list[str]:
    """The words of a text, casefolded, ё as е, without punctuation and emoji."""
    return _WORD.findall(_plain(text).replace("'", "").replace("’", ""))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def _only_emoji(text: str) -> bool:
    """Signs of the category "symbol, other" and what joins them; a row of dots is no emoji."""
    signs = [c for c in text if not c.isspace() and c not in _JOINERS]
    kinds = {unicodedata.category(c) for c in signs}
    return "So" in kinds and kinds <= {"So", "Sk", "Cs", "Cf", "Mn"}
