"""A client's entries in order of what happened (D18), page by page; by key, never by offset."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.facts.entries import Entry
from app.storage.connection import Connection
from app.storage.shelf.entries import COLUMNS, SOURCE, entry_of

_END = 1 << 62


def newest(connection: Connection, client: int, limit: int) -> list[Entry]:
    """The last `limit` entries, oldest first."""
    return _before(connection, client, (_END, _END), limit)


def older(connection: Connection, client: int, entry: Entry, limit: int) -> list[Entry]:
    """The last `limit` entries before `entry`, oldest first."""
    return _before(connection, client, (int(entry.happened.timestamp()), entry.seq), limit)


def newer(connection: Connection, client: int, entry: Entry, limit: int) -> list[Entry]:
    """The first `limit` entries after `entry`, oldest first."""
    return _after(connection, client, (int(entry.happened.timestamp()), entry.seq), limit)


def around(
    connection: Connection, client: int, at: datetime, seq: int, before: int, after: int
) -> tuple[list[Entry], list[Entry]]:
    """The last `before` entries before a place in the order of what happened, the first `after` ones from it on."""
    second = int(at.timestamp())
    return (
        _before(connection, client, (second, seq), before),
        _after(connection, client, (second, seq - 1), after),
    )


def until(connection: Connection, client: int, end: datetime, limit: int) -> list[Entry]:
    """The last `limit` entries that happened before an instant, oldest first."""
    return _before(connection, client, (int(end.timestamp()), 0), limit)


def between(connection: Connection, client: int, start: datetime, end: datetime) -> list[Entry]:
    """The entries that happened in [start, end), oldest first."""
    return _rows(
        connection,
        "entry.client = ? AND entry.happened >= ? AND entry.happened < ? ORDER BY entry.happened, entry.seq",
        (client, int(start.timestamp()), int(end.timestamp())),
    )


def _after(connection: Connection, client: int, key: tuple[int, int], limit: int) -> list[Entry]:
    return _rows(
        connection,
        "entry.client = ? AND (entry.happened, entry.seq) > (?, ?) ORDER BY entry.happened, entry.seq LIMIT ?",
        (client, *key, limit),
    )


def _before(connection: Connection, client: int, key: tuple[int, int], limit: int) -> list[Entry]:
    found = _rows(
        connection,
        "entry.client = ? AND (entry.happened, entry.seq) < (?, ?)"
        " ORDER BY entry.happened DESC, entry.seq DESC LIMIT ?",
        (client, *key, limit),
    )
    return found[::-1]


def _rows(connection: Connection, where: str, values: tuple[Any, ...]) -> list[Entry]:
    rows = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM {SOURCE} WHERE {where}", values)
    return [entry_of(row) for row in rows]
