"""One record of the log: its frozen value, its bytes, and what is refused when they are read (4-evidence 4.1)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from app.errors import Refused
from app.ledger.canonical import canonical, decanonical

VERSION = 1
MOST_BYTES = 1 << 20

Body = dict[str, Any]


class Record(Struct, frozen=True, kw_only=True):
    """A record as it stands in the log. `sha256` is that of its stored bytes; `rec_utc` has milliseconds and a Z."""

    v: int = VERSION
    log: str
    seq: int
    prev: str
    client: int
    cseq: int
    cprev: str | None
    kind: str
    rec_utc: str
    salt: str
    body: Body
    sha256: str

    @property
    def recorded(self) -> datetime:
        """When it was recorded, in UTC, cut to whole seconds (D18)."""
        return instant(self.rec_utc).replace(microsecond=0)


def moment(at: datetime) -> str:
    """`at` as `rec_utc` writes it: UTC, milliseconds, Z."""
    at = at.astimezone(UTC)
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"


def instant(rec_utc: str) -> datetime:
    """The instant that `rec_utc` names, in UTC, with its milliseconds."""
    return datetime.fromisoformat(rec_utc)


def body_bytes(body: Body) -> bytes:
    """The canonical bytes of a body, the second level of its record; Refused outside the limits."""
    return canonical(body, 2)


def ending(
    *, log: str, seq: int, prev: str, client: int, cseq: int, cprev: str | None, kind: str, rec_utc: str, salt: str
) -> bytes:
    """What follows the body in a record: the other keys in RFC 8785 order."""
    before = "null" if cprev is None else f'"{cprev}"'
    return (
        f',"client":{client},"cprev":{before},"cseq":{cseq},"kind":"{kind}","log":"{log}","prev":"{prev}",'
        f'"rec_utc":"{rec_utc}","salt":"{salt}","seq":{seq},"v":{VERSION}}}'
    ).encode("ascii")


def assemble(body: bytes, rest: bytes) -> bytes:
    """The canonical bytes of a record from those of its body and its `ending`."""
    data = b'{"body":' + body + rest
    if len(data) > MOST_BYTES:
        raise Refused("The entry is longer than 1 MiB. Attach the long part as a file instead.")
    return data


def parse(data: bytes) -> Record:
    """A record from its stored bytes; Refused where they are not exactly what 4.1 allows."""
    if len(data) > MOST_BYTES:
        raise Refused("The record is longer than 1 MiB.")
    value = decanonical(data)
    if not isinstance(value, dict) or value.keys() != _RIGHT.keys():
        raise Refused("The record has not exactly the keys of its format.")
    for key, right in _RIGHT.items():
        if not right(value[key]):
            raise Refused("The record has a wrong value under {key}.", key=key)
    return Record(sha256=hashlib.sha256(data).hexdigest(), **value)


def _whole(least: int, most: int = 1 << 53) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and least <= value <= most


def _like(pattern: str) -> Callable[[Any], bool]:
    match = re.compile(pattern, re.ASCII).fullmatch
    return lambda value: isinstance(value, str) and match(value) is not None


_hex32, _hex64 = _like(r"[0-9a-f]{32}"), _like(r"[0-9a-f]{64}")
_RIGHT: dict[str, Callable[[Any], bool]] = {
    "v": _whole(VERSION, VERSION),
    "log": _hex32,
    "seq": _whole(1),
    "prev": _hex64,
    "client": _whole(0),
    "cseq": _whole(1),
    "cprev": lambda value: value is None or _hex64(value),
    "kind": _like(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*"),
    "rec_utc": _like(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
    "salt": _hex32,
    "body": lambda value: isinstance(value, dict),
}
