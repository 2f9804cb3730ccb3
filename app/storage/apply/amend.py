"""Corrections, marks and retractions: what an entry says now is worked out anew from every entry that is `of` it."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from app.storage.apply.lines import (
    Line,
    drop_words,
    insert_links,
    insert_words,
    line_of,
    links_of,
    replace_line,
    struck,
    words_of,
)
from app.storage.connection import Connection
from app.storage.shelf.entries import body_of

_OF = """
    SELECT log.seq, log.kind, log.record FROM link JOIN log ON log.seq = link.seq
    WHERE link.target = ? AND link.how = 'of' ORDER BY log.seq
"""
_LINE = f"SELECT {', '.join(Line._fields)} FROM entry WHERE seq = ?"


def amend(connection: Connection, seq: int) -> Line | None:
    """Write the line, the links and the words of an entry as all that is `of` it leaves them; the new line."""
    row = connection.exec_driver_sql(_LINE, (seq,)).first()
    if row is None:
        return None
    old = Line(*row)
    client, kind, rec_utc, record = connection.exec_driver_sql(
        "SELECT client, kind, rec_utc, record FROM log WHERE seq = ?", (seq,)
    ).one()
    if record is None:
        return None  # erased (4.7): whatever was said of it says nothing any more
    now = _effective(connection, seq, body_of(record))
    body = now.body
    line = line_of(seq, client, kind, rec_utc, body)
    if now.changed:
        numbers = " ".join(str(n) for n in now.corrected_by)
        line = line._replace(corrected=numbers or None, body=msgspec.json.encode(body).decode())
    stop = now.retracted_by or _begin_struck(connection, line)
    line = struck(line, stop) if stop else line
    drop_words(connection, old)
    replace_line(connection, line)
    insert_words(connection, [words_of(line, body)])
    connection.exec_driver_sql("DELETE FROM link WHERE seq = ? AND how != 'of'", (seq,))
    insert_links(connection, [link for link in links_of(seq, body) if link[1] != "of"])
    return line


class _Now(NamedTuple):
    body: dict[str, Any]
    changed: bool
    corrected_by: list[int]
    retracted_by: int | None


def _effective(connection: Connection, seq: int, body: dict[str, Any]) -> _Now:
    """What holds after everything that is `of` the entry, in entry order (1.3b)."""
    corrected_by: list[int] = []
    retracted_by: int | None = None
    changed = False
    for number, kind, record in connection.exec_driver_sql(_OF, (seq,)):
        change = body_of(record)
        if kind == "entry.retracted":
            retracted_by = retracted_by or number
        elif kind in ("entry.corrected", "message.marked"):
            body = {key: value for key, value in body.items() if key not in change.get("drop", ())}
            body |= change.get("set", {})
            changed = True
            if kind == "entry.corrected":
                corrected_by.append(number)
    return _Now(body, changed, corrected_by, retracted_by)


def _begin_struck(connection: Connection, line: Line) -> int | None:
    """Retracting the entry that began an item retracts the item, and strikes what followed (1.3b)."""
    if line.item is None or line.item == line.seq:
        return None
    begin = connection.exec_driver_sql("SELECT struck FROM entry WHERE seq = ?", (line.item,)).scalar()
    return int(begin) if begin is not None else None
