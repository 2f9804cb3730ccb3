"""Where a client's work stands now, out of the plan and the items, for a few lines in a messenger (3.3)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from app.facts.plan import Stage
from app.facts.plan_rows import NextLine, NextSort
from app.facts.wall_time import local_date
from app.facts.week import DoneRow
from app.facts.where import WhereFacts, WorkLine
from app.facts.work import Call, Edit, Promise
from app.journal.edits import terms_at
from app.journal.month_facts import open_edits
from app.journal.spans import Stretch, days_span, week_after
from app.journal.stretches import stretch_of
from app.journal.week_calls import next_call
from app.journal.week_facts import awaited, done_rows
from app.journal.week_owed import decision_rows, waiting_rows
from app.rules.promise_results import telling
from app.storage.shelf.items import of_noun

if TYPE_CHECKING:
    from app.journal.journal import Journal

BACK = timedelta(days=13)
"""Deliveries of two weeks are told; stages are told whenever they were delivered."""
MOST = 8


def where_facts(journal: Journal, client: int) -> WhereFacts:
    """The work of one client as it stands now."""
    now = journal.clock()
    with journal.look() as connection:
        today = local_date(terms_at(connection, client, now).terms.zone, now)
    stretch = stretch_of(journal, client, partial(days_span, first=today - BACK, last=today), week_after)
    stages = journal.plan.of_client(client)
    since_ever = days_span(stretch.span.zone, date(1970, 1, 2), today)
    delivered = (*done_rows(stretch.items, stretch.span), *done_rows(stages, since_ever))
    work = (*_stages_in_work(stages, stretch), *_edits_in_work(stretch))
    busy = {line.title for line in work}
    last = {row.title: row for row in sorted(delivered, key=_day_done) if row.title not in busy}
    return WhereFacts(
        zone=stretch.span.zone,
        at=now,
        done=tuple(sorted(last.values(), key=_day_done)[-MOST:]),
        work=work,
        waiting=waiting_rows(stretch),
        decisions=decision_rows(stretch.requests),
        next_stage=_next_stage(stages),
        next_call=next_call(of_noun(stretch.items, Call), now, stretch.span.zone),
    )


def _day_done(row: DoneRow) -> tuple[date, int]:
    return row.on, row.entry


def _stages_in_work(stages: tuple[Stage, ...], stretch: Stretch) -> list[WorkLine]:
    return [
        WorkLine(title=each.title, on=each.due.on if each.due else None, waits_for=awaited(each.number, stretch))
        for each in stages
        if each.started and _is_to_do(each)
    ]


def _is_to_do(stage: Stage) -> bool:
    return not (stage.deliveries or stage.accepted or stage.dropped)


def _edits_in_work(stretch: Stretch) -> list[WorkLine]:
    """Edits that are not handed over, or came back; by the day that was told last."""
    return sorted((_edit_line(each, stretch) for each in open_edits(stretch)), key=_day)


def _edit_line(edit: Edit, stretch: Stretch) -> WorkLine:
    back = edit.returns[-1].at if edit.returns else edit.begun
    told = [each for each in edit.promises if each.at >= back and telling(edit, each)]
    last: Promise | None = told[-1] if told else None
    return WorkLine(
        title=edit.title,
        on=last.on if last else None,
        firm=last is not None and not last.provisional,
        waits_for=awaited(edit.number, stretch),
    )


def _day(line: WorkLine) -> date:
    return line.on or date.max


def _next_stage(stages: tuple[Stage, ...]) -> NextLine | None:
    """The first stage of the plan that has not begun."""
    for each in stages:
        if _is_to_do(each) and not each.started:
            return NextLine(text=each.title, on=each.due.on if each.due else None, sort=NextSort.STAGE)
    return None
