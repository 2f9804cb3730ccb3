"""When the next regular calls with a client would be: the agreed rhythm, from the last call on, at its hour (F13)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.errors import Refused
from app.facts.calendar_body import minute_of
from app.facts.series import SeriesDate
from app.facts.terms import CallTerms
from app.facts.wall_time import local_date, local_time
from app.facts.work import Call
from app.rules.calls import planned_at
from app.rules.series import Rhythm, first_free, series
from app.rules.shared_hours import overlap
from app.rules.view import ClientView

USUAL_HOUR = "10:00"
_DAY = timedelta(days=1)


def next_calls(
    view: ClientView, count: int, *, hour: str = "", first: date | None = None, every_days: int = 0
) -> tuple[SeriesDate, ...]:
    """The next dates at one wall hour of the client, none before tomorrow, moved off both sides' days off.

    They follow the last call that is planned or was held, whatever its purpose but urgent; where the rhythm's day has
    passed, the first one is the next day on which both work. `first` begins anew on that day. `hour` is HH:MM where
    the client is; without it that of the last call, else the first one shared.
    Refused where no rhythm is agreed and none is given.
    """
    theirs = view.their_calendar(view.terms)
    zone = view.client.zone or theirs.zone
    rhythm = _rhythm(view, zone, hour, every_days)
    every, there = rhythm.every_days * _DAY, theirs.in_zone(zone)
    tomorrow = local_date(zone, view.now) + _DAY
    last = first - every if first else _last(view, zone)
    if first is None and last + every < tomorrow:
        last = first_free(rhythm, tomorrow, view.mine, there) - every
    return tuple(series(rhythm, last, view.mine, there, count, None if first else tomorrow))


def _rhythm(view: ClientView, zone: str, hour: str, every_days: int) -> Rhythm:
    agreed = view.terms.calls if isinstance(view.terms.calls, CallTerms) else None
    every = every_days or (agreed.every_days if agreed else 0)
    if every < 1:
        raise Refused("No rhythm of calls is agreed with this client. Say every how many days they are.")
    if hour:
        minute_of(hour)
    return Rhythm(
        every_days=every,
        tolerance_days=agreed.tolerance_days if agreed else 0,
        hour=hour or _usual_hour(view, zone),
        zone=zone,
    )


def _usual_hour(view: ClientView, zone: str) -> str:
    known = [at for call in _calls(view) if (at := _began(call))]
    if known:
        return f"{local_time(zone, max(known)):%H:%M}"
    shared = overlap(view.terms.client_hours, view.terms.my_hours, view.today)
    return shared[0] if shared else USUAL_HOUR


def _last(view: ClientView, zone: str) -> date:
    """The day from which the rhythm runs on: of the last call, else the agreement's first day (F13)."""
    days = [local_date(zone, at) for call in _calls(view) if (at := _began(call))]
    days += [call.planned_day for call in _calls(view) if call.planned_day and not call.planned_local]
    return max(days, default=view.agreement.effective_from or view.day_of(view.client.added))


def _calls(view: ClientView) -> tuple[Call, ...]:
    last = view.snapshot.last_held_call
    planned = tuple(call for call in view.snapshot.calls if call.state == "planned" and call.purpose != "urgent")
    return planned + ((last,) if last is not None else ())


def _began(call: Call) -> datetime | None:
    """When it is planned for, or was planned for, or was held."""
    return planned_at(call) or (call.held.at if call.held else None)
