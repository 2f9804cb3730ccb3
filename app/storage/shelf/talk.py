"""Questions about talk: the last contact, what waits since, this week's acts; answered from one covering index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from app.facts.entries import Entry
from app.facts.snapshot import Side, Talk
from app.storage.connection import Connection
from app.storage.shelf.entries import COLUMNS, SOURCE, entry_of, instant

MOST_LINES = 2000
"""So many lines of talk make a snapshot; of a client who chats all day the oldest waiting and the newest are kept."""

_FEW, _MANY = 4, 100


class Touch(NamedTuple):
    """An act of mine as the index holds it."""

    happened: datetime
    entry: int
    whom: int | None
    channel: str | None


def touches(connection: Connection, client: int) -> Iterator[Touch]:
    """My contacts, newest first; lazily, because the first one is nearly always the one that is looked for."""
    before, limit = (1 << 62, 1 << 62), _FEW
    ask = (
        "SELECT happened, seq, whom, channel FROM entry WHERE client = ? AND mine = 1 AND quiet = 0"
        " AND (happened, seq) < (?, ?) ORDER BY happened DESC, seq DESC LIMIT ?"
    )
    while rows := connection.exec_driver_sql(ask, (client, *before, limit)).all():
        for happened, seq, whom, channel in rows:
            yield Touch(instant(happened), seq, whom, channel)
        before, limit = (rows[-1][0], rows[-1][1]), _MANY


def talk_since(connection: Connection, client: int, since: datetime | None) -> tuple[Talk, ...]:
    """Every act of talk from `since` on (None: from the first), oldest first (D18)."""
    start = -(1 << 62) if since is None else int(since.timestamp())
    rows = connection.exec_driver_sql(
        f"SELECT {COLUMNS}, entry.mine, entry.quiet, entry.whom FROM {SOURCE}"
        " WHERE entry.client = ? AND entry.mine IN (0, 1) AND entry.happened >= ?"
        " ORDER BY entry.happened, entry.seq LIMIT ?",
        (client, start, MOST_LINES),
    )
    return tuple(talk_line(entry_of(row[:9]), *row[9:]) for row in rows)


def talk_numbered(connection: Connection, numbers: Iterable[int]) -> tuple[Talk, ...]:
    """The acts of talk of those numbers; others are left out."""
    asked = (
        f"SELECT {COLUMNS}, entry.mine, entry.quiet, entry.whom FROM {SOURCE}"
        " WHERE entry.seq = ? AND entry.mine IN (0, 1)"
    )
    rows = (connection.exec_driver_sql(asked, (number,)).first() for number in numbers)
    return tuple(talk_line(entry_of(row[:9]), *row[9:]) for row in rows if row)


def talk_line(entry: Entry, mine: int, quiet: int, whom: int | None) -> Talk:
    """An entry of the index over talk as the rules read it."""
    body: dict[str, Any] = entry.body
    return Talk(
        entry=entry.seq,
        at=entry.happened,
        recorded=entry.recorded,
        side=Side.MINE if mine else Side.THEIRS,
        kind=entry.kind,
        person=whom,
        channel=body.get("channel", ""),
        text=entry.text[:400],
        group=body.get("group", False),
        also_news=body.get("also_news", False),
        about=tuple(body.get("about", ())),
        no_answer_needed=bool(quiet),
        imported="source" in body,
    )


def waiting_up_to(connection: Connection, client: int, message: int) -> list[int]:
    """The received messages that stand unmarked between my last act before `message` and it, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT seq FROM entry AS line WHERE client = ?1 AND mine = 0 AND (quiet = 0 OR seq = ?2)"
        " AND (happened, seq) <= (SELECT happened, seq FROM entry WHERE seq = ?2)"
        " AND (happened, seq) > (SELECT coalesce(max(happened), -1), coalesce(max(seq), 0) FROM"
        " (SELECT happened, seq FROM entry WHERE client = ?1 AND mine = 1 AND quiet = 0 AND (happened, seq) <"
        " (SELECT happened, seq FROM entry WHERE seq = ?2) ORDER BY happened DESC, seq DESC LIMIT 1))"
        " ORDER BY happened, seq",
        (client, message),
    )
    return list(rows.scalars()) or [message]
