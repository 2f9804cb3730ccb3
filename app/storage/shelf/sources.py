"""What was imported before: source ids of a client's entries, and earlier imports of a file."""

from __future__ import annotations

from app.facts.entries import Entry
from app.storage.connection import Connection
from app.storage.shelf.entries import entries_of_kinds


def known_sources(connection: Connection, client: int) -> dict[str, int]:
    """The entry of each source id that stands in the client's journal; retracted ones do not."""
    rows = connection.exec_driver_sql(
        "SELECT source, seq FROM entry WHERE client = ? AND source IS NOT NULL ORDER BY seq", (client,)
    )
    return {str(source): int(seq) for source, seq in rows}


def imports_of(connection: Connection, client: int) -> list[Entry]:
    """The client's imports that stand, oldest first."""
    found = entries_of_kinds(connection, client, ("file.imported",))
    return [entry for entry in found if entry.retracted_by is None]


def entries_of_import(connection: Connection, client: int, number: int) -> list[int]:
    """The entries that one import made and that stand."""
    rows = connection.exec_driver_sql(
        "SELECT entry.seq FROM entry JOIN log ON log.seq = entry.seq"
        " WHERE entry.client = ? AND entry.source IS NOT NULL"
        " AND json_extract(CAST(log.record AS TEXT), '$.body.source.import') = ? ORDER BY entry.seq",
        (client, number),
    )
    return list(rows.scalars())
