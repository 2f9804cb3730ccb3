"""The verb about what the client says of the work: scores by subject from 1 to 5, and words (1.3, F25)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.journal.rooms import Room, when

SUBJECTS = ("work", "talk", "reports", "paperwork", "telephony")


class Feedback(Room):
    """Feedback of all clients."""

    def note(
        self,
        client: int,
        scores: Mapping[str, int | str] | None = None,
        *,
        text: str = "",
        person: int | None = None,
        channel: str = "",
        message: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """`scores` by subject (SUBJECTS), each 1 to 5; words alone will do as well."""
        given = {subject: str(score) for subject, score in (scores or {}).items() if score}
        body = {"scores": given, "text": text, "person": person, "channel": channel, "message": message}
        with self.journal.act() as act:
            return act.add("feedback.given", client, body | more | when(act.connection, at))
