"""Letters that Alt finds in a menu: one of its own for each entry, in every language (6.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def marked(texts: Sequence[str]) -> list[str]:
    """Each text with & before a letter that no other of them has; without one where all its letters are taken."""
    taken: set[str] = set()
    return [_marked(text, taken) for text in texts]


def _marked(text: str, taken: set[str]) -> str:
    for at in _places(text):
        letter = text[at].casefold()
        if letter not in taken:
            taken.add(letter)
            return f"{text[:at]}&{text[at:]}"
    return text


def _places(text: str) -> Iterator[int]:
    """Where a letter may be marked: beginnings of words first."""
    begins = [at for at, sign in enumerate(text) if sign.isalpha() and (at == 0 or not text[at - 1].isalpha())]
    yield from begins
    yield from (at for at, sign in enumerate(text) if sign.isalpha() and at not in begins)
