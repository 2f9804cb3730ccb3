"""F14: what the client owes: on the due day, then one step of the ladder per working day; an acceptance once."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.flags import Ball, Severity, Value
from app.facts.work import Request
from app.rules.channels import ladder_channel
from app.rules.flags.acceptances import acceptances
from app.rules.flags.raising import Finding
from app.rules.requests import RequestRead, read_request, reminder_days
from app.rules.view import ClientView

MOST_DRAFTS = 3
"""There are drafts for three steps; later ones use the last."""


def client_owes(view: ClientView) -> Iterator[Finding]:
    """F14: before the due day only under They owe me; today on it; late after it, until today's step is done."""
    for request in view.snapshot.requests:
        read = read_request(view, request)
        if read.ball is None or request.due is None or request.closing is None or request.begun > view.now:
            continue
        if read.over:
            if not _stop_was_the_answer(view, request):
                yield from _over(view, request, read)
        elif read.due_today and view.today in reminder_days(view, request):
            continue
        else:
            yield _ahead(request, read)
    yield from acceptances(view)


def _stop_was_the_answer(view: ClientView, request: Request) -> bool:
    """Work was stopped when the request was overdue: that was the last step of its ladder."""
    stop = view.snapshot.stop_or_resume if view.snapshot.stopped is not None else None
    return stop is not None and request.closing is not None and request.closing <= stop.at


def _ahead(request: Request, read: RequestRead) -> Finding:
    """Not due yet, or due today."""
    assert request.due is not None and request.closing is not None
    values: dict[str, Value] = {"items": _owed(request), "since": request.due, "due": request.due, "n": read.reminders}
    return Finding(
        rule="F14",
        subject=f"{request.number}/0",
        code="f14_today" if read.due_today else "f14_ahead",
        since=request.begun,
        due=request.closing,
        severity=Severity.TODAY if read.due_today else Severity.LATER,
        values=values,
        item=request.number,
        about=(request.number,),
        ball=read.ball or Ball.CLIENT,
        says=read.due_today,
    )


def _over(view: ClientView, request: Request, read: RequestRead) -> Iterator[Finding]:
    """The next step, from its working day on: what was said today ends today's step."""
    assert request.due is not None and request.closing is not None
    if read.step_day is None or view.today < read.step_day:
        first = read.step == 1 and view.today == request.due
        if not first or view.today in reminder_days(view, request):
            return
    values: dict[str, Value] = {"items": _owed(request), "since": request.due, "due": request.due, "n": read.reminders}
    yield Finding(
        rule="F14",
        subject=f"{request.number}/{read.step}",
        code="f14",
        since=request.closing,
        due=request.closing,
        severity=Severity.LATE,
        values=values,
        item=request.number,
        about=(request.number,),
        ball=read.ball or Ball.CLIENT,
        channel=ladder_channel(view, read.step),
        draft=f"f14_{min(read.step, MOST_DRAFTS)}",
    )


def _owed(request: Request) -> tuple[str, ...]:
    return request.missing or (request.title,)
