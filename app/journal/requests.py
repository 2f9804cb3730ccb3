"""Verbs about requests: what the owner asks of the client, and how the client answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace

from app.errors import Refused
from app.facts.today import Owed
from app.facts.work import Request
from app.journal.edits import terms_at
from app.journal.owed import owed_by
from app.journal.rooms import Room, when
from app.rules.both_calendars import their_calendar
from app.rules.promises import Promised, client_term
from app.rules.view import ClientView
from app.rules.working_time import closing
from app.storage.shelf import items, parties
from app.words import words_for


class Requests(Room):
    """What clients owe."""

    def term(self, client: int, asked: datetime, sort: str = "material", on: date | None = None) -> Promised:
        """The day by which the terms want an answer (W9), on the client's calendar; nothing is written."""
        with self.journal.look() as connection:
            agreement = terms_at(connection, client, asked)
            found = parties.client(connection, client)
            assert found is not None
            calendar = their_calendar(found, agreement.terms)
        days = agreement.terms.client_answer.days if sort == "answer" else agreement.terms.information.days
        promised = client_term(calendar, asked, days, zone=agreement.terms.zone)
        if on is None:
            return promised
        return replace(promised, on=on, closing=closing(calendar.in_zone(agreement.terms.zone), on), count=())

    def make(
        self,
        client: int,
        lines: Sequence[str],
        *,
        sort: str = "material",
        channel: str = "",
        message: int | None = None,
        at: datetime | None = None,
        on: date | None = None,
        needed_for: Sequence[int] = (),
        told: bool = True,
        **more: Any,
    ) -> int:
        """Ask for things; the client's clock starts. Gives the request's number.

        `told` False: it is written down and still to be asked; the term counts from the message that asks (B8). A
        day picked by hand (`on`) stands either way.
        """
        if not lines:
            raise Refused("A request needs at least one line: what the client is to send or decide.")
        with self.journal.act() as act:
            asked = at or act.now
            term = self.term(client, asked, sort, on)
            usual = "" if message or not told else self.journal.talk.usual_channel(client, at)
            body = {
                "sort": sort,
                "items": [{"n": n, "text": text} for n, text in enumerate(lines, start=1)],
                "needed_for": list(needed_for),
                "terms": terms_at(act.connection, client, asked).entry,
                "channel": channel or usual,
                "message": message,
            }
            counted = _binding(term, by_hand=on is not None) if told or on is not None else {}
            return act.add("request.made", client, body | counted | more | when(act.connection, at))

    def start_clock(self, request: int, at: datetime | None = None) -> int | None:
        """The client was asked now: from here the term counts, frozen as a correction (B8, D4). None if it runs."""
        found = self.get(request)
        if found.told is not None or found.closing is not None or found.ended is not None:
            return None
        with self.journal.act() as act:
            term = self.term(found.client, at or act.now, found.kind)
            languages = parties.owner(act.connection).languages
            words = words_for(languages[0] if languages else "en")
            reason = words.text("The client was asked only then; the term counts from there.")
            return self.journal.talk.correct(found.client, request, _binding(term, by_hand=False), reason)

    def remind(self, request: int, *, channel: str = "", message: int | None = None, at: datetime | None = None) -> int:
        """A step of the ladder (F14); one that nobody was told of yet is asked by it."""
        found = self.get(request)
        step = len(found.reminders) + 1
        with self.journal.act():
            self.start_clock(request, at)
            return self.step(request, "request.reminded", at, channel=channel, message=message, step=step)

    def answer(
        self,
        request: int,
        lines: Sequence[int] = (),
        *,
        complete: bool = False,
        message: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """Some lines came, or all of them."""
        found = self.get(request)
        unknown = [n for n in lines if n not in {each.n for each in found.items}]
        if unknown:
            raise Refused("The request has no line {n}.", n=unknown[0])
        return self.step(request, "request.answered", at, items=list(lines), complete=complete, message=message, **more)

    def step(self, request: int, kind: str, at: datetime | None = None, **body: Any) -> int:
        """Any step: request.reminded, .answered, .withdrawn, .waived."""
        found = self.get(request)
        with self.journal.act() as act:
            return act.add(kind, found.client, {"item": request} | body | when(act.connection, at))

    def clocks(self, item: int) -> tuple[Owed, ...]:
        """Both clocks of each open request that an edit or a stage waits for (D10, D11)."""
        found = self.journal.reading.item(item)
        now = self.journal.clock()
        view = ClientView(self.journal.desk.snapshot(found.client, now), now) if found is not None else None
        waited_for = {each.number for each in view.snapshot.requests if item in each.needed_for} if view else set()
        return tuple(each for each in owed_by(view) if each.item in waited_for) if view else ()

    def get(self, number: int) -> Request:
        """The request of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Request):
            raise Refused("Entry {number} is not a request to the client. Record the request first.", number=number)
        return found


def _binding(term: Promised, *, by_hand: bool) -> dict[str, Any]:
    """The day that binds, frozen with its count (B3); one picked by hand has none."""
    found: dict[str, Any] = {"due": term.on, "closing": term.closing, "zone": term.zone}
    if by_hand:
        return found | {"rule": "by_hand"}
    return found | {"days": term.days, "rule": term.rule, "count": term.count_body()}
