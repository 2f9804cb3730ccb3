"""Verbs about payments: money that came, and what for; the days until the start run from it (1.4, F27)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app.facts.wall_time import local_date
from app.journal.rooms import Room, when
from app.journal.zones import zone_of_dates


class Payments(Room):
    """Payments of all clients."""

    def note(
        self,
        client: int,
        amount: str,
        currency: str = "EUR",
        *,
        for_what: str = "",
        received_on: date | None = None,
        at: datetime | None = None,
        **more: Any,
    ) -> int:
        """`amount` is a decimal as written ("1200.00"); received today in the zone of dates unless a day is named."""
        with self.journal.act() as act:
            noted = at or act.now
            body = {
                "sum": {"amount": amount, "currency": currency},
                "for": for_what,
                "received_on": received_on or local_date(zone_of_dates(act.connection, client, noted), noted),
            }
            return act.add("payment.noted", client, body | more | when(act.connection, at))
