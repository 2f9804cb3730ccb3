"""What a week's sheet asks of the tables: items that stirred, requests open at its end, calls."""

from __future__ import annotations

from datetime import datetime

from app.facts.work import AnyItem
from app.storage.connection import Connection
from app.storage.shelf.items import item


def items_stirred(connection: Connection, client: int, start: datetime, end: datetime) -> list[AnyItem]:
    """Items with an entry that happened in [start, end), and those still open, by number."""
    rows = connection.exec_driver_sql(
        "SELECT DISTINCT item FROM entry WHERE client = ?1 AND happened >= ?2 AND happened < ?3 AND item IS NOT NULL"
        " UNION SELECT number FROM item WHERE client = ?1 AND open > 0 AND begun < ?3 ORDER BY 1",
        (client, int(start.timestamp()), int(end.timestamp())),
    )
    found = [item(connection, number) for number in rows.scalars().all()]
    return [each for each in found if each is not None]
