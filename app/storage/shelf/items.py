"""Questions about items: the open ones of a client, one by number, those of a stretch of time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

import msgspec

from app.facts.plan import Form, Goal, Objection, Risk, Stage, Understanding
from app.facts.work import AnyItem, Call, Edit, Request
from app.storage.connection import Connection

_DECODER: msgspec.json.Decoder[AnyItem] = msgspec.json.Decoder(AnyItem)


@lru_cache(maxsize=4096)
def _decode(facts: str) -> AnyItem:
    """The open items are asked for each minute, and hardly any of them has changed: values are shared, being frozen."""
    return _DECODER.decode(facts)


def item(connection: Connection, number: int) -> AnyItem | None:
    """The item of that number; None when there is none or its beginning was retracted."""
    facts = connection.exec_driver_sql("SELECT facts FROM item WHERE number = ?", (number,)).scalar()
    return _DECODER.decode(facts) if facts else None


NOD_SECONDS = 120 * 24 * 3600
"""An item that only waits for the client's nod is looked at for so long after it last stirred."""

_OPEN = (
    "SELECT client, sort, number, facts FROM item WHERE open = 1 AND open > 0{one}"
    " UNION ALL SELECT client, sort, number, facts FROM item WHERE open = 2 AND open > 0 AND stirred > ?{one}"
)
"""Says `open > 0` for SQLite, which otherwise does not see that the indexes over what is open will do."""


def open_items(connection: Connection, client: int, now: datetime) -> list[AnyItem]:
    """A client's open items, oldest number first within a noun."""
    of_one = _OPEN.format(one=" AND client = ?")
    rows = connection.exec_driver_sql(
        f"SELECT facts FROM ({of_one}) ORDER BY sort, number", (client, _horizon(now), client)
    )
    return [_decode(facts) for facts in rows.scalars()]


def open_requests(connection: Connection, client: int, now: datetime) -> tuple[Request, ...]:
    """A client's open requests alone, oldest number first."""
    of_one = _OPEN.format(one=" AND client = ? AND sort = 'request'")
    rows = connection.exec_driver_sql(f"SELECT facts FROM ({of_one}) ORDER BY number", (client, _horizon(now), client))
    return of_noun([_decode(facts) for facts in rows.scalars()], Request)


def all_open_items(connection: Connection, now: datetime) -> dict[int, list[AnyItem]]:
    """The open items of all clients, by client."""
    found: dict[int, list[AnyItem]] = {}
    of_all = _OPEN.format(one="")
    rows = connection.exec_driver_sql(
        f"SELECT client, facts FROM ({of_all}) ORDER BY client, sort, number", (_horizon(now),)
    )
    for client, facts in rows:
        found.setdefault(client, []).append(_decode(facts))
    return found


def _horizon(now: datetime) -> int:
    return int(now.timestamp()) - NOD_SECONDS


def items_of(connection: Connection, client: int, sort: str) -> list[AnyItem]:
    """Every item of one noun that a client ever had, in order of its beginning."""
    rows = connection.exec_driver_sql(
        "SELECT facts FROM item WHERE client = ? AND sort = ? ORDER BY begun, number", (client, sort)
    )
    return [_DECODER.decode(facts) for facts in rows.scalars()]


def items_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, AnyItem]:
    """Items by number; those that are none are left out."""
    found = ((number, item(connection, number)) for number in numbers)
    return {number: each for number, each in found if each is not None}


def last_held_calls(connection: Connection, client: int | None = None) -> dict[int, Call]:
    """The last held call of any purpose but urgent (F13) of each client, or of one."""
    one, values = ("", ()) if client is None else (" WHERE party.number = ?", (client,))
    rows = connection.exec_driver_sql(
        "SELECT number, (SELECT facts FROM item WHERE item.client = party.number AND held IS NOT NULL"
        f" ORDER BY held DESC LIMIT 1) FROM party{one}",
        values,
    )
    found = ((number, _decode(facts)) for number, facts in rows if facts)
    return {number: call for number, call in found if isinstance(call, Call)}


Noun = TypeVar("Noun", Edit, Call, Request, Stage, Risk, Goal, Understanding, Objection, Form)


def of_noun(items: Sequence[AnyItem], noun: type[Noun]) -> tuple[Noun, ...]:
    """The items of one noun."""
    return tuple(each for each in items if isinstance(each, noun))
