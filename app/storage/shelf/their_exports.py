"""Which entries also stand in an export that the client made (4.6, DUP)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.facts.entries import Entry
from app.storage.connection import Connection
from app.storage.shelf.entries import COLUMNS, SOURCE, entry_of
from app.storage.shelf.erasure import sourceless_imports

_ASK = (
    "SELECT link.target, min(link.seq) FROM entry JOIN link ON link.seq = entry.seq AND link.how = 'about'"
    " WHERE entry.kind = 'file.imported' AND entry.struck IS NULL"
    " AND entry.kind NOT IN ('message.sent', 'message.received') AND {where} GROUP BY link.target"
)


def in_their_exports(connection: Connection, client: int) -> dict[int, int]:
    """The import of the client's own export for each entry that stands in it, too; not where its file was erased."""
    rows = connection.exec_driver_sql(_ASK.format(where="entry.client = ?"), (client,))
    return _standing(connection, rows)


def in_their_export(connection: Connection, number: int) -> int | None:
    """The same of one entry; None where it stands in none."""
    rows = connection.exec_driver_sql(_ASK.format(where="link.target = ?"), (number,))
    return _standing(connection, rows).get(number)


def messages_of(connection: Connection, client: int) -> Iterator[Entry]:
    """The messages of a client that stand, in entry order."""
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS} FROM {SOURCE} WHERE entry.client = ? AND entry.kind IN ('message.sent', 'message.received')"
        " AND entry.struck IS NULL ORDER BY entry.seq",
        (client,),
    )
    return (entry_of(row) for row in rows)


def _standing(connection: Connection, rows: Iterable[Sequence[Any]]) -> dict[int, int]:
    gone = sourceless_imports(connection)
    return {int(target): int(seq) for target, seq in rows if int(seq) not in gone}
