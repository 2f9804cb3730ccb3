"""What clients owe, with both clocks: theirs runs or is over, mine runs, is stopped or done (6.3, D10, D11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.facts.calendar import Calendar
from app.facts.plan import Stage, StageDate
from app.facts.today import Owed, SideClock, SideStands
from app.facts.work import Edit, Request
from app.rules.edits import EditRead, EditState, read_edit
from app.rules.promises import Promised
from app.rules.requests import asked_at, read_request
from app.rules.stage_state import StageState, read_stage
from app.rules.stages import is_done, stage_rests
from app.rules.view import ClientView
from app.rules.working_time import working_days_between

_DAY = timedelta(days=1)


def owed_by(view: ClientView) -> Iterator[Owed]:
    """Open requests and deliveries that wait for acceptance."""
    for request in view.snapshot.requests:
        if read_request(view, request).ball is not None and request.begun <= view.now:
            yield _materials(view, request)
    for edit in view.snapshot.edits:
        read = read_edit(view, edit)
        if read.state is EditState.DELIVERED and read.acceptance is not None:
            yield _acceptance(view, edit, read.since, read.acceptance)
    for stage in view.snapshot.stages:
        plan = read_stage(view, stage)
        if plan.state is StageState.DELIVERED and plan.acceptance is not None:
            yield _acceptance(view, stage, plan.since, plan.acceptance)


def _acceptance(view: ClientView, item: Edit | Stage, since: datetime, due: Promised) -> Owed:
    return Owed(
        item=item.number,
        client=view.client,
        parts=(item.title,),
        is_acceptance=True,
        theirs=_theirs(view, since, due.on, due.closing),
        mine=SideClock(stands=SideStands.DONE),
    )


def _materials(view: ClientView, request: Request) -> Owed:
    due, closing = request.due, request.closing
    not_asked = SideClock(stands=SideStands.NOT_ASKED)
    return Owed(
        item=request.number,
        client=view.client,
        parts=request.missing or (request.title,),
        is_acceptance=False,
        theirs=_theirs(view, asked_at(view, request), due, closing) if due and closing else not_asked,
        mine=_mine(view, request),
    )


def _theirs(view: ClientView, since: datetime, due: date, closing: datetime) -> SideClock:
    if closing <= view.now:
        return SideClock(stands=SideStands.OVER, day=_days(view.dates, due, view.today - _DAY))
    theirs = view.their_calendar(view.terms)
    first = view.day_of(since)
    days = max(1, _days(theirs, first, due))
    day = min(days, max(1, _days(theirs, first, view.today)))
    return SideClock(stands=SideStands.LAST_DAY if due <= view.today else SideStands.RUNNING, day=day, days=days)


def _days(calendar: Calendar, after: date, through: date) -> int:
    return working_days_between(calendar, after, through)


def _mine(view: ClientView, request: Request) -> SideClock:
    """My clock on what the request is needed for."""
    for number in request.needed_for:
        edit = view.items.get(number)
        if isinstance(edit, Edit):
            return _on_edit(view, read_edit(view, edit))
        if isinstance(edit, Stage) and edit.due is not None:
            return _on_stage(view, edit, edit.due)
    return SideClock(stands=SideStands.NOTHING)


def _on_stage(view: ClientView, stage: Stage, due: StageDate) -> SideClock:
    """From the day on which its date was set to that date; it rests while the request is over (D11)."""
    if is_done(stage):
        return SideClock(stands=SideStands.DONE)
    first = view.day_of(stage.started.at if stage.started else due.at)
    days = max(1, _days(view.dates, first, due.on))
    rested = [begin for begin, end in stage_rests(view, stage) if end is None or end > view.now]
    used = min(days, _days(view.dates, first, view.day_of(min(rested)) if rested else view.today))
    if rested:
        return SideClock(stands=SideStands.STOPPED, day=used, days=days)
    if (due.closing or view.closing(due.on)) <= view.now:
        return SideClock(stands=SideStands.OVER, day=_days(view.dates, due.on, view.today - _DAY))
    last = due.on <= view.today
    return SideClock(stands=SideStands.LAST_DAY if last else SideStands.RUNNING, day=used, days=days)


def _on_edit(view: ClientView, read: EditRead) -> SideClock:
    if read.promise is None:
        return SideClock(stands=SideStands.NOTHING if read.delivery is None else SideStands.DONE)
    first = read.promise.count[0].on if read.promise.count else view.day_of(read.promise.at)
    days = max(1, _days(view.dates, first, read.promise.on) - 1)
    until = view.day_of(read.since) if read.state is EditState.RESTING else view.today
    used = min(days, _days(view.dates, first, until))
    if read.state is EditState.RESTING:
        return SideClock(stands=SideStands.STOPPED, day=used, days=days)
    if read.promise.closing <= view.now:
        return SideClock(stands=SideStands.OVER, day=_days(view.dates, read.promise.on, view.today - _DAY))
    last = read.promise.on <= view.today
    return SideClock(stands=SideStands.LAST_DAY if last else SideStands.RUNNING, day=used, days=days)
