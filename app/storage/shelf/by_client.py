"""A question asked for one client, or once for all of them: two hundred small queries cost more than one large (Q5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Row = TypeVar("Row")


def of_client(client: int | None) -> tuple[str, tuple[int, ...]]:
    """The end of a question and its values: of one client, or (None) of all."""
    return ("", ()) if client is None else (" WHERE client = ?", (client,))


def by_client(rows: Iterable[tuple[int, Row]]) -> dict[int, tuple[Row, ...]]:
    """Rows by the client that each begins with, in the order in which they come."""
    found: dict[int, list[Row]] = {}
    for client, row in rows:
        found.setdefault(client, []).append(row)
    return {client: tuple(each) for client, each in found.items()}
