"""Verbs about words that both sides use: what each means by "good site", and what was agreed (1.3)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from app.errors import Refused
from app.facts.plan import Understanding
from app.journal.rooms import Room, when
from app.storage.shelf import items


class Understandings(Room):
    """Words, at all clients."""

    def note(
        self,
        client: int,
        word: str,
        *,
        mine: str = "",
        theirs: str = "",
        number: str = "",
        unit: str = "",
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """A word, what I mean by it, what they mean; `number` is a decimal as written, in `unit`."""
        with self.journal.act() as act:
            body = {"word": word, "mine": mine, "theirs": theirs, "number": number, "unit": unit}
            return act.add("understanding.noted", client, body | more | when(act.connection, at))

    def settle(
        self,
        understanding: int,
        state: str = "agreed",
        *,
        message: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """Agreed or refused; `more` may say the last word on mine, theirs, number, unit."""
        found = self.get(understanding)
        with self.journal.act() as act:
            body = {"item": understanding, "state": state, "message": message}
            return act.add("understanding.settled", found.client, body | more | when(act.connection, at))

    def get(self, number: int) -> Understanding:
        """The word of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Understanding):
            raise Refused("Entry {number} is not a word that was noted. Note the word first.", number=number)
        return found

    def of_client(self, client: int) -> tuple[Understanding, ...]:
        """Every word ever noted with the client, oldest first."""
        with self.journal.look() as connection:
            return items.of_noun(items.items_of(connection, client, "understanding"), Understanding)
