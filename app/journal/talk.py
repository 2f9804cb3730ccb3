"""Verbs about talk: messages and their marks, attempts, notes, corrections and retractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from app.errors import Refused
from app.facts.work import Request
from app.journal.rooms import Room, when
from app.journal.zones import agreement_at
from app.resources import word_list
from app.rules.closing import needs_no_answer
from app.storage.shelf.talk import waiting_up_to


class Talks(Room):
    """What was said, and what is said about what was said."""

    def sent(
        self,
        client: int,
        text: str,
        *,
        channel: str = "",
        to: int | None = None,
        at: datetime | None = None,
        about: Sequence[int] = (),
        **more: Any,
    ) -> int:
        """A message of mine; `to` None is the contact. Without a channel the preferred one, else other."""
        with self.journal.act() as act:
            body = {"channel": channel or self.usual_channel(client, at), "text": text, "to": to, "about": list(about)}
            sent = act.add("message.sent", client, body | more | when(act.connection, at))
            if to is None:
                self._start_clocks(about, at)
            return sent

    def received(
        self,
        client: int,
        text: str,
        *,
        channel: str = "",
        person: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """A message of theirs; a text that only closes the talk is marked so that it does not wait (C4)."""
        with self.journal.act() as act:
            body: dict[str, Any] = {
                "channel": channel or self.usual_channel(client, at),
                "text": text,
                "person": person,
                "no_answer_needed": closes_talk(text),
            }
            return act.add("message.received", client, body | more | when(act.connection, at))

    def mark(self, client: int, message: int, mark: str, *, on: bool = True) -> int:
        """Set or take back a mark; marking one message marks all that wait before it (C4)."""
        with self.journal.act() as act:
            of = waiting_up_to(act.connection, client, message) if on else [message]
            body = {"of": of, "set": {mark: True}} if on else {"of": of, "drop": [mark]}
            return act.add("message.marked", client, body)

    def attempt(self, client: int, channel: str, what: str, at: datetime | None = None, **more: Any) -> int:
        """Nobody picked up, or it was not delivered; never a contact (C1)."""
        with self.journal.act() as act:
            return act.add("attempt.made", client, {"channel": channel, "what": what} | more | when(act.connection, at))

    def note(self, client: int, text: str, *, private: bool = False, at: datetime | None = None, **more: Any) -> int:
        """A note; a private one never leaves in an export."""
        with self.journal.act() as act:
            body = {"text": text, "private": private} | more
            return act.add("note.written", client, body | when(act.connection, at))

    def correct(self, client: int, of: int, changes: Mapping[str, Any], reason: str, drop: Sequence[str] = ()) -> int:
        """Say what an entry should have said (D4); the old words stay and are shown struck through."""
        if not reason.strip():
            raise Refused("A correction needs its reason. Write in a few words what was wrong.")
        with self.journal.act() as act:
            body = {"of": of, "set": dict(changes), "drop": list(drop), "reason": reason}
            return act.add("entry.corrected", client, body)

    def retract(self, client: int, of: int, reason: str) -> int:
        """Take an entry back, for good; it stays where it stands, struck through."""
        if not reason.strip():
            raise Refused("A retraction needs its reason. Write in a few words what was wrong.")
        with self.journal.act() as act:
            return act.add("entry.retracted", client, {"of": of, "reason": reason})

    def _start_clocks(self, about: Sequence[int], at: datetime | None) -> None:
        """A request that was only written down is asked by the first message about it (B8)."""
        for number in about:
            if isinstance(self.journal.reading.item(number), Request):
                self.journal.requests.start_clock(number, at)

    def usual_channel(self, client: int, at: datetime | None = None) -> str:
        """The preferred channel, else other (5.4)."""
        with self.journal.look() as connection:
            agreement = agreement_at(connection, client, at or self.journal.clock())
        preferred = agreement.terms.preferred if agreement else None
        return preferred.channel if preferred else "other"


def closes_talk(text: str) -> bool:
    """Thanks, ok, got it, a thumb: nothing to answer, in any of the three languages (C4)."""
    return needs_no_answer(text, _closing_words())


@cache
def _closing_words() -> frozenset[str]:
    return frozenset().union(*(word_list("talk", f"closing.{language}") for language in ("en", "ru", "es")))
