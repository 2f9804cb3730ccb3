"""What was owed in a stretch of time, by both sides, as values for papers: requests, decisions, lost days (W10)."""

from __future__ import annotations

from collections.abc import Sequence

from app.facts.plan import Stage
from app.facts.wall_time import local_date
from app.facts.week import DecisionRow, LostRow, WaitingRow
from app.facts.work import Call, Edit, Request
from app.journal.spans import Stretch
from app.rules.lost_days import Claim, Side, lost_days
from app.rules.side_claims import claims_from
from app.rules.working_time import working_days_between
from app.storage.shelf.items import of_noun

DECISIONS = ("approval", "decision")


def waiting_rows(stretch: Stretch) -> tuple[WaitingRow, ...]:
    """Requests open at the end of the span (or now), except those for a decision."""
    calls = frozenset(call.held.entry for call in of_noun(stretch.items, Call) if call.held)
    return tuple(_waiting_row(each, stretch, calls) for each in stretch.requests
                 if each.ended is None and each.kind not in DECISIONS)  # fmt: skip


def _waiting_row(request: Request, stretch: Stretch, calls: frozenset[int]) -> WaitingRow:
    asked, today = local_date(stretch.span.zone, request.begun), stretch.today
    due, theirs = request.due, stretch.theirs
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


def decision_rows(requests: Sequence[Request]) -> tuple[DecisionRow, ...]:
    """Open requests of sort approval or decision (5.1)."""
    return tuple(
        DecisionRow(what=", ".join(each.missing) or each.title, by=each.due)
        for each in requests
        if each.kind in DECISIONS and each.ended is None
    )


def lost_rows(stretch: Stretch) -> tuple[LostRow, ...]:
    """The lost days of both sides in the span, never only one's (W10, D12)."""
    own = [each for each in stretch.items if isinstance(each, Edit | Stage)]
    claims = claims_from((*stretch.requests, *own), stretch.span.zone, stretch.at, stretch.stops)
    return tuple(_lost_row(side, claims.of(side), stretch) for side in (Side.CLIENT, Side.ME))


def _lost_row(side: Side, claims: Sequence[Claim], stretch: Stretch) -> LostRow:
    lost = lost_days(stretch.mine, claims).within(stretch.span.first, stretch.span.last)
    titles = {each.number: each.title for each in (*stretch.items, *stretch.requests)}
    items = dict.fromkeys(day.item for day in lost.days)
    return LostRow(side=side.value, days=lost.total, causes=tuple((titles[item], lost.of(item)) for item in items))
