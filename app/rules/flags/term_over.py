"""F15 the right to stop work, F16 what counts as accepted at the end: what follows when the client's term is over."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.flags import Ball, Severity
from app.facts.work import Request
from app.rules.flags.raising import Finding
from app.rules.heard import last_heard
from app.rules.requests import read_request
from app.rules.view import ClientView
from app.rules.working_time import next_working_day, working_days_between

LAST_DAYS = 5
"""F16: the contract ends in so many working days or fewer."""


def right_to_stop(view: ClientView) -> Iterator[Finding]:
    """F15: a request is overdue, its agreement lets me stop work, and work goes on. A right: only a notice uses it."""
    if view.snapshot.stopped is not None:
        return
    for request in view.snapshot.requests:
        read = read_request(view, request)
        if not read.over or request.due is None or request.closing is None:
            continue
        if view.terms_of(request).information.right_to_stop != "yes":
            continue
        yield Finding(
            rule="F15",
            subject=request.number,
            code="f15",
            since=request.closing,
            due=request.closing,
            severity=Severity.LATE,
            values={
                "since": next_working_day(view.dates, request.due),
                "version": view.agreement_of(request).number,
                "items": _owed(request),
            },
            item=request.number,
            about=(request.number,),
            ball=read.ball or Ball.CLIENT,
            cleared_by_message=False,
        )


def deemed_accepted(view: ClientView) -> Iterator[Finding]:
    """F16: a request is open in the last five working days of the contract, and silence then counts as acceptance.

    Only the answer clears it. Once the client was told in these days, it is not said again before the last one.
    """
    end = view.client.contract.last_day
    if end is None or view.today > end or working_days_between(view.dates, view.today, end) > LAST_DAYS:
        return
    for request in view.snapshot.requests:
        read = read_request(view, request)
        if read.ball is None or request.begun > view.now:
            continue
        if view.terms_of(request).information.deemed_accepted != "yes":
            continue
        yield Finding(
            rule="F16",
            subject=request.number,
            code="f16",
            since=request.begun,
            due=view.closing(end),
            values={"due": end, "items": _owed(request)},
            item=request.number,
            about=(request.number,),
            ball=read.ball or Ball.CLIENT,
            says=not _was_told(view, request),
            waits=True,
        )


def _was_told(view: ClientView, request: Request) -> bool:
    """Whether a contact about it fell into the last days; on the very last one it must be one of that day."""
    end = view.client.contract.last_day
    assert end is not None
    heard = last_heard(view, request.mentions, request.begun)
    if heard is None:
        return False
    day = view.day_of(heard)
    return day == view.today or (view.today < end and working_days_between(view.dates, day, end) <= LAST_DAYS)


def _owed(request: Request) -> tuple[str, ...]:
    return request.missing or (request.title,)
