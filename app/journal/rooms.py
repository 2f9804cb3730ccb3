"""What every room of verbs has: the journal it belongs to; and what leads into rooms."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from app.journal.bodies import WholeDay, happened
from app.storage.database import Connection
from app.storage.shelf.parties import owner

if TYPE_CHECKING:
    from app.journal.journal import Journal


class Room:
    """A room of verbs about one noun."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal


class Rooms:
    """What leads into rooms is the journal itself; each room is given the whole of it."""

    @property
    def _whole(self) -> Journal:
        return cast("Journal", self)


def when(connection: Connection, at: datetime | None, precision: str = "minute") -> dict[str, Any]:
    """`{"happened": …}` for an instant that was typed; empty for now; a WholeDay has no clock (B2)."""
    if at is None:
        return {}
    if isinstance(at, WholeDay):
        precision = "day"
    return {"happened": happened(at, owner(connection).zone, precision=precision)}
