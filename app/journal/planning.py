"""The verb about planning sessions: one entry per client; the results are then to be written (F19)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.journal.rooms import Room, when


class Planning(Room):
    """Planning sessions."""

    def hold(self, client: int, text: str, *, at: datetime | None = None, **more: Any) -> int:
        """What was decided for the client's next period; "write the results" falls due at that day's closing."""
        with self.journal.act() as act:
            return act.add("planning.held", client, {"text": text} | more | when(act.connection, at))
