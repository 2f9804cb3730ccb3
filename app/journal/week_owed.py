"""What was owed in a week, by both sides, as values for the sheet: requests, decisions, lost days (5.1, W10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.facts.calendar import Calendar
from app.facts.wall_time import local_date
from app.facts.week import DecisionRow, LostRow, WaitingRow
from app.facts.work import AnyItem, Call, Edit, Request
from app.journal.week_facts import Span, rounds_at
from app.rules.lost_days import Claim, claim_of_request, edit_claim, lost_days
from app.rules.working_time import working_days_between
from app.storage.shelf.items import of_noun

DECISIONS = ("approval", "decision")


def waiting_rows(items: Sequence[AnyItem], span: Span, now: datetime, theirs: Calendar) -> tuple[WaitingRow, ...]:
    """Requests open at the end of the week (or now), except those for a decision."""
    calls = frozenset(call.held.entry for call in of_noun(items, Call) if call.held)
    return tuple(
        _waiting_row(each, span, min(now, span.end), theirs, calls)
        for each in of_noun(items, Request)
        if each.kind not in DECISIONS and open_at(each, min(now, span.end))
    )


def open_at(request: Request, at: datetime) -> bool:
    """Asked by then, and not yet answered, withdrawn or waived."""
    return request.begun <= at and (request.ended is None or request.ended.at > at)


def _waiting_row(request: Request, span: Span, at: datetime, theirs: Calendar, calls: frozenset[int]) -> WaitingRow:
    asked, today = local_date(span.zone, request.begun), local_date(span.zone, at)
    due = request.due
    return WaitingRow(
        what=", ".join(request.missing) or request.title,
        since=request.begun,
        due=due,
        day=working_days_between(theirs, asked, today) if due and today <= due else 0,
        of=working_days_between(theirs, asked, due) if due else 0,
        over=max(working_days_between(theirs, due, today), 0) if due and today > due else 0,
        due_today=due == today,
        agreed_on_call=request.message in calls,
    )


def decision_rows(requests: Sequence[Request], at: datetime) -> tuple[DecisionRow, ...]:
    """Open requests of sort approval or decision (5.1)."""
    return tuple(
        DecisionRow(what=", ".join(each.missing) or each.title, by=each.due)
        for each in requests
        if each.kind in DECISIONS and open_at(each, at)
    )


def lost_rows(items: Sequence[AnyItem], span: Span, now: datetime, mine: Calendar) -> tuple[LostRow, ...]:
    """The lost days of both sides in the week, never only one's (W10, D12)."""
    today = min(local_date(span.zone, now), span.last + timedelta(days=1))
    theirs = [claim_of_request(each, span.zone, today) for each in items if isinstance(each, Request)]
    own = [
        edit_claim(told, span.zone, today)
        for each in items
        if isinstance(each, Edit)
        for told in rounds_at(each, items, now)
    ]
    return (_lost_row("client", theirs, items, span, mine), _lost_row("me", own, items, span, mine))


def _lost_row(
    side: str, claims: Sequence[Claim | None], items: Sequence[AnyItem], span: Span, mine: Calendar
) -> LostRow:
    lost = lost_days(mine, [each for each in claims if each is not None]).within(span.first, span.last)
    titles = {each.number: each.title for each in items}
    booked = dict.fromkeys(day.item for day in lost.days)
    return LostRow(side=side, days=lost.total, causes=tuple((titles[item], lost.of(item)) for item in booked))
