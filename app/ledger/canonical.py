"""JSON values as RFC 8785 bytes, within the limits that make this simple (4-evidence 4.1)."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from app.errors import Refused
from app.words import N_

MOST_DEPTH = 8
EXACT = 1 << 53

_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder().decode


def canonical(value: Any, depth: int = 1) -> bytes:
    """The bytes of a JSON value that stands `depth` levels deep in its record; Refused outside the limits."""
    _refuse_outside(value, depth)
    try:
        return _encode(value)
    except UnicodeEncodeError as half:
        raise Refused(
            "The text holds half of a character (a lone surrogate) at place {place}. Remove it and record the rest.",
            place=half.start + 1,
        ) from None


def decanonical(data: bytes) -> Any:
    """The value of canonical bytes; Refused, with the reason, where they are not canonical."""
    try:
        value = _decode(data)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise Refused("The record is not JSON text in UTF-8.") from None
    if canonical(value) != data:
        raise Refused(_why_not_canonical(data))
    return value


def _refuse_outside(value: Any, depth: int) -> None:
    """What JSON could say and a record may not: floats, large integers, keys that are not ASCII, deep nesting."""
    if isinstance(value, dict):
        _refuse_deeper(depth)
        for key, inner in value.items():
            if not (isinstance(key, str) and key.isascii()):
                raise Refused("The key {key} is not plain ASCII. Rename it.", key=ascii(key))
            if inner.__class__ is not str:  # most are, and a call costs more than a look
                _refuse_outside(inner, depth + 1)
    elif isinstance(value, list | tuple):
        _refuse_deeper(depth)
        for inner in value:
            _refuse_outside(inner, depth + 1)
    elif not (value is None or isinstance(value, str | bool)):
        _refuse_number(value)


def _refuse_deeper(depth: int) -> None:
    if depth > MOST_DEPTH:
        raise Refused("The entry is nested more than {most} levels deep. Record its parts apart.", most=MOST_DEPTH)


def _refuse_number(value: Any) -> None:
    if isinstance(value, float):
        raise Refused('The number {number} has a fraction. Write it as text, such as "1200.00".', number=value)
    if not isinstance(value, int):
        raise TypeError(f"{type(value).__name__} has no place in a record")
    if not -EXACT < value < EXACT:
        raise Refused("The number {number} is too large to be kept exactly. Write it as text.", number=value)


def _why_not_canonical(data: bytes) -> str:
    """Told apart because a doubled key is a forger's trick and stray spaces are another program's habit."""
    try:
        json.loads(data, object_pairs_hook=_each_once)
    except KeyError:
        return N_("The record names a key twice.")
    except ValueError:
        return N_("The record is not JSON text in UTF-8.")
    return N_("The record is not in canonical form (RFC 8785).")


def _each_once(pairs: list[tuple[str, Any]]) -> None:
    if len({key for key, _ in pairs}) != len(pairs):
        raise KeyError
