"""A reader of DER, just enough to take a time stamp's reply apart without believing anything it says (X.690)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

SEQUENCE, SET, INTEGER, OCTETS, OID = 0x30, 0x31, 0x02, 0x04, 0x06
CONTEXT_0 = 0xA0
_LONG_TAG = 0x1F
_MOST_LENGTH_BYTES = 4


class NotDer(Exception):
    """The bytes are not what DER would have them."""


class Part(NamedTuple):
    """One element: its tag byte, what it holds, and its bytes with tag and length."""

    tag: int
    value: bytes
    whole: bytes


def only(data: bytes, tag: int) -> Part:
    """The one element that these bytes are; NotDer where it is another, is cut short, or something follows it."""
    part = _at(data, 0)
    if part.tag != tag or len(part.whole) != len(data):
        raise NotDer
    return part


def parts(part: Part) -> list[Part]:
    """The elements inside."""
    return list(_walk(part.value))


def _walk(data: bytes) -> Iterator[Part]:
    place = 0
    while place < len(data):
        part = _at(data, place)
        yield part
        place += len(part.whole)


def _at(data: bytes, place: int) -> Part:
    if place + 2 > len(data) or data[place] & _LONG_TAG == _LONG_TAG:
        raise NotDer
    first, start = data[place + 1], place + 2
    length = first
    if first >= 0x80:
        count = first & 0x7F
        if not 1 <= count <= _MOST_LENGTH_BYTES or start + count > len(data):
            raise NotDer
        length = int.from_bytes(data[start : start + count], "big")
        start += count
    if start + length > len(data):
        raise NotDer
    return Part(data[place], data[start : start + length], data[place : start + length])
