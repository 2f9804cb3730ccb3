"""The shelf of checkpoints: their texts and signatures, at most one per size, kept and not derived (4-evidence 4.2)."""

from __future__ import annotations

from typing import NamedTuple

from app.storage.connection import Connection


class Shelved(NamedTuple):
    """A checkpoint as it was signed: six lines of text and the armoured signature over them."""

    size: int
    text: str
    signature: str


def put(connection: Connection, checkpoint: Shelved) -> None:
    """Keep it; the size must be new."""
    connection.exec_driver_sql("INSERT INTO checkpoints (size, text, signature) VALUES (?, ?, ?)", tuple(checkpoint))


def latest(connection: Connection) -> Shelved | None:
    """The one of the greatest size."""
    row = connection.exec_driver_sql("SELECT size, text, signature FROM checkpoints ORDER BY size DESC LIMIT 1").first()
    return Shelved(*row) if row else None


def every(connection: Connection) -> list[Shelved]:
    """All of them, by size."""
    rows = connection.exec_driver_sql("SELECT size, text, signature FROM checkpoints ORDER BY size")
    return [Shelved(*row) for row in rows]
