"""Gathers the queue of time stamps: what lies on the shelf, and the entries that name the tokens (4.4)."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.facts.stamps import StampQueue, StampRow, StampState
from app.storage import checkpoint_table, stamp_table
from app.storage.stamp_table import Stamp

if TYPE_CHECKING:
    from app.journal.journal import Journal


def queue_of(journal: Journal) -> StampQueue:
    """Everything there is, newest first; reads only."""
    named = {each["token"]["sha256"]: each for each in journal.evidence.anchors() if each.get("token")}
    with journal.look() as connection:
        found = stamp_table.stamps(connection)
        last = checkpoint_table.latest(connection)
    rows = tuple(_row(stamp, named) for stamp in reversed(found))
    size, _ = journal.size_and_head()
    return StampQueue(rows=rows, entries=size, newest=last.size if last else 0)


def _row(stamp: Stamp, named: dict[str, dict[str, Any]]) -> StampRow:
    if stamp.reply is None:
        return StampRow(number=stamp.number, size=stamp.size, state=StampState.WAITING)
    anchor = named.get(hashlib.sha256(stamp.reply).hexdigest())
    if anchor is None:
        return StampRow(number=stamp.number, size=stamp.size, state=StampState.UNCHECKED)
    at = anchor.get("stamped_utc")
    return StampRow(
        number=stamp.number, size=stamp.size, state=StampState.ANSWERED, authority=anchor.get("authority", ""),
        at=datetime.fromisoformat(at) if at else None, entry=anchor["entry"],
    )  # fmt: skip
