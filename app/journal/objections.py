"""Verbs about objections: six steps from listening to an outcome, and a pause in a quarrel (3.3, C5, F26)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.errors import Refused
from app.facts.plan import Objection
from app.journal.edits import terms_at
from app.journal.rooms import Room, when
from app.storage.shelf import items

STEPS = ("what", "paraphrase", "common_ground", "proposals", "proof", "outcome")
"""Listen, say it back, find what both want, propose, prove, agree: in this order, each may come later."""


class Objections(Room):
    """Displeasure, at all clients."""

    def raise_(
        self,
        client: int,
        what: str,
        *,
        person: int | None = None,
        channel: str = "",
        message: int | None = None,
        pause_until: datetime | None = None,
        at: datetime | None = None,
        **steps: Any,
    ) -> int:
        """What the client objects to; further steps may be given at once. Gives the objection's number."""
        with self.journal.act() as act:
            body = {
                "what": what,
                "person": person,
                "channel": channel,
                "message": message,
                "pause_until": pause_until,
                "terms": terms_at(act.connection, client, at or act.now).entry,
            }
            return act.add("objection.raised", client, body | _written(steps) | when(act.connection, at))

    def go_on(
        self, objection: int, *, pause_until: datetime | None = None, at: datetime | None = None, **steps: Any
    ) -> int:
        """Another step, or another pause; the last word on each step holds."""
        found = self.get(objection)
        with self.journal.act() as act:
            body = {"item": objection, "what": found.what, "pause_until": pause_until} | _written(steps)
            return act.add("objection.raised", found.client, body | when(act.connection, at))

    def resolve(
        self,
        objection: int,
        *,
        outcome: str = "",
        message: int | None = None,
        at: datetime | None = None,
        **steps: Any,
    ) -> int:
        """It is settled, and how."""
        found = self.get(objection)
        with self.journal.act() as act:
            body = {"item": objection, "outcome": outcome, "message": message} | _written(steps)
            return act.add("objection.resolved", found.client, body | when(act.connection, at))

    def get(self, number: int) -> Objection:
        """The objection of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Objection):
            raise Refused("Entry {number} is not an objection. Record the objection first.", number=number)
        return found

    def of_client(self, client: int) -> tuple[Objection, ...]:
        """Every objection that the client ever raised, oldest first."""
        with self.journal.look() as connection:
            return items.of_noun(items.items_of(connection, client, "objection"), Objection)


def _written(steps: dict[str, Any]) -> dict[str, Any]:
    """Steps as a body has them; one proposal may be given as its words alone."""
    proposals = steps.get("proposals")
    if isinstance(proposals, str):
        return steps | {"proposals": [proposals] if proposals else []}
    return steps if not isinstance(proposals, Sequence) else steps | {"proposals": list(proposals)}
