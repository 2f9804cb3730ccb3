"""F17: a risk that the client does not know of: one that I noticed, or one that a lateness brings by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.facts.flags import Value
from app.facts.plan import Risk, Stage
from app.facts.work import Request
from app.rules.edits import EditState, read_edit
from app.rules.flags.raising import Finding
from app.rules.heard import first_heard
from app.rules.requests import read_request
from app.rules.stage_state import StageState, read_stage
from app.rules.view import ClientView


def risks(view: ClientView) -> Iterator[Finding]:
    """F17: noticed and not warned; by itself once per lateness of a promise, a stage, or a request for a stage.

    What became late while work was stopped is no news: the stop itself is told (F6).
    """
    for risk in view.snapshot.risks:
        yield from _noticed(view, risk)
    yield from _late_promises(view)
    for stage in view.snapshot.stages:
        yield from _late_stage(view, stage)
    for request in view.snapshot.requests:
        yield from _held_up(view, request)


def _noticed(view: ClientView, risk: Risk) -> Iterator[Finding]:
    """The clock runs from the moment when I knew of it."""
    since = min(risk.known_at or risk.begun, risk.begun)
    if risk.begun > view.now or (risk.passed is not None and risk.passed.at <= view.now):
        return
    if any(each.at <= view.now for each in risk.warnings) or first_heard(view, risk.mentions, since):
        return
    yield _risk(view, risk.number, "f17", since, {"title": risk.title, "since": since})


def _late_promises(view: ClientView) -> Iterator[Finding]:
    for edit in view.snapshot.edits:
        read = read_edit(view, edit)
        promise = read.promise
        if read.state is not EditState.PROMISED or promise is None or not _is_late(view, promise.closing):
            continue
        if first_heard(view, edit.mentions, promise.closing) is None:
            values: dict[str, Value] = {"title": edit.title, "since": promise.on}
            yield _risk(view, edit.number, "f17_promise", promise.closing, values)


def _late_stage(view: ClientView, stage: Stage) -> Iterator[Finding]:
    read = read_stage(view, stage)
    if read.state is not StageState.PLANNED or read.due is None or read.closing is None:
        return
    if not _is_late(view, read.closing) or _told_of_delay(view, stage, read.closing):
        return
    yield _risk(view, stage.number, "f17_stage", read.closing, {"title": stage.title, "since": read.due.on})


def _told_of_delay(view: ClientView, stage: Stage, moment: datetime) -> bool:
    """A new day that was told is a contact about the stage too, although it does not bind before it is agreed (F18)."""
    moved = any(each.told and moment <= each.at <= view.now for each in stage.dates)
    return moved or first_heard(view, stage.mentions, moment) is not None


def _held_up(view: ClientView, request: Request) -> Iterator[Finding]:
    """A request is overdue on which a stage waits: its day is in danger, although by no fault of mine."""
    if not request.needed_for or not read_request(view, request).over or request.closing is None:
        return
    waiting = [stage for stage in view.snapshot.stages if stage.number in request.needed_for]
    waiting = [stage for stage in waiting if read_stage(view, stage).is_to_do]
    if not waiting or not _is_late(view, request.closing):
        return
    mentions = sum((stage.mentions for stage in waiting), request.mentions)
    reminded = any(request.closing <= each.at <= view.now for each in request.reminders)
    if reminded or first_heard(view, mentions, request.closing) is not None:
        return
    values: dict[str, Value] = {
        "title": waiting[0].title,
        "items": request.missing or (request.title,),
        "since": request.due or view.day_of(request.closing),
    }
    numbers = tuple(stage.number for stage in waiting)
    yield _risk(view, request.number, "f17_request", request.closing, values, *numbers)


def _is_late(view: ClientView, moment: datetime) -> bool:
    """The moment has passed, and work was not stopped before it."""
    stop = view.snapshot.stop_or_resume if view.snapshot.stopped is not None else None
    return moment <= view.now and (stop is None or moment < stop.at)


def _risk(view: ClientView, number: int, code: str, since: datetime, values: dict[str, Value], *also: int) -> Finding:
    return Finding(
        rule="F17",
        subject=number,
        code=code,
        since=since,
        due=view.answer_due(since, duty=False),
        values=values,
        item=number,
        about=(number, *also),
        waits=True,
    )
