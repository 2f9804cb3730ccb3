"""How a call stands: what its plan lacks, when it should be over, and whether its summary is told and confirmed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from app.facts.terms import CallTerms, Terms
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
    """When the written summary was told in an agreed channel (D14, F12): in the message that the note names, or later.

    A message whose channel is not known, because it was recorded by an older version, counts as before.
    """
    held = call.held
    if held is None:
        return None
    if held.message is not None:
        line = next((each for each in view.snapshot.talk if each.entry == held.message), None)
        if line is None or is_agreed(view, line.channel, line.at):
            return held.at
    fits = (
        each
        for each in call.mentions
        if each.entry != call.number and each.at >= held.at and is_agreed(view, each.channel, each.at)
    )
    return next((each.at for each in fits if view.reaches(each.to, each.at)), None)


def is_agreed(view: ClientView, channel: str, at: datetime) -> bool:
    """Whether a channel was agreed at an instant; while no agreement is in force every channel counts as agreed."""
    agreed = {each.channel for each in view.agreement_at(at).terms.agreed_channels}
    return not agreed or not channel or channel in agreed


class CallRemark(StrEnum):
    """What the agreement says against a call; it is recorded all the same (D3)."""

    AD_HOC = "ad_hoc"
    """It began without having been planned, or without an agreed topic (D13)."""
    CHANNEL_NOT_AGREED = "channel_not_agreed"
    URGENT_ONLY = "urgent_only"
    """The channel is agreed for urgent matters only."""
    NOT_FOR_CALLS = "not_for_calls"
    """The channel is agreed for other purposes, and another one for calls."""
    PURPOSE_NOT_AGREED = "purpose_not_agreed"


def is_ad_hoc(call: Call) -> bool:
    """D13: held without having been planned, or without a topic that was agreed beforehand."""
    planned = bool(call.planned_local or call.planned_day)
    return call.held is not None and not (
        planned and (call.planned_topics or any(topic.agreed for topic in call.topics))
    )


def remarks(terms: Terms, channel: str, purpose: str = "") -> tuple[CallRemark, ...]:
    """What the terms say against a call through a channel for a purpose; an unknown one ("") says nothing."""
    found = []
    agreed = {each.channel: each.purposes for each in terms.agreed_channels}
    if agreed and channel and channel not in agreed:
        found.append(CallRemark.CHANNEL_NOT_AGREED)
    elif channel in agreed and "calls" not in agreed[channel]:
        if "urgent" in agreed[channel]:
            found += [] if purpose == "urgent" else [CallRemark.URGENT_ONLY]
        elif any("calls" in purposes for purposes in agreed.values()):
            found.append(CallRemark.NOT_FOR_CALLS)
    if purpose and isinstance(terms.calls, CallTerms) and purpose not in terms.calls.purposes:
        found.append(CallRemark.PURPOSE_NOT_AGREED)
    return tuple(found)


def remarks_of(view: ClientView, call: Call) -> tuple[CallRemark, ...]:
    """What the agreement of its time says against a held call."""
    if call.held is None:
        return ()
    ad_hoc = (CallRemark.AD_HOC,) if is_ad_hoc(call) else ()
    return ad_hoc + remarks(view.agreement_at(call.held.at).terms, call.channel, call.purpose)


def confirmation_due(view: ClientView, call: Call, told: datetime) -> datetime:
    """By when the client is to confirm the summary: the client's answer term (W9)."""
    terms = view.terms_of(call)
    return client_term(view.their_calendar(terms), told, terms.client_answer.days, terms.zone).closing


def call_ahead(view: ClientView, last: date) -> bool:
    """Whether a call is planned from today up to `last` (F13, F21)."""
    days = (day_of_call(view, call) for call in view.snapshot.calls if call.state == "planned")
    return any(day is not None and view.today <= day <= last for day in days)
