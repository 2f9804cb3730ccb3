"""How a call stands: what its plan lacks, when it should be over, and whether its summary is told and confirmed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from app.facts.wall_time import local_date, wall_instant
from app.facts.work import Call
from app.rules.promises import client_term
from app.rules.view import ClientView

_at = lru_cache(maxsize=1024)(wall_instant)


def planned_at(call: Call) -> datetime | None:
    """The instant that a plan means by today's zone rules (B3); None while only the day is known."""
    return _at(call.planned_zone, call.planned_local) if call.planned_local else None


def day_of_call(view: ClientView, call: Call) -> date | None:
    """The planned day in the zone of dates; the plan's own day while no hour is agreed."""
    at = planned_at(call)
    return local_date(view.terms.zone, at) if at else call.planned_day


def planned_end(view: ClientView, call: Call) -> datetime | None:
    """When a planned call is over; with only a day, when my day closes (F11)."""
    at = planned_at(call)
    if at is not None:
        return at + timedelta(minutes=call.minutes)
    return view.closing(call.planned_day) if call.planned_day else None


def lacking(call: Call) -> tuple[str, ...]:
    """What was not agreed beforehand: topic, time, channel (F9, D13)."""
    missing = []
    if not call.planned_topics:
        missing.append("topic")
    if not call.planned_local:
        missing.append("time")
    if not call.channel:
        missing.append("channel")
    return tuple(missing)


def unsettled_topics(call: Call) -> tuple[str, ...]:
    """Topics of a held call without a written outcome; "nothing decided" is one (D14)."""
    return tuple(topic.title for topic in call.topics if not topic.outcomes)


def ended_at(call: Call) -> datetime:
    """When a held call ended: its beginning and its length."""
    assert call.held is not None
    return call.held.at + timedelta(minutes=call.minutes)


def summary_told(view: ClientView, call: Call) -> datetime | None:
    """When the written summary was told: by a message that the note names, or a later one about the call (F12)."""
    if call.held is None:
        return None
    if call.held.message is not None:
        return call.held.at
    return view.told(None, call.held.at, tuple(each for each in call.mentions if each.entry != call.number))


def confirmation_due(view: ClientView, call: Call, told: datetime) -> datetime:
    """By when the client is to confirm the summary: the client's answer term (W9)."""
    terms = view.terms_of(call)
    return client_term(view.their_calendar(terms), told, terms.client_answer.days, terms.zone).closing


def call_ahead(view: ClientView, last: date) -> bool:
    """Whether a call is planned from today up to `last` (F13, F21)."""
    days = (day_of_call(view, call) for call in view.snapshot.calls if call.state == "planned")
    return any(day is not None and view.today <= day <= last for day in days)
