"""Verbs about requests: what the owner asks of the client, and how the client answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace

from app.errors import Refused
from app.facts.work import Request
from app.journal.edits import terms_at
from app.journal.rooms import Room, when
from app.rules.both_calendars import their_calendar
from app.rules.promises import Promised, client_term
from app.rules.working_time import closing
from app.storage.shelf import items, parties


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
        **more: Any,
    ) -> int:
        """Ask for things; the client's clock starts. Gives the request's number."""
        if not lines:
            raise Refused("A request needs at least one line: what the client is to send or decide.")
        with self.journal.act() as act:
            asked = at or act.now
            term = self.term(client, asked, sort, on)
            body = {
                "sort": sort,
                "items": [{"n": n, "text": text} for n, text in enumerate(lines, start=1)],
                "needed_for": list(needed_for),
                "due": term.on,
                "closing": term.closing,
                "zone": term.zone,
                "terms": terms_at(act.connection, client, asked).entry,
                "channel": channel or ("" if message else self.journal.talk.usual_channel(client, at)),
                "message": message,
            }
            counted = (
                {"days": term.days, "rule": term.rule, "count": term.count_body()}
                if on is None
                else {"rule": "by_hand"}
            )
            return act.add("request.made", client, body | counted | more | when(act.connection, at))

    def remind(self, request: int, *, channel: str = "", message: int | None = None, at: datetime | None = None) -> int:
        """A step of the ladder (F14)."""
        found = self.get(request)
        step = len(found.reminders) + 1
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

    def get(self, number: int) -> Request:
        """The request of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Request):
            raise Refused("Entry {number} is not a request to the client. Record the request first.", number=number)
        return found
