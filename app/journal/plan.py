"""Verbs about stages: planned for a day, started, moved with a cause, delivered, accepted, dropped (1.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from app.errors import Refused
from app.facts.plan import Stage
from app.facts.plan_page import PlanPage
from app.journal.edits import terms_at
from app.journal.rooms import Room, when
from app.rules.both_calendars import my_calendar
from app.rules.view import ClientView
from app.rules.working_time import closing
from app.storage.database import Connection
from app.storage.shelf import items, parties

CAUSES = ("me", "client", "third_party", "outside", "new_agreement")
"""Why a stage moved, in the words of the record format."""


class Plan(Room):
    """The stages of all clients."""

    def plan(
        self,
        client: int,
        title: str,
        *,
        deliverable: str = "",
        due: date | None = None,
        order: int = 0,
        channel: str = "",
        message: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """A part of the plan, after those that are there unless `order` says its place. Gives the stage's number."""
        with self.journal.act() as act:
            planned = at or act.now
            body = {
                "title": title,
                "deliverable": deliverable,
                **_binding(act.connection, client, due, planned),
                "order": order or self._next_place(client),
                "terms": terms_at(act.connection, client, planned).entry,
                "channel": channel,
                "message": message,
            }
            return act.add("stage.planned", client, body | more | when(act.connection, at))

    def start(self, stage: int, *, at: datetime | None = None, **more: Any) -> int:
        """Work on the stage has begun; ends F27."""
        return self._step(stage, "stage.started", at, more)

    def move(
        self,
        stage: int,
        due: date,
        cause: str,
        *,
        agreed_in: int | None = None,
        reason: str = "",
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """Another day, because of me, the client, a third party, something outside, or a new agreement (CAUSES).

        `agreed_in` is the entry in which the client agreed; without it the stage was moved by me alone (F18).
        """
        found = self.get(stage)
        with self.journal.act() as act:
            body = _binding(act.connection, found.client, due, at or act.now)
            body |= {"cause": cause, "agreed_in": agreed_in, "reason": reason}
            return self._step(stage, "stage.moved", at, body | more)

    def deliver(
        self,
        stage: int,
        *,
        channel: str = "",
        message: int | None = None,
        links: Sequence[str] = (),
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """The result is handed over; told when it names a channel or a message (F6, B8)."""
        body = {"channel": channel, "message": message, "links": list(links)}
        return self._step(stage, "stage.delivered", at, body | more)

    def accept(
        self,
        stage: int,
        *,
        by_silence: bool = False,
        message: int | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """The client accepted what was delivered, in words or, as the terms have it, by silence."""
        return self._step(stage, "stage.accepted", at, {"by_silence": by_silence, "message": message} | more)

    def drop(self, stage: int, *, reason: str = "", at: datetime | None = None, **more: Any) -> int:
        """The stage is not done any more; it stays on record, struck through."""
        return self._step(stage, "stage.dropped", at, {"reason": reason} | more)

    def get(self, number: int) -> Stage:
        """The stage of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Stage):
            raise Refused("Entry {number} is not a stage. Plan the stage first.", number=number)
        return found

    def of_client(self, client: int) -> tuple[Stage, ...]:
        """Every stage that the client's plan ever had, in the order of the plan."""
        with self.journal.look() as connection:
            found = items.of_noun(items.items_of(connection, client, "stage"), Stage)
        return tuple(sorted(found, key=lambda stage: (stage.order, stage.begun, stage.number)))

    def page(self, client: int, now: datetime | None = None) -> PlanPage:
        """Everything that the Plan tab shows of the client, as it stands at `now`."""
        from app.journal.plan_page import plan_page

        at = now or self.journal.clock()
        seen = self.journal.desk.snapshot(client, at)
        with self.journal.look() as connection:
            return plan_page(connection, ClientView(seen, at))

    def _next_place(self, client: int) -> int:
        return max((stage.order for stage in self.of_client(client)), default=0) + 1

    def _step(self, stage: int, kind: str, at: datetime | None, body: dict[str, Any]) -> int:
        found = self.get(stage)
        with self.journal.act() as act:
            return act.add(kind, found.client, {"item": stage} | body | when(act.connection, at))


def _binding(connection: Connection, client: int, due: date | None, at: datetime) -> dict[str, Any]:
    """A day that binds, frozen: its closing by my hours, in the zone of dates (B3, W8)."""
    if due is None:
        return {}
    terms = terms_at(connection, client, at).terms
    calendar = my_calendar(parties.owner(connection), terms).in_zone(terms.zone)
    return {"due": due, "closing": closing(calendar, due), "zone": terms.zone}
