"""Which received messages close a talk instead of waiting for an answer (C4)."""

from __future__ import annotations

import unicodedata

MOST_WORDS = 4
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
    known = frozenset(_plain(word) for word in words)
    return len(said) <= MOST_WORDS and all(word in known for word in said)


def plain_words(text: str) -> list[str]:
    """The words of a text, casefolded, ё as е, without punctuation and emoji."""
    letters = (c if c.isalnum() else "" if c in "'’" else " " for c in _plain(text))
    return "".join(letters).split()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().replace("ё", "е")


def _only_emoji(text: str) -> bool:
    """Signs of the category "symbol, other" and what joins them; a row of dots is no emoji."""
    signs = [c for c in text if not c.isspace() and c not in _JOINERS]
    kinds = {unicodedata.category(c) for c in signs}
    return "So" in kinds and kinds <= {"So", "Sk", "Cs", "Cf", "Mn"}
