"""Many stored bodies judged at once, at the speed of the decoder: are they canonical, within the limits of 4.1?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

import msgspec

from app.ledger.canonical import EXACT, MOST_DEPTH

Bodies = list[dict[str, Any]]

_MOST_KEYS = 2000
_encode = msgspec.json.Encoder(order="sorted").encode


class BodyReader:
    """Reads bodies in batches. Keys that it has met and found plain it looks up and does not look at again."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._first_look = _decoder(str)
        self._again: Callable[[bytes], Bodies] | None = None

    def values(self, bodies: list[bytes]) -> Bodies | None:
        """The values; None when any body is not canonical, to be looked at one by one."""
        values = self._decoded(b"[" + b",".join(bodies) + b"]")
        # One by one: a body that is no JSON by itself could begin in the one before it.
        return values if values is not None and list(map(_encode, values)) == bodies else None

    def _decoded(self, data: bytes) -> Bodies | None:
        if self._again is not None:
            try:
                return self._again(data)
            except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
                pass
        try:
            values = self._first_look(data)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
            return None
        met = set(_keys(values))
        if not all(map(str.isascii, met)):
            return None
        self._learn(met)
        return values

    def _learn(self, met: set[str]) -> None:
        if not met <= self._keys and len(met | self._keys) <= _MOST_KEYS:
            self._keys |= met
            self._again = _decoder(Literal[tuple(sorted(self._keys))])


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = value.values()
    elif not isinstance(value, list):
        return
    for inner in value:
        yield from _keys(inner)


def _decoder(key: Any) -> Callable[[bytes], Bodies]:
    """A decoder of many bodies that refuses floats, large integers, depth, and keys that are not of that type."""
    plain = str | bool | Annotated[int, msgspec.Meta(gt=-EXACT, lt=EXACT)] | None
    value: Any = plain
    for _ in range(MOST_DEPTH - 2):
        value = plain | list[value] | dict[key, value]
    decode: Callable[[bytes], Bodies] = msgspec.json.Decoder(list[dict[key, value]]).decode
    return decode
