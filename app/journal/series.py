"""Regular calls: the next dates of the agreed rhythm, and the plan of each of them (1.4, D13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from app.errors import Refused
from app.facts.series import SeriesDate
from app.facts.terms import CallTerms
from app.facts.work import Call
from app.journal.rooms import Room
from app.rules.calls import planned_at
from app.rules.regular import next_calls
from app.rules.series import MOST_DATES
from app.rules.view import ClientView

USUAL_DATES = 4


class Series(Room):
    """Series of calls with all clients. An entry of its own stands for each call; nothing binds them together."""

    def propose(
        self,
        client: int,
        count: int = USUAL_DATES,
        *,
        hour: str = "",
        first: date | None = None,
        every_days: int = 0,
        now: datetime | None = None,
    ) -> tuple[SeriesDate, ...]:
        """The next dates of the agreed rhythm, by app.rules.regular; nothing is written."""
        if not 1 <= count <= MOST_DATES:
            raise Refused("A series has 1 to {most} calls. Choose a number between them.", most=MOST_DATES)
        return next_calls(self._view(client, now), count, hour=hour, first=first, every_days=every_days)

    def plan(
        self,
        client: int,
        dates: Sequence[SeriesDate],
        *,
        topics: Sequence[str] = (),
        minutes: int = 0,
        channel: str = "",
        purpose: str = "regular",
        agreed_in: int | None = None,
    ) -> tuple[int, ...]:
        """Plan a call for each date, all or none; wall time in the client's zone, because zone rules change (B3)."""
        terms = self.journal.agreements.in_force(client).terms
        length = minutes or (terms.calls.minutes if isinstance(terms.calls, CallTerms) else 0)
        spoken = channel or next((c.channel for c in terms.agreed_channels if "calls" in c.purposes), "")
        with self.journal.act():
            return tuple(
                self.journal.calls.plan(
                    client, local=each.local, zone=each.zone, minutes=length, channel=spoken, topics=topics,
                    purpose=purpose, agreed_in=agreed_in,
                )
                for each in dates
            )  # fmt: skip

    def ahead(self, client: int, now: datetime | None = None) -> tuple[Call, ...]:
        """The regular calls that are planned and not over yet, in their order."""
        view = self._view(client, now)
        found = [
            (at, call.number, call) for call in view.snapshot.calls if _is_regular(call) if (at := planned_at(call))
        ]
        return tuple(call for at, _, call in sorted(found, key=_when) if at > view.now)

    def _view(self, client: int, now: datetime | None) -> ClientView:
        at = now or self.journal.clock()
        return ClientView(self.journal.desk.snapshot(client, at), at)


def _is_regular(call: Call) -> bool:
    return call.state == "planned" and call.purpose == "regular"


def _when(found: tuple[datetime, int, Call]) -> tuple[datetime, int]:
    return found[0], found[1]
