"""When work may stop, what was tried before, and which days it would move: counted, never decided (F15, F16, D11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from app.facts.plan import Stage
from app.facts.stop_work import Deemed, ProposedDate, Reminder, StepDue, StopRead
from app.facts.work import Edit, Mention, Request, Step
from app.rules.channels import ladder_channel
from app.rules.edits import Rest, read_edit, rests
from app.rules.lost_days import claim_of_request, lost_days
from app.rules.promises import Promised
from app.rules.requests import asked_at, read_request
from app.rules.rested import after_rests
from app.rules.stages import moved_by_rest
from app.rules.view import ClientView
from app.rules.working_time import working_days_between


def read_stop(view: ClientView, request: Request, stops: tuple[Rest, ...] = ()) -> StopRead:
    """How the request stands at the view's now; `stops` are the times when work was stopped (work.stopped on)."""
    read = read_request(view, request)
    terms = view.terms_of(request)
    granted = terms.information.right_to_stop == "yes"
    names = [view.items[number].title for number in request.needed_for if number in view.items]
    return StopRead(
        now=view.now,
        request=request.number,
        asked=view.day_of(asked_at(view, request)),
        due=request.due,
        missing=request.missing or (request.title,),
        needed_for=tuple(names),
        is_open=read.ball is not None,
        is_over=read.over,
        days_over=_days_over(view, request),
        reminders=_reminders(view, request),
        step=_step(view, request),
        granted=granted,
        version=_version(view, request),
        allowed_from=request.closing if granted else None,
        stopped=_stopped(view),
        dates=tuple(dates_to_propose(view, stops, request.needed_for)),
        deemed=_deemed(view, request),
    )


def dates_to_propose(
    view: ClientView, stops: tuple[Rest, ...] = (), only: tuple[int, ...] | None = None
) -> Iterator[ProposedDate]:
    """Stages and edits on which my clock rested since their day was told, each with the day to propose (D11).

    While work was never stopped (`stops`), only what a request was needed for rests; `only` narrows it to those items.
    """
    for stage in view.snapshot.stages:
        if only is not None and not stops and stage.number not in only:
            continue
        found = moved_by_rest(view, stage, stops)
        if found is not None and stage.due is not None:
            yield _proposed(stage, "stage", stage.due.on, found)
    for edit in view.snapshot.edits:
        if only is not None and not stops and edit.number not in only:
            continue
        yield from _edit_date(view, edit, stops)


def _edit_date(view: ClientView, edit: Edit, stops: tuple[Rest, ...]) -> Iterator[ProposedDate]:
    read = read_edit(view, edit)
    promise = read.promise
    if promise is None or promise.provisional or read.delivery is not None or read.ball is None:
        return
    told = view.told(promise.told, promise.at, edit.mentions) or promise.at
    calendar = view.dates.in_zone(view.terms_of(edit).zone)
    met = (*rests(view, edit.number), *stops)
    found = after_rests(calendar, promise.on, promise.closing, told, met, view.now)
    if found is not None:
        yield _proposed(edit, "edit", promise.on, found)


def _proposed(item: Stage | Edit, noun: str, was: date, found: Promised) -> ProposedDate:
    return ProposedDate(
        item=item.number,
        noun=noun,
        title=item.title,
        was=was,
        on=found.on,
        closing=found.closing,
        zone=found.zone,
        left=found.days,
    )


def _stopped(view: ClientView) -> Step | None:
    turn = view.snapshot.stop_or_resume
    return turn if turn is not None and turn.kind == "work.stopped" and turn.at <= view.now else None


def _days_over(view: ClientView, request: Request) -> int:
    claim = claim_of_request(request, view.terms.zone, view.today)
    return lost_days(view.dates, [claim]).total if claim else 0


def _version(view: ClientView, request: Request) -> int:
    """The number of the agreement under which it was asked; 0 where none was agreed."""
    named = request.terms
    found = next((each for each in view.snapshot.agreements if each.entry == named), None)
    return (found or view.agreement_at(request.begun)).number


def _reminders(view: ClientView, request: Request) -> tuple[Reminder, ...]:
    """Every reminder, and every contact about it that reached the contact; one that is both counts once (B8)."""
    told = {each.entry: each for each in request.mentions if each.at > request.begun and each.at <= view.now}
    found = [
        Reminder(
            entry=each.entry, at=each.at, channel=each.channel or _through(told, each.message), message=each.message
        )
        for each in request.reminders
        if each.at <= view.now
    ]
    named = {each.message for each in request.reminders}
    found += [
        Reminder(entry=each.entry, at=each.at, channel=each.channel)
        for each in told.values()
        if each.entry not in named and view.reaches(each.to, each.at)
    ]
    return tuple(sorted(found, key=_when))


def _through(told: dict[int, Mention], message: int | None) -> str:
    mention = told.get(message or 0)
    return mention.channel if mention else ""


def _when(reminder: Reminder) -> tuple[datetime, int]:
    return reminder.at, reminder.entry


def _step(view: ClientView, request: Request) -> StepDue | None:
    read = read_request(view, request)
    if not read.over or read.step_day is None:
        return None
    channel = ladder_channel(view, read.step)
    return StepDue(
        number=read.step,
        on=read.step_day,
        channel=channel.channel if channel else "",
        address=channel.address if channel else "",
        is_due=read.step_day <= view.today,
    )


def _deemed(view: ClientView, request: Request) -> Deemed | None:
    """Only where the agreement says so, and the contract has an end (F16)."""
    end = view.client.contract.last_day
    if end is None or view.terms_of(request).information.deemed_accepted != "yes":
        return None
    return Deemed(on=end, working_days=working_days_between(view.dates, view.today, end) if end > view.today else 0)
