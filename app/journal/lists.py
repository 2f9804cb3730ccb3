"""Gathers the tables over all clients out of snapshots (6.2). Nothing here decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from app.facts.flags import Ball, Severity
from app.facts.lists import CallRow, ClientRow, EditRow, When
from app.facts.snapshot import Snapshot
from app.facts.work import Call
from app.journal.their_clock import their_clock
from app.rules.calls import day_of_call, lacking, planned_at, unsettled_topics
from app.rules.edits import EditRead, read_edit
from app.rules.flags import flags
from app.rules.flags.cards import is_listed
from app.rules.requests import read_request
from app.rules.view import ClientView
from app.rules.working_time import silent_days

_ORDER = list(When)
_WORST = list(Severity)


def client_rows(snapshots: Sequence[Snapshot], now: datetime) -> tuple[ClientRow, ...]:
    """Every client, the most urgent first, then by name."""
    worst: dict[int, Severity] = {}
    for flag in flags(snapshots, now):
        if is_listed(flag):
            worst.setdefault(flag.client, flag.severity)
    rows = [_client_row(ClientView(each, now), worst.get(each.client.number)) for each in snapshots]
    return tuple(sorted(rows, key=_client_order))


def call_rows(snapshots: Iterable[Snapshot], now: datetime) -> tuple[CallRow, ...]:
    """Planned calls, and held ones that still need an outcome."""
    views = [ClientView(each, now) for each in snapshots]
    rows = [_call_row(view, call) for view in views for call in view.snapshot.calls if _is_open(call)]
    return tuple(sorted(rows, key=_call_order))


def edit_rows(snapshots: Iterable[Snapshot], now: datetime) -> tuple[EditRow, ...]:
    """Edits that have not ended."""
    views = [ClientView(each, now) for each in snapshots]
    reads = [(view, read_edit(view, edit)) for view in views for edit in view.snapshot.edits]
    rows = [_edit_row(view, read) for view, read in reads if read.ball is not None]
    return tuple(sorted(rows, key=_edit_order))


def _client_row(view: ClientView, severity: Severity | None) -> ClientRow:
    last = view.talk.last
    reads = [read_edit(view, edit) for edit in view.snapshot.edits]
    asked = [read_request(view, request) for request in view.snapshot.requests]
    balls = [read.ball for read in reads] + [read.ball for read in asked]
    return ClientRow(
        client=view.client,
        contact=view.person(view.speaker),
        clock=their_clock(view),
        severity=severity,
        silent_days=silent_days(view.dates, view.day_of(last.at), view.today) if last else None,
        mine=balls.count(Ball.ME),
        theirs=balls.count(Ball.CLIENT),
        contract_ends=view.client.contract.last_day,
    )


def _client_order(row: ClientRow) -> tuple[int, str]:
    return (_WORST.index(row.severity) if row.severity else len(_WORST)), row.client.name.casefold()


def _is_open(call: Call) -> bool:
    return call.state == "planned" or (call.state == "held" and bool(unsettled_topics(call)))


def _call_row(view: ClientView, call: Call) -> CallRow:
    day = day_of_call(view, call) or (view.day_of(call.held.at) if call.held else None)
    regular = _regular(view)
    return CallRow(
        call=call.number,
        client=view.client,
        group=_group(view, day, over=call.state == "held"),
        day=day,
        at=planned_at(call) or (call.held.at if call.held else None),
        minutes=call.minutes,
        channel=call.channel,
        topics=tuple(topic.title for topic in (call.topics or call.planned_topics)),
        state=call.state,
        lacking=tuple(lacking(call)) if call.state == "planned" else (),
        purpose=call.purpose,
        place=regular.index(call.number) + 1 if call.number in regular else 0,
        of=len(regular),
    )


def _regular(view: ClientView) -> list[int]:
    """The regular calls that are planned, in the order of their days: a series is known by nothing else (D13)."""
    found = [(day_of_call(view, call) or date.max, call.planned_local, call.number) for call in view.snapshot.calls
             if call.state == "planned" and call.purpose == "regular"]  # fmt: skip
    return [number for _, _, number in sorted(found)]


def _edit_row(view: ClientView, read: EditRead) -> EditRow:
    promise, edit = read.promise, read.edit
    on = promise.on if promise else (read.acceptance.on if read.acceptance else None)
    over = promise is not None and promise.closing <= view.now
    waiting = read.ball is not Ball.ME
    return EditRow(
        edit=edit.number,
        client=view.client,
        group=When.WAITING if waiting else _group(view, on, over=over),
        title=edit.title,
        asked=edit.begun,
        state=read.state.value,
        on=on,
        days=sum(day.is_ == "full" for day in promise.count) if promise else 0,
        ball=read.ball,
    )


def _group(view: ClientView, day: date | None, *, over: bool) -> When:
    if over or (day is not None and day < view.today):
        return When.LATE
    if day is None or day == view.today:
        return When.TODAY
    return When.THIS_WEEK if day <= view.week[-1] else When.LATER


def _call_order(row: CallRow) -> tuple[int, date, str, int]:
    return _ORDER.index(row.group), row.day or date.max, row.at.isoformat() if row.at else "", row.call


def _edit_order(row: EditRow) -> tuple[int, date, int]:
    return _ORDER.index(row.group), row.on or date.min, row.edit
