"""A month and a contract as values for papers: dates kept by both sides, feedback, what is handed over (W10, F25)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.facts.entries import Entry
from app.facts.month import DatesKept, FeedbackRow
from app.facts.plan import Form, Stage
from app.facts.plan_rows import NextLine, NextSort
from app.facts.week import PromiseResult, PromiseRow
from app.facts.work import AnyItem, Edit, Request
from app.journal.spans import Span, Stretch
from app.journal.week_facts import judged_results
from app.storage.shelf.items import of_noun

CLOSE = "month_close"
SURVEY = "survey"
OFFER = "offer"
"""The forms of 1.9 at the turn of a month, and the field for what could be offered next."""


def dates_kept(stretch: Stretch, promised: Sequence[PromiseRow]) -> DatesKept:
    """The results of my dates whose last day lay in the span, one per edit, and the client's dates of the same days."""
    results = judged_results(row for row in promised if stretch.span.has_day(row.dates[-1]))
    due = [each for each in stretch.requests if _is_judged(each, stretch)]
    return DatesKept(
        kept=results.count(PromiseResult.KEPT),
        moved_in_time=results.count(PromiseResult.MOVED_IN_TIME),
        moved_late=results.count(PromiseResult.MOVED_LATE),
        missed=results.count(PromiseResult.MISSED),
        theirs_due=len(due),
        theirs_in_time=sum(_in_time(each) for each in due),
    )


def _is_judged(request: Request, stretch: Stretch) -> bool:
    """Due in the span, and either answered or past its closing; what was withdrawn or waived judges nobody."""
    if request.closing is None or not stretch.span.has_day(request.due):
        return False
    return request.ended.kind == "request.answered" if request.ended else request.closing <= stretch.at


def _in_time(request: Request) -> bool:
    return request.ended is not None and request.closing is not None and request.ended.at <= request.closing


def feedback_rows(entries: Iterable[Entry], span: Span, stretch: Stretch, *, mine: bool) -> tuple[FeedbackRow, ...]:
    """What the client said of the work in the span; a private note of it stays in my edition."""
    said = [each for each in entries if each.retracted_by is None and span.holds(each.happened)]
    return tuple(
        FeedbackRow(
            on=stretch.day_of(each.happened),
            scores=tuple(each.body.get("scores", {}).items()),
            text=each.body.get("text", ""),
        )
        for each in said
        if mine or not each.body.get("private")
    )


def offered(items: Sequence[AnyItem]) -> str:
    """What could be offered next, as the newest form of the month's close says it."""
    forms = [each for each in of_noun(items, Form) if each.sort_of_form == CLOSE]
    return max(forms, key=_number).fields.get(OFFER, "") if forms else ""


def asked_on(stretch: Stretch) -> date | None:
    """When their opinion was last asked for in the span, by the form for it."""
    begun = [each.begun for each in of_noun(stretch.items, Form) if each.sort_of_form == SURVEY]
    return max((stretch.day_of(at) for at in begun if stretch.span.holds(at)), default=None)


def _number(form: Form) -> int:
    return form.number


def handed_over(stretch: Stretch) -> tuple[NextLine, ...]:
    """What is open at the end: stages and edits not delivered, each with the day that was last named."""
    stages = [
        NextLine(text=each.title, on=each.due.on if each.due else None, sort=NextSort.STAGE)
        for each in of_noun(stretch.items, Stage)
        if not (each.deliveries or each.accepted or each.dropped)
    ]
    edits = [
        NextLine(text=each.title, on=each.promises[-1].on if each.promises else None) for each in open_edits(stretch)
    ]
    return tuple(sorted((*stages, *edits), key=_day))


def open_edits(stretch: Stretch) -> tuple[Edit, ...]:
    """Edits that are not handed over, or came back; what a voice asked for counts once it is confirmed (D7)."""
    return tuple(
        each
        for each in of_noun(stretch.items, Edit)
        if each.ended is None and not _is_handed(each) and (each.confirmed or each.promises or stretch.by_contact(each))
    )


def _is_handed(edit: Edit) -> bool:
    """Delivered, and not sent back since."""
    if not edit.deliveries:
        return False
    return not (edit.returns and edit.returns[-1].at > edit.deliveries[-1].at)


def _day(line: NextLine) -> date:
    return line.on or date.max
