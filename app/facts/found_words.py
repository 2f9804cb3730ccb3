"""Words as they are looked for, and where a text holds them: ё as е, ñ as n, beginnings of words (6.2, B9)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from msgspec import Struct

_QUOTED: Final = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_WITHOUT: Final = {"ё": "е"}
_NAME: Final = 80
_LATIN: Final = range(0xC0, 0x180)


class Wanted(Struct, frozen=True):
    """Words that stand one after another, folded; of the last one perhaps only its beginning was typed."""

    words: tuple[str, ...]
    is_beginning: bool = True


@lru_cache(maxsize=256)
def wanted(typed: str) -> tuple[Wanted, ...]:
    """What is looked for: each word may be a beginning, "quoted words" stand together as they are."""
    found = []
    for quoted, closed, word in _QUOTED.findall(typed):
        words = tuple(words_in(quoted or word))
        if words:
            found.append(Wanted(words, is_beginning=not closed))
    return tuple(found)


def words_in(text: str) -> list[str]:
    """The words of a text, folded as the search folds them."""
    return [folded for folded, _, _ in _words(text)]


@lru_cache(maxsize=4096)
def letters(text: str) -> tuple[tuple[str, int], ...]:
    """Each sign of a name, folded, with its place; marks on letters are left out."""
    return tuple((_letter(sign), at) for at, sign in enumerate(text) if unicodedata.category(sign) != "Mn")


def hits(text: str, looked_for: Sequence[Wanted]) -> list[tuple[int, int]]:
    """(begin, end) of each place in the text that holds what is looked for, in order; places never overlap."""
    words = _words(text)
    found: list[tuple[int, int]] = []
    for each in looked_for:
        for at in range(len(words) - len(each.words) + 1):
            stretch = words[at : at + len(each.words)]
            end = _end(stretch, each)
            if end:
                found.append((stretch[0][1], end))
    return _apart(sorted(found))


def parts(text: str, looked_for: Sequence[Wanted]) -> list[tuple[str, bool]]:
    """The text cut at each hit; True where it is one."""
    return cut_at(text, hits(text, looked_for))


def cut_at(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[str, bool]]:
    """The text cut at places that do not overlap; True inside of one."""
    edges = [(0, 0), *places, (len(text), len(text))]
    found = []
    for (begin, end), (after, _) in pairwise(edges):
        found += [(text[begin:end], True), (text[end:after], False)]
    return [(words, hit) for words, hit in found if words]


def excerpt(text: str, looked_for: Sequence[Wanted], length: int) -> str:
    """At most about `length` characters of a text, in one line, with its first hit in view; … where it was cut."""
    line = " ".join(text.split())
    found = hits(line, looked_for)
    first = found[0][0] if found else 0
    if len(line) <= length:
        return line
    begin = 0 if first < length * 2 // 3 else line.rfind(" ", 0, first - length // 4) + 1
    cut = line[begin : begin + length]
    if begin + length < len(line):
        cut = cut.rpartition(" ")[0] or cut
        cut += " …"
    return f"… {cut}" if begin else cut


def _end(stretch: Sequence[tuple[str, int, int]], each: Wanted) -> int:
    """Where a hit ends in the text; 0 where the stretch is none."""
    *before, last = each.words
    if [word for word, _, _ in stretch[:-1]] != before:
        return 0
    word, begin, end = stretch[-1]
    if not (word.startswith(last) if each.is_beginning else word == last):
        return 0
    return min(end, begin + len(last)) if end - begin == len(word) else end


def _apart(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for begin, end in found:
        if kept and begin < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((begin, end))
    return kept


def _words(text: str) -> Sequence[tuple[str, int, int]]:
    """(folded, begin, end) of each word, as the index cuts texts into words: letters, digits, _ and marks on them."""
    return _words_of_name(text) if len(text) <= _NAME else _cut(text)


@lru_cache(maxsize=4096)
def _words_of_name(text: str) -> tuple[tuple[str, int, int], ...]:
    """Names are the same at every letter that is typed."""
    return tuple(_cut(text))


def _cut(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    begin, at, size = -1, 0, len(text)
    while at <= size:
        if at < size and _is_of_word(text[at], inside=begin >= 0):
            begin = at if begin < 0 else begin
        elif begin >= 0:
            found.append((_folded(text[begin:at]), begin, at))
            begin = -1
        at += 1
    return found


@lru_cache(maxsize=4096)
def _is_of_word(sign: str, *, inside: bool) -> bool:
    kind = unicodedata.category(sign)
    return kind[0] in "LN" or sign == "_" or kind == "Co" or (inside and kind == "Mn")


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    return "".join(_letter(sign) for sign in word if word.isascii() or unicodedata.category(sign) != "Mn")


@lru_cache(maxsize=4096)
def _letter(sign: str) -> str:
    """A letter as the index keeps it: small, Latin without its accents, ё as е; й stays й."""
    small = sign.lower()
    small = small if len(small) == 1 else sign
    if ord(small) in _LATIN:
        plain = unicodedata.normalize("NFD", small)[0]
        return plain if plain.isascii() else small
    return _WITHOUT.get(small, small)
