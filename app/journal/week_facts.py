"""A client's week as values for the sheet: pure, out of items, terms and a *now* (5.1, W10, W12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from app.facts.calendar import Calendar
from app.facts.wall_time import local_date, start_instant
from app.facts.week import DecisionRow, DoneRow, NextLine, PromiseResult, PromiseRow, WaitingRow, WeekCounts
from app.facts.work import AnyItem, Edit, Request
from app.rules.edits import rests_by
from app.rules.promise_results import Round, binding_date, result_of_round, rounds_of, telling
from app.rules.working_time import working_days_between
from app.storage.shelf.items import of_noun

_UNDECIDED = (PromiseResult.RESTING, PromiseResult.OPEN, PromiseResult.NEXT_WEEK)


class Span(Struct, frozen=True):
    """An ISO week in the zone of dates: its days, and the instants in which it begins and ends."""

    zone: str
    first: date
    last: date
    start: datetime
    end: datetime

    def holds(self, at: datetime | None) -> bool:
        """Whether an instant lies in the week."""
        return at is not None and self.start <= at < self.end

    def has_day(self, day: date | None) -> bool:
        """Whether a date lies in the week."""
        return day is not None and self.first <= day <= self.last


def span_of(week: str, zone: str) -> Span:
    """The week written as 2026-W47 (W12)."""
    year, _, number = week.partition("-W")
    first = date.fromisocalendar(int(year), int(number), 1)
    after = first + timedelta(days=7)
    return Span(zone, first, after - timedelta(days=1), start_instant(zone, first), start_instant(zone, after))


def done_rows(edits: Sequence[Edit], span: Span) -> tuple[DoneRow, ...]:
    """What was delivered in the week, in order."""
    given = [(each.at, edit.title, each.entry) for edit in edits for each in edit.deliveries if span.holds(each.at)]
    return tuple(DoneRow(title=title, on=local_date(span.zone, at), entry=entry) for at, title, entry in sorted(given))


def promise_rows(items: Sequence[AnyItem], span: Span, now: datetime, mine: Calendar) -> tuple[PromiseRow, ...]:
    """Promises of the week and of the next, by their last day; provisional ones say so."""
    told = ((edit, rounds_at(edit, items, now)) for edit in of_noun(items, Edit))
    rows = [row for edit, rounds in told for row in _promise_rows(edit, rounds, span, now, mine)]
    return tuple(sorted(rows, key=_last_day))


def _last_day(row: PromiseRow) -> date:
    return row.dates[-1]


def rounds_at(edit: Edit, items: Sequence[AnyItem], now: datetime) -> tuple[Round, ...]:
    """Its rounds, with the times when my clock rested because they owed me something (D11)."""
    return rounds_of(edit, rests_by(of_noun(items, Request), edit.number, now))


def _promise_rows(edit: Edit, rounds: Sequence[Round], span: Span, now: datetime, mine: Calendar) -> list[PromiseRow]:
    rows = []
    for each in rounds:
        last = each.told[-1].on
        relevant = span.has_day(last) or span.holds(each.delivered) or span.first <= last <= span.last + timedelta(7)
        late_open = each.delivered is None and each.dropped is None and last < span.first
        if each.dropped or not (relevant or late_open):
            continue
        due = binding_date(each)
        after = 0
        if due and each.delivered:
            after = working_days_between(mine, due.on, local_date(span.zone, each.delivered))
        judged = result_of_round(each, now)
        coming = PromiseResult.NEXT_WEEK if last > span.last else PromiseResult.OPEN
        if each.told[-1].closing < now:
            coming = PromiseResult.RESTING
        rows.append(
            PromiseRow(
                title=edit.title,
                dates=tuple(told.on for told in each.told),
                result=PromiseResult(judged.value) if judged else coming,
                delivered=each.delivered,
                days_after=max(after, 0),
            )
        )
    return rows or _provisional_row(edit, span)


def _provisional_row(edit: Edit, span: Span) -> list[PromiseRow]:
    """A date that was said to be provisional, while no firm one was told (F5)."""
    last = edit.promises[-1] if edit.promises else None
    if last is None or not last.provisional or not telling(edit, last) or edit.deliveries or edit.ended:
        return []
    coming = PromiseResult.NEXT_WEEK if last.on > span.last else PromiseResult.OPEN
    return [PromiseRow(title=edit.title, dates=(last.on,), result=coming, provisional=True)]


def next_lines(rows: Sequence[PromiseRow], span: Span) -> tuple[NextLine, ...]:
    """What is promised for the days after the week."""
    return tuple(
        NextLine(text=row.title, on=row.dates[-1])
        for row in rows
        if row.delivered is None and row.dates[-1] > span.last
    )


def counts(
    done: Sequence[DoneRow],
    promised: Sequence[PromiseRow],
    waiting: Sequence[WaitingRow],
    decisions: Sequence[DecisionRow],
) -> WeekCounts:
    """The four figures of the sheet; "4 of 5 dates kept" = kept + moved in time (5.1)."""
    judged = [row.result for row in promised if row.result not in _UNDECIDED]
    in_time = [each for each in judged if each in (PromiseResult.KEPT, PromiseResult.MOVED_IN_TIME)]
    return WeekCounts(
        done=len(done), in_time=len(in_time), due=len(judged), waiting=len(waiting), decisions=len(decisions)
    )
