"""Entries as they are read: the record's body, or what corrections made of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from app.facts.entries import Entry
from app.facts.work import Step
from app.storage.connection import Connection

_NOTHING: dict[str, str] = {}

COLUMNS = (
    "entry.seq, entry.client, log.kind, entry.happened, entry.recorded, entry.struck, entry.corrected, entry.body,"
    " log.record"
)
SOURCE = "entry JOIN log ON log.seq = entry.seq"


class _Stored(msgspec.Struct):
    body: dict[str, Any]


_DECODER = msgspec.json.Decoder(_Stored)


def body_of(record: bytes | None) -> dict[str, Any]:
    """The body that the record's bytes hold; empty for a redacted one."""
    return _DECODER.decode(record).body if record is not None else {}


def instant(seconds: int) -> datetime:
    """UTC out of the seconds that the tables hold."""
    return datetime.fromtimestamp(seconds, UTC)


def entry_of(row: Sequence[Any]) -> Entry:
    """A row of COLUMNS as an Entry."""
    seq, client, kind, happened, recorded, struck, corrected, changed, record = row
    first = body_of(record)
    body = msgspec.json.decode(changed) if changed is not None else first
    stated = body.get("happened", _NOTHING)
    return Entry(
        seq=seq,
        client=client,
        kind=kind,
        recorded=instant(recorded),
        happened=instant(happened),
        zone=stated.get("zone", ""),
        precision=stated.get("precision", "second"),
        body=body,
        original=first if corrected else None,
        corrected_by=tuple(int(n) for n in corrected.split()) if corrected else (),
        retracted_by=struck,
        redacted=record is None,
    )


def step_of(entry: Entry) -> Step:
    """A step of an item as its facts keep it."""
    return Step(
        entry=entry.seq,
        kind=entry.kind,
        at=entry.happened,
        message=entry.body.get("message"),
        channel=entry.body.get("channel", ""),
    )


def read_entry(connection: Connection, seq: int) -> Entry | None:
    """The entry of that number; None when there is none."""
    row = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.seq = ?", (seq,)).first()
    return entry_of(row) if row else None


def entries_of_item(connection: Connection, number: int) -> list[Entry]:
    """The entries of an item, its beginning included, in order of what happened (D18)."""
    return _read(connection, "entry.item = ? ORDER BY entry.happened, entry.seq", (number,))


def entries_of_kinds(connection: Connection, client: int, kinds: Sequence[str]) -> list[Entry]:
    """A client's entries of some kinds (never messages), in entry order."""
    marks = ", ".join("?" * len(kinds))
    where = (
        f"entry.kind IN ({marks}) AND entry.client = ?"
        " AND entry.kind NOT IN ('message.sent', 'message.received') ORDER BY entry.seq"
    )
    return _read(connection, where, (*kinds, client))


def naming(connection: Connection, target: int, how: str) -> list[Entry]:
    """The entries that name `target` under `how` (of, about, message, person), in order of what happened."""
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM link JOIN entry ON entry.seq = link.seq JOIN log ON log.seq = entry.seq"
        " WHERE link.target = ? AND link.how = ? ORDER BY entry.happened, entry.seq",
        (target, how),
    )
    return [entry_of(row) for row in rows]


def _read(connection: Connection, where: str, values: tuple[Any, ...]) -> list[Entry]:
    rows = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM {SOURCE} WHERE {where}", values)
    return [entry_of(row) for row in rows]
