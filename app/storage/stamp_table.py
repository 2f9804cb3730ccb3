"""The shelf of time stamps: requests that wait and replies that came, kept and not derived (4-evidence 4.2, 4.4)."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from app.storage.connection import Connection


class Stamp(NamedTuple):
    """A request over the checkpoint of `size` entries; `reply` and `authority` are None while it waits."""

    number: int
    size: int
    request: bytes
    reply: bytes | None
    authority: str | None


_ASK = "SELECT number, size, request, reply, authority FROM stamps"


def put_request(connection: Connection, size: int, request: bytes) -> int:
    """Queue a request; gives its number."""
    ask = "INSERT INTO stamps (size, request) VALUES (?, ?) RETURNING number"
    return int(connection.exec_driver_sql(ask, (size, request)).scalar_one())


def put_reply(connection: Connection, number: int, reply: bytes, authority: str) -> None:
    """Keep the reply to that request."""
    ask = "UPDATE stamps SET reply = ?, authority = ? WHERE number = ? AND reply IS NULL"
    connection.exec_driver_sql(ask, (reply, authority, number))


def put_answered(connection: Connection, size: int, request: bytes, reply: bytes, authority: str) -> int:
    """Keep a reply that no waiting request asked for: a second authority's, or one to a request made elsewhere."""
    ask = "INSERT INTO stamps (size, request, reply, authority) VALUES (?, ?, ?, ?) RETURNING number"
    return int(connection.exec_driver_sql(ask, (size, request, reply, authority)).scalar_one())


def stamps(connection: Connection) -> list[Stamp]:
    """All of them, by the size of their checkpoints."""
    return [Stamp(*row) for row in connection.exec_driver_sql(f"{_ASK} ORDER BY size, number")]


def waiting(connection: Connection) -> list[Stamp]:
    """Requests without a reply."""
    return [stamp for stamp in stamps(connection) if stamp.reply is None]


def token_hashes(connection: Connection) -> set[str]:
    """The SHA-256 hex of every reply."""
    return {hashlib.sha256(stamp.reply).hexdigest() for stamp in stamps(connection) if stamp.reply is not None}


def is_news(connection: Connection, size: int) -> bool:
    """Whether anything but stamps of the journal's own was recorded after the first `size` entries."""
    ask = "SELECT 1 FROM log WHERE seq > ? AND NOT (client = 0 AND kind = 'journal.anchored') LIMIT 1"
    return connection.exec_driver_sql(ask, (size,)).first() is not None
