"""Regular calls: the next dates of the agreed rhythm, and the plan of each of them (1.4, D13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from app.errors import Refused
from app.facts.calendar_body import minute_of
from app.facts.series import SeriesDate
from app.facts.terms import CallTerms
from app.facts.wall_time import local_date, local_time
from app.facts.work import Call
from app.journal.rooms import Room
from app.rules.calls import planned_at
from app.rules.series import MOST_DATES, Rhythm, series
from app.rules.shared_hours import overlap
from app.rules.view import ClientView

USUAL_DATES = 4
USUAL_HOUR = "10:00"
_DAY = timedelta(days=1)


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
        """The next dates at one wall hour of the client, moved off both sides' days off; nothing is written.

        They follow the last call that is planned or was held, whatever its purpose but urgent; `first` begins anew on
        that day. `hour` is HH:MM where the client is; without it that of the last call, else the first one shared.
        """
        if not 1 <= count <= MOST_DATES:
            raise Refused("A series has 1 to {most} calls. Choose a number between them.", most=MOST_DATES)
        view = self._view(client, now)
        theirs = view.their_calendar(view.terms)
        zone = view.client.zone or theirs.zone
        rhythm = self._rhythm(view, zone, hour, every_days)
        last = first - rhythm.every_days * _DAY if first else self._last(view, zone)
        tomorrow = local_date(zone, view.now) + _DAY
        return tuple(series(rhythm, last, view.mine, theirs.in_zone(zone), count, None if first else tomorrow))

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

    def _rhythm(self, view: ClientView, zone: str, hour: str, every_days: int) -> Rhythm:
        terms = view.terms.calls
        agreed = terms if isinstance(terms, CallTerms) else None
        every = every_days or (agreed.every_days if agreed else 0)
        if every < 1:
            raise Refused("No rhythm of calls is agreed with this client. Say every how many days they are.")
        if hour:
            minute_of(hour)
        return Rhythm(
            every_days=every,
            tolerance_days=agreed.tolerance_days if agreed else 0,
            hour=hour or self._usual_hour(view, zone),
            zone=zone,
        )

    def _usual_hour(self, view: ClientView, zone: str) -> str:
        known = [at for call in self._calls(view) if (at := _began(call))]
        if known:
            return f"{local_time(zone, max(known)):%H:%M}"
        shared = overlap(view.terms.client_hours, view.terms.my_hours, view.today)
        return shared[0] if shared else USUAL_HOUR

    def _last(self, view: ClientView, zone: str) -> date:
        """The day from which the rhythm runs on: of the last call, else the agreement's first day (F13)."""
        days = [local_date(zone, at) for call in self._calls(view) if (at := _began(call))]
        days += [call.planned_day for call in self._calls(view) if call.planned_day and not call.planned_local]
        return max(days, default=view.agreement.effective_from or view.day_of(view.client.added))

    def _calls(self, view: ClientView) -> tuple[Call, ...]:
        last = view.snapshot.last_held_call
        planned = tuple(call for call in view.snapshot.calls if call.state == "planned" and call.purpose != "urgent")
        return planned + ((last,) if last is not None else ())

    def _view(self, client: int, now: datetime | None) -> ClientView:
        at = now or self.journal.clock()
        return ClientView(self.journal.desk.snapshot(client, at), at)


def _is_regular(call: Call) -> bool:
    return call.state == "planned" and call.purpose == "regular"


def _began(call: Call) -> datetime | None:
    """When it is planned for, or was planned for, or was held."""
    return planned_at(call) or (call.held.at if call.held else None)


def _when(found: tuple[datetime, int, Call]) -> tuple[datetime, int]:
    return found[0], found[1]
