"""What the statistics ask of the tables: all the talk of a client, all the items, and the rarer kinds, a query each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from app.facts.entries import Entry
from app.facts.snapshot import Talk
from app.facts.work import AnyItem
from app.storage.connection import Connection
from app.storage.shelf.entries import COLUMNS, SOURCE, entries_of_kinds, entry_of, instant
from app.storage.shelf.talk import talk_line

_ITEM: msgspec.json.Decoder[AnyItem] = msgspec.json.Decoder(AnyItem)


class Spoken(NamedTuple):
    """A line of talk, and whether its hour says when somebody worked: known, and not a machine's."""

    line: Talk
    clocked: bool


def all_talk(connection: Connection, client: int, until: datetime) -> list[Spoken]:
    """Every act of talk up to an instant, oldest first (D18), from the index over talk."""
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS}, entry.mine, entry.quiet, entry.whom FROM {SOURCE}"
        " WHERE entry.client = ? AND entry.mine IN (0, 1) AND entry.happened <= ?"
        " ORDER BY entry.happened, entry.seq",
        (client, int(until.timestamp())),
    )
    return [_spoken(entry_of(row[:9]), *row[9:]) for row in rows]


def first_said(connection: Connection, client: int) -> datetime | None:
    """When the oldest act of talk happened; None while nobody said anything."""
    found = connection.exec_driver_sql(
        "SELECT happened FROM entry WHERE client = ? AND mine IN (0, 1) ORDER BY happened LIMIT 1", (client,)
    ).scalar()
    return None if found is None else instant(int(found))


def _spoken(entry: Entry, mine: int, quiet: int, whom: int | None) -> Spoken:
    return Spoken(talk_line(entry, mine, quiet, whom), entry.precision != "day" and "automatic" not in entry.body)


def all_items(connection: Connection, client: int, until: datetime) -> list[AnyItem]:
    """Every item that began up to an instant, by number within a noun."""
    rows = connection.exec_driver_sql(
        "SELECT facts FROM item WHERE client = ? AND begun <= ? ORDER BY sort, number",
        (client, int(until.timestamp())),
    )
    return [_ITEM.decode(facts) for facts in rows.scalars()]


def counted_entries(connection: Connection, client: int, kinds: Sequence[str], until: datetime) -> list[Entry]:
    """Entries of the rarer kinds that stand, in the order of what happened; retracted and later ones are left out."""
    found = entries_of_kinds(connection, client, kinds)
    return sorted((e for e in found if e.retracted_by is None and e.happened <= until), key=_moment)


def _moment(entry: Entry) -> tuple[datetime, int]:
    return entry.happened, entry.seq
