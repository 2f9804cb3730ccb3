"""Verbs about risks: noticed, told to the client, passed (1.3, F17)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.errors import Refused
from app.facts.plan import Risk
from app.journal.edits import terms_at
from app.journal.rooms import Room, when
from app.storage.shelf import items

CAUSES = ("me", "client", "third_party", "outside")
"""Whose doing a risk is, in the words of the record format."""


class Risks(Room):
    """What may go wrong, at all clients."""

    def notice(
        self,
        client: int,
        text: str,
        *,
        threatens: int | None = None,
        cause: str = "",
        known_at: datetime | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """Something may go wrong. `threatens` is an item, `known_at` when it became known. Gives the risk's number."""
        with self.journal.act() as act:
            body = {
                "text": text,
                "threatens": threatens,
                "cause": cause,
                "known_at": known_at,
                "terms": terms_at(act.connection, client, at or act.now).entry,
            }
            return act.add("risk.noticed", client, body | more | when(act.connection, at))

    def warn(
        self,
        risk: int,
        *,
        text: str = "",
        channel: str = "",
        message: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """The client was warned; without a message or a channel, in the usual channel (a contact, C1)."""
        found = self.get(risk)
        through = channel or ("" if message else self.journal.talk.usual_channel(found.client, at))
        return self._step(found, "risk.warned", at, {"text": text, "channel": through, "message": message} | more)

    def pass_(self, risk: int, *, reason: str = "", at: datetime | None = None, **more: Any) -> int:
        """It did not happen, or it is over."""
        return self._step(self.get(risk), "risk.passed", at, {"reason": reason} | more)

    def get(self, number: int) -> Risk:
        """The risk of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Risk):
            raise Refused("Entry {number} is not a risk. Record the risk first.", number=number)
        return found

    def of_client(self, client: int) -> tuple[Risk, ...]:
        """Every risk ever noticed at the client, oldest first."""
        with self.journal.look() as connection:
            return items.of_noun(items.items_of(connection, client, "risk"), Risk)

    def _step(self, risk: Risk, kind: str, at: datetime | None, body: dict[str, Any]) -> int:
        with self.journal.act() as act:
            return act.add(kind, risk.client, {"item": risk.number} | body | when(act.connection, at))
