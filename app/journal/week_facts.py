"""A client's week as values for the sheet: pure, out of items, terms and a *now* (5.1, W10, W12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from app.facts.calendar import Calendar
from app.facts.call_rows import CallRow, NextCall, OutcomeRow, TopicRow
from app.facts.wall_time import local_date, start_instant
from app.facts.week import DecisionRow, DoneRow, LostRow, NextLine, PromiseResult, PromiseRow, WaitingRow, WeekCounts
from app.facts.work import AnyItem, Call, Edit, Request, Topic
from app.rules.edits import rests_by
from app.rules.lost_days import Claim, claim_of_request, edit_claim, lost_days
from app.rules.promise_results import Round, binding_date, result_of_round, rounds_of
from app.rules.working_time import working_days_between
from app.storage.shelf.items import of_noun

DECISIONS = ("approval", "decision")
_UNDECIDED = (PromiseResult.RESTING, PromiseResult.OPEN, PromiseResult.NEXT_WEEK)

WhoIs = Callable[[int | None], str]
"""The name of a person of an outcome; 0 is the owner."""


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
    told = ((edit, _rounds(edit, items, now)) for edit in of_noun(items, Edit))
    rows = [row for edit, rounds in told for row in _promise_rows(edit, rounds, span, now, mine)]
    return tuple(sorted(rows, key=_last_day))


def _last_day(row: PromiseRow) -> date:
    return row.dates[-1]


def _rounds(edit: Edit, items: Sequence[AnyItem], now: datetime) -> tuple[Round, ...]:
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
    if last is None or not last.provisional or last.told is None or edit.deliveries or edit.ended:
        return []
    coming = PromiseResult.NEXT_WEEK if last.on > span.last else PromiseResult.OPEN
    return [PromiseRow(title=edit.title, dates=(last.on,), result=coming, provisional=True)]


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


def call_rows(calls: Sequence[Call], span: Span, who_is: WhoIs) -> tuple[CallRow, ...]:
    """Calls held or missed in the week, in order."""
    held = [each for each in calls if each.held and span.holds(each.held.at)]
    rows = [_call_row(each, who_is) for each in held]
    rows += [
        CallRow(at=each.planned_at or each.begun, channel=each.channel, missed_by=each.missed_by)
        for each in calls
        if each.state == "missed" and span.holds(each.planned_at or each.begun)
    ]
    return tuple(sorted(rows, key=_at))


def _at(row: CallRow) -> datetime:
    return row.at


def _call_row(call: Call, who_is: WhoIs) -> CallRow:
    assert call.held is not None
    after = [mention.at for mention in call.mentions if mention.at >= call.held.at]
    return CallRow(
        at=call.held.at,
        channel=call.channel,
        minutes=call.minutes,
        topics=tuple(_topic_row(topic, who_is) for topic in call.topics),
        summary_sent=min(after, default=None),
        confirmed=call.confirmed.at if call.confirmed else None,
        off_topic_minutes=call.off_topic_minutes,
    )


def _topic_row(topic: Topic, who_is: WhoIs) -> TopicRow:
    return TopicRow(
        title=topic.title,
        outcomes=tuple(OutcomeRow(what=each.what, who=who_is(each.who), by=each.by) for each in topic.outcomes),
    )


def next_call(calls: Sequence[Call], now: datetime, zone: str) -> NextCall | None:
    """The next planned call."""
    today = local_date(zone, now)
    ahead = [each for each in calls if each.state == "planned" and each.planned_day and each.planned_day >= today]
    if not ahead:
        return None
    first = min(ahead, key=_planned)
    return NextCall(
        at=first.planned_at,
        on=first.planned_day,
        channel=first.channel,
        topics=tuple(topic.title for topic in first.planned_topics),
    )


def _planned(call: Call) -> date:
    assert call.planned_day is not None
    return call.planned_day


def next_lines(rows: Sequence[PromiseRow], span: Span) -> tuple[NextLine, ...]:
    """What is promised for the days after the week."""
    return tuple(
        NextLine(text=row.title, on=row.dates[-1])
        for row in rows
        if row.delivered is None and row.dates[-1] > span.last
    )


def lost_rows(items: Sequence[AnyItem], span: Span, now: datetime, mine: Calendar) -> tuple[LostRow, ...]:
    """The lost days of both sides in the week, never only one's (W10, D12)."""
    today = min(local_date(span.zone, now), span.last + timedelta(days=1))
    theirs = [claim_of_request(each, span.zone, today) for each in items if isinstance(each, Request)]
    own = [
        edit_claim(told, span.zone, today)
        for each in items
        if isinstance(each, Edit)
        for told in _rounds(each, items, now)
    ]
    return (_lost_row("client", theirs, items, span, mine), _lost_row("me", own, items, span, mine))


def _lost_row(
    side: str, claims: Sequence[Claim | None], items: Sequence[AnyItem], span: Span, mine: Calendar
) -> LostRow:
    lost = lost_days(mine, [each for each in claims if each is not None]).within(span.first, span.last)
    titles = {each.number: each.title for each in items}
    booked = dict.fromkeys(day.item for day in lost.days)
    return LostRow(side=side, days=lost.total, causes=tuple((titles[item], lost.of(item)) for item in booked))


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


def off_topic_percent(calls: Sequence[CallRow], minutes_in_all: int) -> str:
    """The share of minutes off topic, in whole percent; empty without a call (D15)."""
    off = sum(call.off_topic_minutes for call in calls)
    return str(round(100 * off / minutes_in_all)) if minutes_in_all else ""
