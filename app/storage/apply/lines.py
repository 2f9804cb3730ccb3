"""The line of an entry: when it happened, whose act it is, which entries it names, and its words for the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from app.facts.acts import is_quiet, item_begun, side_of, whom
from app.facts.searched import searched
from app.storage.connection import Connection
from app.storage.spelling import SEQ_BITS, foldable, tag_of_client, tag_of_kind

Body = Mapping[str, Any]

ERASED = "erased"
"""Stands in the line of a record whose bytes are gone; the log itself keeps the kind."""

_NAMES = ("message", "person", "of", "about")


class Line(NamedTuple):
    """A row of the table entry, in the order of its columns."""

    seq: int
    client: int
    kind: str
    happened: int
    recorded: int
    item: int | None
    mine: int | None
    quiet: int
    whom: int | None
    channel: str | None
    struck: int | None
    corrected: str | None
    body: str | None
    source: str | None


def line_of(seq: int, client: int, kind: str, rec_utc: str, body: Body) -> Line:
    """The line of an entry that nothing has changed yet."""
    recorded = _seconds(rec_utc)
    stated = body.get("happened")
    item = body.get("item")
    if item is None and item_begun(kind, body):
        item = seq
    source = body.get("source")
    return Line(
        seq=seq,
        client=client,
        kind=kind,
        happened=_seconds(stated["at"]) if stated else recorded,
        recorded=recorded,
        item=item,
        mine=side_of(kind, body),
        quiet=int(is_quiet(kind, body)),
        whom=whom(kind, body),
        channel=body.get("channel"),
        struck=None,
        corrected=None,
        body=None,
        source=source.get("id") if source else None,
    )


def insert_erased(connection: Connection) -> None:
    """The lines of erased records: a place, and no kind that any question asks for.

    What they said when they happened is gone, so they stand where they were recorded (4.7).
    """
    rows = connection.exec_driver_sql("SELECT seq, client, rec_utc FROM log WHERE record IS NULL ORDER BY seq").all()
    if rows:
        insert_lines(connection, [line_of(seq, client, ERASED, rec_utc, {}) for seq, client, rec_utc in rows])


def struck(line: Line, by: int) -> Line:
    """The line after a retraction: it stays where it stood, and counts for nothing."""
    return line._replace(struck=by, mine=None, source=None)


def insert_lines(connection: Connection, lines: Sequence[Line]) -> None:
    """Write new lines."""
    connection.exec_driver_sql(f"INSERT INTO entry VALUES ({', '.join('?' * len(Line._fields))})", list(lines))


def replace_line(connection: Connection, line: Line) -> None:
    """Write the line of an entry anew."""
    connection.exec_driver_sql("DELETE FROM entry WHERE seq = ?", (line.seq,))
    insert_lines(connection, [line])


def links_of(seq: int, body: Body) -> Iterator[tuple[int, str, int]]:
    """(target, how, seq) for each entry that the body names."""
    for how in _NAMES:
        named = body.get(how)
        if isinstance(named, int):
            if named:
                yield named, how, seq
        elif named:
            for target in dict.fromkeys(named):
                yield target, how, seq


def insert_links(connection: Connection, links: Iterable[tuple[int, str, int]]) -> None:
    """Write which entries name which."""
    rows = list(links)
    if rows:
        connection.exec_driver_sql("INSERT INTO link VALUES (?, ?, ?)", rows)


def insert_words(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Write the words of entries into the search: (rowid, words, tags), in the order of rowids."""
    if rows:
        connection.exec_driver_sql("INSERT INTO search (rowid, words, tags) VALUES (?, ?, ?)", sorted(rows))


def drop_words(connection: Connection, line: Line) -> None:
    """Take an entry out of the search."""
    connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (search_key(line),))


def search_key(line: Line) -> int:
    """The rowid under which the search holds an entry."""
    return -((line.happened << SEQ_BITS) | line.seq)


def words_of(line: Line, body: Body) -> tuple[int, str, str]:
    """The row of the search for an entry: NFC, NUL as U+2400, ё as е (B9)."""
    found = "\n".join(searched(line.kind, body))
    tags = f"{tag_of_client(line.client)} {tag_of_kind(line.kind)} {line.channel or ''}"
    return search_key(line), foldable(found), tags


def _seconds(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() // 1)
