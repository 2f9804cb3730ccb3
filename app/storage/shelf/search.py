"""Search as one types: all words or their beginnings, newest first by the rowid itself, inside one client or all."""

from __future__ import annotations

import re

from app.facts.entries import Entry
from app.storage.connection import Connection
from app.storage.shelf.entries import COLUMNS, entry_of
from app.storage.spelling import foldable

_WORD = re.compile(r"\w+")


def search(connection: Connection, words: str, client: int | None, limit: int) -> list[Entry]:
    """The newest `limit` entries that hold every word; the last word may be a beginning. Quoted, so no syntax."""
    asked = _WORD.findall(foldable(words))
    if not asked:
        return []
    parts = [f'words : "{word}" *' for word in asked]
    if client is not None:
        parts.append(f'tags : "c{client}"')
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM (SELECT rowid & 268435455 AS seq FROM search WHERE search MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) AS hit JOIN entry ON entry.seq = hit.seq JOIN log ON log.seq = hit.seq"
        " ORDER BY entry.happened DESC, entry.seq DESC",
        (" AND ".join(parts), limit),
    )
    return [entry_of(row) for row in rows]
