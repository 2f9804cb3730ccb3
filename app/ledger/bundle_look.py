"""A bundle of rows judged as a whole: everything 4.1 and 4.2 ask of an entry, or no answer (8.1, Q12).

A bundle that fails is looked at again row by row; what exactly is wrong is said there alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence

import msgspec
from msgspec import Struct

from app.ledger.head import LIST_LINE_BYTES, Head
from app.ledger.many_bodies import Bodies, BodyReader
from app.ledger.record import Body
from app.ledger.tip import Place
from app.storage.log_bundles import NO_LINK, Bundle

_HEX = b"0123456789abcdef"
_MOMENT = len('"2026-01-05T09:00:00.000Z",')
_SORTS = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_numbers = msgspec.json.Decoder(list[int]).decode
_words = msgspec.json.Decoder(list[str]).decode


class Before(Struct, frozen=True):
    """What the entries before a bundle came to."""

    head: Head
    last_utc: str
    places: dict[int, Place]
    place_of: Callable[[int], Place]
    """For a client who is not among the places."""


class Sound(Struct, frozen=True):
    """What a bundle showed in which every row is as it must be, and is nothing to remark."""

    head: Head
    heads: list[bytes]
    """Before its first entry, before its second …"""
    last_utc: str
    last_kind: str
    places: dict[int, Place]
    """Of the clients in it."""
    kinds: list[str]
    bodies: list[Body]
    names_files: bool
    """Whether any of the bodies may have attachments."""


def look(bundle: Bundle, before: Before, reader: BodyReader) -> Sound | None:
    """The sound bundle; None where it is to be looked at row by row."""
    if not (_is_whole(bundle, before) and _gives_its_hashes(bundle)):
        return None
    head = before.head.copy()
    heads = head.add_lines(bundle.lines)
    if b"".join(heads).hex().encode() != bundle.prevs or bundle.salts.translate(None, _HEX):
        return None
    try:
        kinds, moments = _words(bundle.kinds), _words(bundle.moments)
        clients, cseqs = _numbers(bundle.clients), _numbers(bundle.cseqs)
    except msgspec.MsgspecError:
        return None
    if moments[0] < before.last_utc or sorted(moments) != moments or not all(map(_SORTS.fullmatch, set(kinds))):
        return None
    places = _linked(bundle, before, clients, cseqs, kinds)
    bodies: Bodies | None = reader.values(bundle.bodies, bundle.rows) if places is not None else None
    if places is None or bodies is None:
        return None
    names_files = b'"attachments":' in bundle.bodies
    return Sound(head, heads, moments[-1], kinds[-1], places, kinds, bodies, names_files)


def _is_whole(bundle: Bundle, before: Before) -> bool:
    """Whether the rows are the next ones, none is missing, and every value has the width on which the rest counts."""
    count = bundle.rows
    return (
        bundle.sound == count
        and bundle.first == before.head.size + 1
        and bundle.last == before.head.size + count
        and len(bundle.lines) == LIST_LINE_BYTES * count
        and len(bundle.salts) == 32 * count
        and len(bundle.moments) == _MOMENT * count + 1
    )


def _gives_its_hashes(bundle: Bundle) -> bool:
    sha256 = hashlib.sha256
    records = (bundle.records or b"").split(b"\n")
    return len(records) == bundle.rows and b"".join([sha256(each).digest() for each in records]) == bundle.digests


def _linked(
    bundle: Bundle, before: Before, clients: Sequence[int], cseqs: Sequence[int], kinds: Sequence[str]
) -> dict[int, Place] | None:
    """Where each client stands after the bundle, if each entry follows that client's last one and nobody is unknown."""
    places: dict[int, Place] = {}
    expected: list[str] = []
    digits, here, earlier = bundle.digests.hex(), places.get, before.places.get
    for at, (client, cseq) in enumerate(zip(clients, cseqs, strict=True)):
        last, link = here(client) or earlier(client) or before.place_of(client)
        if cseq != last + 1 or not (last or _may_begin(client, bundle.first + at, kinds[at])):
            return None
        expected.append(link or NO_LINK)
        places[client] = (cseq, digits[64 * at : 64 * at + 64])
    return places if "".join(expected).encode() == bundle.links else None


def _may_begin(client: int, seq: int, kind: str) -> bool:
    """Whether that entry may be a client's first: the journal's own, or the one that adds the client."""
    return not client or (kind, client) == ("client.added", seq)
