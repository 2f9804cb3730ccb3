"""Questions about the agreements of clients, in all their versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec

from app.facts.terms import Agreement, Terms
from app.facts.wall_time import start_instant
from app.storage.connection import Connection
from app.storage.shelf.by_client import by_client, of_client
from app.storage.shelf.entries import instant


def agreements(connection: Connection, client: int) -> tuple[Agreement, ...]:
    """The versions of a client's agreement, in the order in which they take effect."""
    return agreements_by_client(connection, client).get(client, ())


def agreements_by_client(connection: Connection, client: int | None = None) -> dict[int, tuple[Agreement, ...]]:
    """The versions of the agreements of all clients (or of one), each in the order in which they take effect."""
    where, values = of_client(client)
    rows = connection.exec_driver_sql(f"SELECT client, entry, facts FROM agreement{where} ORDER BY entry", values)
    stored = by_client((number, version) for number, *version in rows)
    return {number: _in_effect(versions) for number, versions in stored.items()}


def _in_effect(versions: Iterable[Sequence[Any]]) -> tuple[Agreement, ...]:
    made = [_agreement(number, entry, facts) for number, (entry, facts) in enumerate(versions, start=1)]
    return tuple(sorted(made, key=_effect))


def _effect(agreement: Agreement) -> tuple[date, int]:
    assert agreement.effective_from is not None
    return agreement.effective_from, agreement.entry


@lru_cache(maxsize=1024)
def _agreement(number: int, entry: int, facts: str) -> Agreement:
    stored = msgspec.json.decode(facts)
    body = stored["body"]
    terms = msgspec.convert(body, Terms)
    effective_from = date.fromisoformat(body["effective_from"])
    return Agreement(
        entry=entry,
        terms=terms,
        effective_from=effective_from,
        since=start_instant(terms.zone, effective_from),
        agreed_how=body["agreed_how"],
        confirmed=None if stored["confirmed"] is None else instant(stored["confirmed"]),
        preset=body.get("preset", ""),
        number=number,
    )
