"""What is asked of the search: words, and what the entries they stand in must be (6.2)."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct

SORTS: Final[dict[str, tuple[str, ...]]] = {
    "message": ("message.sent", "message.received"),
    "call": ("call.held", "call.planned", "call.moved", "call.missed", "call.cancelled", "call.confirmed"),
    "edit": (
        "edit.requested", "edit.promised", "edit.delivered", "edit.accepted", "edit.returned", "edit.confirmed",
        "edit.clarified", "edit.declined", "edit.withdrawn",
    ),
    "request": ("request.made", "request.reminded", "request.answered", "request.waived", "request.withdrawn"),
    "note": ("note.written",),
    "plan": (
        "stage.planned", "stage.started", "stage.moved", "stage.delivered", "stage.accepted", "stage.dropped",
        "planning.held", "understanding.noted", "understanding.settled", "work.stopped", "work.resumed",
    ),
    "goal": ("goal.set", "goal.measured", "goal.closed"),
    "risk": ("risk.noticed", "risk.warned", "risk.passed"),
    "objection": ("objection.raised", "objection.resolved", "feedback.given"),
    "payment": ("payment.noted",),
    "agreement": ("agreement.made", "agreement.confirmed"),
    "report": ("report.sent",),
}  # fmt: skip
"""The kinds of entries that are looked for together, by the word for them."""


class Asked(Struct, frozen=True, kw_only=True):
    """Words and filters; what is empty asks for nothing. `since` and `until` are instants: [since, until)."""

    words: str = ""
    client: int | None = None
    channel: str = ""
    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is looked for."""
        return not (self.words.strip() or self.client or self.channel or self.kinds or self.since or self.until)
