"""What was done and promised in a stretch of time, as values for papers: pure, out of items (5.1, W10, W12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.facts.wall_time import local_date
from app.facts.week import DecisionRow, DoneRow, PromiseResult, PromiseRow, WaitingRow, WeekCounts
from app.facts.work import AnyItem, Edit, Promise, Request
from app.journal.spans import Span, Stretch
from app.rules.promise_results import Round, binding_date, result_of_round, rounds_of, telling
from app.rules.working_time import working_days_between
from app.storage.shelf.items import of_noun

_UNDECIDED = (PromiseResult.RESTING, PromiseResult.RESUMED, PromiseResult.OPEN, PromiseResult.NEXT_WEEK)
_HOW_BAD = list(PromiseResult).index
_DAY = timedelta(days=1)


def done_rows(items: Sequence[AnyItem], span: Span) -> tuple[DoneRow, ...]:
    """Edits and stages delivered in the span, in order, each with the entry that says so."""
    given = [
        (each.at, item.title, each.entry)
        for item in items
        for each in getattr(item, "deliveries", ())
        if span.holds(each.at)
    ]
    return tuple(DoneRow(title=title, on=local_date(span.zone, at), entry=entry) for at, title, entry in sorted(given))


def promise_rows(stretch: Stretch, *, mine: bool = False) -> tuple[PromiseRow, ...]:
    """Promises of the span and of the one ahead, by their last day; provisional ones say so. `mine`: with causes."""
    rows = [row for edit in of_noun(stretch.items, Edit) for row in _rows_of(edit, stretch, mine)]
    return tuple(sorted(rows, key=_last_day))


def _last_day(row: PromiseRow) -> date:
    return row.dates[-1]


def _rows_of(edit: Edit, stretch: Stretch, mine: bool) -> list[PromiseRow]:
    rounds = rounds_of(edit, stretch.rests(edit.number))
    rows = [_row(edit, each, stretch, mine) for each in rounds if _belongs(each, stretch)]
    return rows or _provisional_row(edit, stretch)


def _belongs(told: Round, stretch: Stretch) -> bool:
    """Due in the span or ahead, delivered in it, or open since before it."""
    if told.dropped:
        return False
    last, span = told.told[-1].on, stretch.span
    if span.holds(told.delivered) or span.first <= last <= stretch.ahead.last:
        return True
    return told.delivered is None and last < span.first


def _row(edit: Edit, told: Round, stretch: Stretch, mine: bool) -> PromiseRow:
    result = _result(told, stretch)
    due, after = binding_date(told), 0
    if due and told.delivered:
        after = working_days_between(stretch.mine, due.on, stretch.day_of(told.delivered))
    return PromiseRow(
        title=edit.title,
        item=edit.number,
        dates=tuple(each.on for each in told.told),
        result=result,
        waits_for=awaited(edit.number, stretch) if result is PromiseResult.RESTING else "",
        delivered=told.delivered,
        days_after=max(after, 0),
        cause=_cause(edit, told) if mine else "",
    )


def _result(told: Round, stretch: Stretch) -> PromiseResult:
    judged = result_of_round(told, stretch.at)
    if judged:
        return PromiseResult(judged.value)
    last = told.told[-1]
    touched = [(begin, end) for begin, end in told.rests if end is None or end > last.at]
    if any(end is None or end > stretch.at for _, end in touched):
        return PromiseResult.RESTING
    if touched or last.closing < stretch.at:
        return PromiseResult.RESUMED
    return PromiseResult.NEXT_WEEK if last.on > stretch.span.last else PromiseResult.OPEN


def awaited(item: int, stretch: Stretch) -> str:
    """What is overdue and needed for an edit or stage: while it has not come my clock rests (D11)."""
    waits = [each for each in stretch.requests if _keeps_waiting(each, stretch) and item in each.needed_for]
    return ", ".join(text for each in waits for text in each.missing or (each.title,))


def _keeps_waiting(request: Request, stretch: Stretch) -> bool:
    return request.ended is None and request.closing is not None and request.closing < stretch.at


def _cause(edit: Edit, told: Round) -> str:
    """Why the last date was moved, in the words of the promise that moved it."""
    said = [each.reason for each in edit.promises if _same(each, told) and each.reason]
    return said[-1] if said and len(told.told) > 1 else ""


def _same(promise: Promise, told: Round) -> bool:
    return (promise.on, promise.closing) == (told.told[-1].on, told.told[-1].closing)


def _provisional_row(edit: Edit, stretch: Stretch) -> list[PromiseRow]:
    """A date that was said to be provisional, while no firm one was told (F5)."""
    last = edit.promises[-1] if edit.promises else None
    if last is None or not last.provisional or not telling(edit, last) or edit.deliveries or edit.ended:
        return []
    if last.on > stretch.ahead.last:
        return []
    coming = PromiseResult.NEXT_WEEK if last.on > stretch.span.last else PromiseResult.OPEN
    return [PromiseRow(title=edit.title, item=edit.number, dates=(last.on,), result=coming, provisional=True)]


def judged_results(promised: Iterable[PromiseRow]) -> list[PromiseResult]:
    """One result per edit (W10): the worst of its rounds; what is not decided yet is left out."""
    worst: dict[int, PromiseResult] = {}
    for row in promised:
        if row.result not in _UNDECIDED:
            worst[row.item] = max(worst.get(row.item, row.result), row.result, key=_HOW_BAD)
    return list(worst.values())


def counts(
    done: Sequence[DoneRow],
    promised: Sequence[PromiseRow],
    waiting: Sequence[WaitingRow],
    decisions: Sequence[DecisionRow],
) -> WeekCounts:
    """The four figures of the sheet; "4 of 5 dates kept" = kept + moved in time (5.1)."""
    judged = judged_results(promised)
    in_time = [each for each in judged if each in (PromiseResult.KEPT, PromiseResult.MOVED_IN_TIME)]
    return WeekCounts(
        done=len(done), in_time=len(in_time), due=len(judged), waiting=len(waiting), decisions=len(decisions)
    )
