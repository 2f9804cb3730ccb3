"""How well a name or a command answers what was typed: beginnings of words first, then letters in order (6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from msgspec import Struct

from app.facts.found_words import hits, letters, wanted

FIRST_WORD, WORDS, LETTERS = 0, 1, 2
_FEWEST_LETTERS: Final = 2


Letters = Sequence[tuple[str, int]]


class Fit(Struct, frozen=True, order=True):
    """Less is better. `hits` are (begin, end) of the letters that were typed, in the name."""

    sort: int
    spread: int
    hits: tuple[tuple[int, int], ...]


def fit(name: str, typed: str) -> Fit | None:
    """How the name answers; None where it does not. Nothing typed is answered by every name."""
    looked_for = wanted(typed)
    if not looked_for:
        return Fit(WORDS, 0, ()) if not typed.strip() else None
    words = [word for each in looked_for for word in each.words]
    plain = _plain(name)
    if all(word in plain for word in words) and all(hits(name, (each,)) for each in looked_for):
        found = hits(name, looked_for)
        return Fit(FIRST_WORD if found[0][0] == 0 else WORDS, 0, tuple(found))
    typed_letters = "".join(words)
    rest = iter(plain)
    return _in_order(name, typed_letters) if all(letter in rest for letter in typed_letters) else None


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """The signs of a name, folded: what does not even hold the letters is passed over at once."""
    return "".join(sign for sign, _ in letters(name))


def _in_order(name: str, typed: str) -> Fit | None:
    """The letters one after another, the first of them at the beginning of a word: "вп" in "Вечерняя почта"."""
    there = letters(name)
    if len(typed) < _FEWEST_LETTERS:
        return None
    starts = [at for at in range(len(there)) if _begins(there, at) and there[at][0] == typed[0]]
    fits = [_from(there, at, typed, leaping=leaping) for at in starts for leaping in (True, False)]
    return min((found for found in fits if found), default=None)


def _from(there: Letters, at: int, typed: str, *, leaping: bool) -> Fit | None:
    """Each letter as soon as it comes; `leaping`: at the next beginning of a word that has it, if there is one."""
    places: list[int] = []
    for letter in typed:
        ahead = [n for n in range(at, len(there)) if there[n][0] == letter]
        if not ahead:
            return None
        begins = next((n for n in ahead if _begins(there, n)), None) if leaping and ahead[0] != at else None
        chosen = ahead[0] if begins is None else begins
        places.append(chosen)
        at = chosen + 1
    leaps = sum(after != before + 1 for before, after in pairwise(places))
    spread = leaps * 100 + places[-1] - places[0] - 50 * sum(_begins(there, n) for n in places)
    return Fit(LETTERS, spread, tuple((there[n][1], there[n][1] + 1) for n in places))


def _begins(there: Letters, at: int) -> bool:
    return there[at][0].isalnum() and (at == 0 or not there[at - 1][0].isalnum())
