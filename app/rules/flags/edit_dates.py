"""F3 no date, F4 a promise, F5 a provisional one, F6 done but not told: what edits ask of me."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.facts.flags import Severity, Value
from app.facts.wall_time import local_date
from app.rules.edits import EditRead, EditState, read_edit
from app.rules.flags.raising import Finding
from app.rules.flags.stages_due import stages_resumed, stages_untold
from app.rules.heard import heard_of
from app.rules.view import ClientView
from app.rules.working_time import opening, previous_working_day

_DATELESS = {EditState.NO_DATE: "f3", EditState.RETURNED: "f3_returned", EditState.RESUMED: "f3_resumed"}


def no_date(view: ClientView) -> Iterator[Finding]:
    """F3: asked for and confirmed, returned, or free to go on (D11), and no date told since."""
    for read in _reads(view):
        if read.state in _DATELESS:
            yield Finding(
                rule="F3",
                subject=read.edit.number,
                code=_DATELESS[read.state],
                since=read.since,
                due=view.answer_due(read.since, duty=True),
                values={"title": read.edit.title, "since": read.since},
                item=read.edit.number,
                about=(read.edit.number,),
                waits=True,
            )
    yield from stages_resumed(view)


def promised(view: ClientView) -> Iterator[Finding]:
    """F4: a firm date was told; soon from the opening of the working day before, today, late from its closing."""
    for read in _reads(view):
        if read.state is not EditState.PROMISED or read.promise is None:
            continue
        severity = _promise_severity(view, read)
        if severity is Severity.LATER:
            continue
        yield Finding(
            rule="F4",
            subject=read.promise.entry,
            code="f4" if severity is Severity.SOON else f"f4_{severity.value}",
            since=read.since,
            due=read.promise.closing,
            severity=severity,
            values={"title": read.edit.title, "due": read.promise.on},
            item=read.edit.number,
            about=(read.edit.number,),
            draft="f4_moved" if severity is Severity.LATE else "f4",
        )


def provisional(view: ClientView) -> Iterator[Finding]:
    """F5: only a provisional date was told; the firm one is due by its closing."""
    for read in _reads(view):
        if read.state is EditState.PROVISIONAL and read.promise is not None:
            yield Finding(
                rule="F5",
                subject=read.promise.entry,
                code="f5",
                since=read.since,
                due=read.promise.closing,
                values={"title": read.edit.title, "due": read.promise.on},
                item=read.edit.number,
                about=(read.edit.number,),
            )


def untold(view: ClientView) -> Iterator[Finding]:
    """F6: delivered, stopped or resumed, and the client does not know."""
    for read in _reads(view):
        if read.state is EditState.UNTOLD and read.delivery is not None:
            event = read.delivery.entry
            yield _untold(view, event, "f6", read.since, title=read.edit.title, item=read.edit.number)
    yield from stages_untold(view)
    yield from _untold_turn(view)


def _untold_turn(view: ClientView) -> Iterator[Finding]:
    """Work stopped or resumed without a word, unless some later contact was about it."""
    turn = view.snapshot.stop_or_resume
    if turn is None or turn.at > view.now or turn.message is not None or turn.channel:
        return
    if heard_of(view, turn.entry, turn.at):
        return
    stopped = turn.kind == "work.stopped"
    yield _untold(view, turn.entry, "f6_stopped" if stopped else "f6_resumed", turn.at)


def _untold(
    view: ClientView, event: int, code: str, at: datetime, *, title: str = "", item: int | None = None
) -> Finding:
    values: dict[str, Value] = {"at": at}
    if title:
        values["title"] = title
    return Finding(
        rule="F6",
        subject=event,
        code=code,
        since=at,
        due=view.answer_due(at, duty=True),
        values=values,
        item=item,
        about=(item or event,),
        draft="f15" if code == "f6_stopped" else code,
        waits=True,
    )


def _promise_severity(view: ClientView, read: EditRead) -> Severity:
    assert read.promise is not None
    if read.promise.closing <= view.now:
        return Severity.LATE
    zone = view.terms_of(read.edit).zone
    if local_date(zone, view.now) >= read.promise.on:
        return Severity.TODAY
    calendar = view.mine.in_zone(zone)
    begins = opening(calendar, previous_working_day(calendar, read.promise.on))
    return Severity.SOON if begins is not None and begins <= view.now else Severity.LATER


def _reads(view: ClientView) -> Iterator[EditRead]:
    return (read_edit(view, edit) for edit in view.snapshot.edits)
