"""Search as one types: all words or their beginnings, newest first by the rowid itself, inside one client or all."""

from __future__ import annotations

from datetime import datetime

from app.facts.entries import Entry
from app.facts.found_words import wanted
from app.facts.search import Asked
from app.storage.connection import Connection
from app.storage.shelf.entries import COLUMNS, entry_of
from app.storage.shelf.search_words import said
from app.storage.spelling import SEQ_BITS, tag_of_client, tag_of_kind

_FIRST, _LAST = -(1 << 63), (1 << 63) - 1


def search(
    connection: Connection, words: str, client: int | None, limit: int, before: Entry | None = None
) -> list[Entry]:
    """The newest `limit` entries that hold every word, newest first."""
    return found(connection, Asked(words=words, client=client), limit, before) if wanted(words) else []


def found(connection: Connection, asked: Asked, limit: int, before: Entry | None = None) -> list[Entry]:
    """The newest `limit` entries that are as asked, newest first; `before` goes on after the last one of a page."""
    looked_for = wanted(asked.words)
    if asked.words.strip() and not looked_for:
        return []
    parts = [*_tags(asked), *said(connection, looked_for)]
    newest = _FIRST if asked.until is None else 1 - _key(asked.until)
    oldest = _LAST if asked.since is None else -_key(asked.since)
    if before is not None:
        newest = max(newest, 1 - (_key(before.happened) | before.seq))
    match, values = ("search MATCH ? AND ", (" AND ".join(parts),)) if parts else ("", ())
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM (SELECT -rowid & {(1 << SEQ_BITS) - 1} AS seq FROM search WHERE {match}"
        "rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?) AS hit"
        " JOIN entry ON entry.seq = hit.seq JOIN log ON log.seq = hit.seq"
        " ORDER BY entry.happened DESC, entry.seq DESC",
        (*values, newest, oldest, limit),
    )
    return [entry_of(row) for row in rows]


def _tags(asked: Asked) -> list[str]:
    found = [f'"{tag_of_client(asked.client)}"'] if asked.client is not None else []
    if asked.channel:
        found.append(f'"{asked.channel}"')
    if asked.kinds:
        found.append("(" + " OR ".join(f'"{tag_of_kind(kind)}"' for kind in asked.kinds) + ")")
    return [f"tags : {tag}" for tag in found]


def _key(at: datetime) -> int:
    return int(at.timestamp()) << SEQ_BITS
