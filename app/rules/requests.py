"""How a request to the client stands: open, due, over, and which step of the ladder is next (F14, D10)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.flags import Ball
from app.facts.work import Request
from app.rules.channels import ladder
from app.rules.view import ClientView
from app.rules.working_time import nth_working_day

AFTER_THE_LAST_STEP = 2
"""Once every channel was tried, a reminder every second working day of mine."""


class RequestRead(Struct, frozen=True, kw_only=True):
    """A request as the rules read it. `step` counts from 1 on the day after the due day; `step_day` is its day."""

    request: Request
    ball: Ball | None
    over: bool
    due_today: bool
    reminders: int
    step: int = 0
    step_day: date | None = None


def read_request(view: ClientView, request: Request) -> RequestRead:
    """How the request stands at the view's now."""
    ended = request.ended is not None and request.ended.at <= view.now
    due, closing = request.due, request.closing
    over = not ended and closing is not None and closing <= view.now
    today = not ended and not over and due is not None and due <= view.today
    reminded = reminder_days(view, request)
    step, step_day = _step(view, due, reminded) if over and due else (0, None)
    return RequestRead(
        request=request,
        ball=None if ended else _asked_of(view, request),
        over=over,
        due_today=today,
        reminders=len(request.reminders),
        step=step,
        step_day=step_day,
    )


def _asked_of(view: ClientView, request: Request) -> Ball:
    """D10: what was asked of a named third party is theirs to bring, not the client's."""
    return Ball.THIRD_PARTY if request.person in view.third_parties else Ball.CLIENT


def reminder_days(view: ClientView, request: Request) -> tuple[date, ...]:
    """The days, in the zone of dates, on which the client was reminded: by a reminder or by a contact about it."""
    at = [each.at for each in request.reminders]
    at += [each.at for each in request.mentions if each.at > request.begun and view.reaches(each.to, each.at)]
    return tuple(sorted({view.day_of(each) for each in at if each <= view.now}))


def _step(view: ClientView, due: date, reminded: tuple[date, ...]) -> tuple[int, date]:
    """The next step and the working day of mine from which it stands; what was done on one day is one step."""
    done = [day for day in reminded if day > due]
    steps = max(1, len(ladder(view)))
    pause = AFTER_THE_LAST_STEP if len(done) >= steps else 1
    return len(done) + 1, nth_working_day(view.dates, done[-1] if done else due, pause)


def asked_at(view: ClientView, request: Request) -> datetime:
    """When the client heard of it: by the request itself or a later contact about it; else when it was written down."""
    return view.told(request.told, request.begun, request.mentions) or request.begun
