"""One line of the journal as it is read: the record, with later corrections and strikes applied."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct

LATE_SECONDS = 24 * 3600
"""Recorded more than this after it happened, an entry is marked late (D2)."""


class Entry(Struct, frozen=True, kw_only=True):
    """An entry: `body` is what holds now, `original` what was first written when it was corrected since."""

    seq: int
    client: int
    kind: str
    recorded: datetime
    happened: datetime
    body: dict[str, Any]
    zone: str = ""
    precision: str = "second"
    original: dict[str, Any] | None = None
    corrected_by: tuple[int, ...] = ()
    retracted_by: int | None = None
    redacted: bool = False

    @property
    def late_seconds(self) -> int:
        """How long after it happened this was recorded, when that is more than 24 hours; else 0 (D2)."""
        delay = int((self.recorded - self.happened).total_seconds())
        return delay if delay > LATE_SECONDS else 0

    @property
    def text(self) -> str:
        """The entry's own words, for lists and search."""
        for key in ("text", "what", "title", "notice", "reason", "note", "name"):
            if isinstance(self.body.get(key), str):
                return str(self.body[key])
        return ""
