"""F9 to F13: calls to agree on, ahead, still open, without a summary, and their rhythm."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.facts.flags import Ball, Severity, Value
from app.facts.terms import CallTerms
from app.facts.wall_time import end_instant, start_instant
from app.facts.work import Call
from app.rules.calls import (
    call_ahead,
    confirmation_due,
    day_of_call,
    ended_at,
    lacking,
    planned_at,
    planned_end,
    summary_told,
    unsettled_topics,
)
from app.rules.flags.raising import Finding
from app.rules.view import ClientView
from app.rules.working_time import nth_working_day, previous_working_day

_DAY = timedelta(days=1)


def not_agreed(view: ClientView) -> Iterator[Finding]:
    """F9: a planned call lacks topic, time or channel; due at the closing of the working day before it."""
    for call, day in _ahead(view):
        missing = lacking(call)
        if missing:
            yield Finding(
                rule="F9",
                subject=call.number,
                code="f9",
                since=call.begun,
                due=view.closing(previous_working_day(view.dates, day)),
                values={"on": day, "missing": missing},
                item=call.number,
                about=(call.number,),
            )


def ahead(view: ClientView) -> Iterator[Finding]:
    """F10: a call today or tomorrow; it stands only under Calls (C6)."""
    for call, day in _ahead(view):
        if day > view.today + _DAY:
            continue
        hour = planned_at(call)
        at = hour or start_instant(view.terms.zone, day)
        topics = tuple(topic.title for topic in call.planned_topics)
        values: dict[str, Value] = {"at": at}
        if topics:
            values["topics"] = topics
        yield Finding(
            rule="F10",
            subject=call.number,
            code="f10" if topics else "f10_no_topic",
            since=call.begun,
            due=hour or end_instant(view.terms.zone, day),
            severity=Severity.TODAY if day == view.today else Severity.SOON,
            values=values,
            item=call.number,
            says=False,
            cleared_by_message=False,
        )


def still_open(view: ClientView) -> Iterator[Finding]:
    """F11: the planned end has passed and nothing is said of it, or a held call has a topic without an outcome."""
    for call in view.snapshot.calls:
        end = planned_end(view, call) if call.state == "planned" else None
        if end is not None and end <= view.now and not view.before_us(end):
            at = planned_at(call) or end
            yield _open_call(call, "f11", at, end, {"at": at})
        held = call.held
        if call.state == "held" and held and held.at <= view.now and not view.before_us(held.at):
            for title in unsettled_topics(call)[:1]:
                yield _open_call(call, "f11_topic", held.at, ended_at(call), {"at": held.at, "title": title})


def _open_call(call: Call, code: str, since: datetime, due: datetime, values: dict[str, Value]) -> Finding:
    return Finding(
        rule="F11",
        subject=call.number,
        code=code,
        since=since,
        due=due,
        severity=Severity.LATE,
        values=values,
        item=call.number,
        cleared_by_message=False,
    )


def unproved(view: ClientView) -> Iterator[Finding]:
    """F12: no summary told of a call that decided something; then, for the client's answer term, no confirmation."""
    for call in view.snapshot.calls:
        held = call.held
        if call.state != "held" or held is None or held.at > view.now or view.before_us(held.at):
            continue
        if call.confirmed is None and call.decided:
            yield from _unproved(view, call, held.at)


def _unproved(view: ClientView, call: Call, held: datetime) -> Iterator[Finding]:
    told = summary_told(view, call)
    if told is None or told > view.now:
        due, severity = view.answer_due(ended_at(call), duty=False), None
        code, ball = "f12", Ball.ME
    else:
        due, severity = confirmation_due(view, call, told), Severity.SOON
        code, ball = "f12_confirmation", Ball.CLIENT
        if due <= view.now:
            return
    yield Finding(
        rule="F12",
        subject=call.number,
        code=code,
        since=told or held,
        due=due,
        severity=severity,
        values={"at": held},
        item=call.number,
        about=(call.number,),
        ball=ball,
        draft=code,
        waits=True,
        cleared_by_message=code == "f12",
    )


def cadence(view: ClientView) -> Iterator[Finding]:
    """F13: the agreed rhythm of calls; soon two working days before, late after the tolerance."""
    terms = view.terms.calls
    if isinstance(terms, str):
        return
    last = view.snapshot.last_held_call
    held = last.held if last and last.held and last.held.at <= view.now else None
    base = view.day_of(held.at) if held else view.agreement.effective_from
    if base is None:
        return
    due = base + terms.every_days * _DAY
    bearable = due + terms.tolerance_days * _DAY
    severity = _cadence_severity(view, due, bearable)
    if severity is None or call_ahead(view, bearable):
        return
    values: dict[str, Value] = {"last" if held else "since": base, "due": due}
    yield Finding(
        rule="F13",
        subject=last.number if last and held else view.agreement.entry,
        code="f13" if held else "f13_first",
        since=held.at if held else view.agreement.since or view.client.added,
        due=_cadence_due(view, terms, due),
        severity=severity,
        values=values,
        cleared_by_message=False,
    )


def _cadence_severity(view: ClientView, due: date, bearable: date) -> Severity | None:
    if view.closing(bearable) <= view.now:
        return Severity.LATE
    if view.today >= due:
        return Severity.TODAY
    return Severity.SOON if view.today >= nth_working_day(view.dates, due, -2) else None


def _cadence_due(view: ClientView, terms: CallTerms, due: date) -> datetime:
    """The closing of the due day; once that has passed, of the last day that the tolerance allows."""
    closing = view.closing(due)
    return closing if view.now < closing else view.closing(due + terms.tolerance_days * _DAY)


def _ahead(view: ClientView) -> Iterator[tuple[Call, date]]:
    """Planned calls that are not over, with their day."""
    for call in view.snapshot.calls:
        day = day_of_call(view, call)
        end = planned_end(view, call)
        if call.state == "planned" and day is not None and end is not None and end > view.now:
            yield call, day
