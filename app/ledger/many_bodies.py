"""Many stored bodies judged at once, at the speed of the decoder: are they canonical, within the limits of 4.1?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Annotated, Any, Literal, NewType

import msgspec

from app.format import keys
from app.ledger.canonical import EXACT, MOST_DEPTH

Bodies = list[dict[str, Any]]

_MOST_KEYS = 2000
_encode = msgspec.json.Encoder(order="sorted").encode_lines


class BodyReader:
    """Reads bodies in batches. Keys of the format, and others that it met and found plain, it looks up."""

    def __init__(self) -> None:
        self._keys = set(keys())
        self._again = _decoder_of(keys())

    def values(self, lines: bytes, count: int) -> Bodies | None:
        """The values of so many bodies between line feeds; None when any is not canonical, to be looked at one by one.

        No canonical body holds a line feed, so each is one by itself and does not begin in the one before it.
        """
        values = self._decoded(lines)
        return values if values is not None and len(values) == count and _encode(values) == lines + b"\n" else None

    def _decoded(self, data: bytes) -> Bodies | None:
        known = _tried(self._again, data)
        if known is not None:
            return known
        values = _tried(_decoder_of(None), data)
        if values is None:
            return None
        # One of each shape shows nearly every key; whether it was every one, the decoder knows.
        self._learn(_keys({tuple(each): each for each in values}.values()))
        return _tried(self._again, data) or self._plain(values)

    def _plain(self, values: Bodies) -> Bodies | None:
        """The same values if every key in them is plain."""
        met = _keys(values)
        self._learn(met)
        return values if all(map(str.isascii, met)) else None

    def _learn(self, met: set[str]) -> None:
        plain = {key for key in met if key.isascii()}
        if not plain <= self._keys and len(plain | self._keys) <= _MOST_KEYS:
            self._keys |= plain
            self._again = _decoder_of(frozenset(self._keys))


def _tried(decode: Callable[[bytes], Bodies], data: bytes) -> Bodies | None:
    try:
        return decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None


def _keys(values: Iterable[Any]) -> set[str]:
    """Every key in them, however deep."""
    met: set[str] = set()
    rest: list[Any] = list(values)
    for each in rest:  # which grows on the way
        if each.__class__ is dict:
            met.update(each)
            rest += each.values()
        elif each.__class__ is list:
            rest += each
    return met


@lru_cache(maxsize=4)
def _decoder_of(names: frozenset[str] | None) -> Callable[[bytes], Bodies]:
    """A decoder of many bodies that refuses floats, large integers, depth, and keys other than these; None: any."""
    key: Any = str if names is None else Literal[tuple(sorted(names))]
    named: Any = NewType  # a name for each level: written out, a type holds the one below it twice, 64 times in all
    key = named("Key", key)
    plain = str | bool | Annotated[int, msgspec.Meta(gt=-EXACT, lt=EXACT)] | None
    value: Any = named("Value", plain)
    for _ in range(MOST_DEPTH - 2):
        value = named("Value", plain | list[value] | dict[key, value])
    decode: Callable[[bytes], Bodies] = msgspec.json.Decoder(dict[key, value]).decode_lines
    return decode
