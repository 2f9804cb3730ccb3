"""F26 an objection left open, F27 work paid and not begun, F28 days off of mine that were not told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.facts.flags import Ball, Value
from app.facts.plan import Objection
from app.facts.snapshot import OffSince, Payment
from app.facts.wall_time import end_instant, start_instant
from app.rules.absences import FEWEST_DAYS, Absence, absences_ahead
from app.rules.flags.raising import Finding
from app.rules.heard import heard_of, last_heard
from app.rules.promises import TermRule, client_term, due_day
from app.rules.stage_state import read_stage
from app.rules.view import ClientView
from app.rules.working_time import previous_working_day


def objections(view: ClientView) -> Iterator[Finding]:
    """F26: an objection is open and its pause, if it has one, is over; only its resolution clears it.

    After a contact about it the client has the word: it is not said again before the client's answer term is over.
    """
    for each in view.snapshot.objections:
        if each.begun > view.now or (each.resolved is not None and each.resolved.at <= view.now):
            continue
        if each.pause_until is not None and each.pause_until > view.now:
            continue
        yield _objection(view, each)


def _objection(view: ClientView, objection: Objection) -> Finding:
    pause = objection.pause_until
    since = pause or objection.begun
    values: dict[str, Value] = {"title": objection.title, "since": objection.begun}
    if pause is not None:
        values["until"] = pause
    heard = last_heard(view, objection.mentions, objection.begun)
    theirs = heard is not None and view.now < _answer_ends(view, objection, heard)
    return Finding(
        rule="F26",
        subject=objection.number,
        code="f26" if pause else "f26_no_pause",
        since=since,
        due=pause or view.answer_due(since, duty=False),
        values=values,
        item=objection.number,
        about=(objection.number,),
        ball=Ball.CLIENT if theirs else Ball.ME,
        says=not theirs,
        waits=True,
    )


def _answer_ends(view: ClientView, objection: Objection, heard: datetime) -> datetime:
    terms = view.terms_of(objection)
    return client_term(view.their_calendar(terms), heard, terms.client_answer.days, terms.zone).closing


def unbegun(view: ClientView) -> Iterator[Finding]:
    """F27: money came, and within the agreed days no stage was begun; a stage that is under way is a beginning too."""
    if any(each.started is not None and read_stage(view, each).is_to_do for each in view.snapshot.stages):
        return
    started = view.snapshot.stage_started
    for payment in view.snapshot.payments:
        since = _received(view, payment)
        begun = started is not None and since <= started <= view.now
        if payment.at <= view.now and not begun and not heard_of(view, payment.entry, min(since, payment.at)):
            yield _unbegun(view, payment, since)


def _received(view: ClientView, payment: Payment) -> datetime:
    """From when work could begin: the day on which the money came, or the moment, where it was noted on that day."""
    return min(payment.at, start_instant(view.terms.zone, payment.received_on))


def _unbegun(view: ClientView, payment: Payment, since: datetime) -> Finding:
    term = view.agreement_at(payment.at).terms.start_after_payment
    day = due_day(view.dates, payment.received_on, term.days, TermRule(term.rule))
    return Finding(
        rule="F27",
        subject=payment.entry,
        code="f27",
        since=since,
        due=view.closing(day),
        values={"since": payment.received_on, "due": day},
        about=(payment.entry,),
    )


def absence(view: ClientView) -> Iterator[Finding]:
    """F28: own days off of two working days or more begin within five working days, and the client was not told."""
    for each in absences_ahead(view.dates, view.today):
        untold = _untold(view, each)
        if untold is not None:
            yield Finding(
                rule="F28",
                subject=each.first.isoformat(),
                code="f28",
                since=_known_since(view, each),
                due=view.closing(previous_working_day(view.dates, each.first)),
                values={"first": each.first, "last": each.last, "n": each.days},
                about=untold,
                waits=True,
            )


def _untold(view: ClientView, absence: Absence) -> tuple[int, ...] | None:
    """The entries that brought these days off and of which the client has not heard; None where he has of all.

    One entry may bring several absences. What was said before the end of an earlier one told of that one only.
    """
    brought = {each.entry: each.at for each in view.snapshot.off_since if _is_part(each, absence)}
    untold = [entry for entry, at in brought.items() if not heard_of(view, entry, _after(view, entry, at, absence))]
    return None if brought and not untold else tuple(untold)


def _is_part(off: OffSince, absence: Absence) -> bool:
    return off.first <= absence.last and off.last >= absence.first


def _after(view: ClientView, entry: int, brought: datetime, absence: Absence) -> datetime:
    """From when a contact about the entry was about this absence."""
    earlier = [
        end_instant(view.terms.zone, each.last)
        for each in view.snapshot.off_since
        if each.entry == entry and each.last < absence.first and (each.last - each.first).days + 1 >= FEWEST_DAYS
    ]
    return max(earlier, default=brought)


def _known_since(view: ClientView, absence: Absence) -> datetime:
    """When the days off were written down; at the latest now."""
    return min((each.at for each in view.snapshot.off_since if _is_part(each, absence)), default=view.now)
