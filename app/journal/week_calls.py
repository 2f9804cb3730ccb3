"""The calls of a stretch of time as values for papers: held, missed, and the next one (5.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from app.facts.call_rows import CallRow, NextCall, OutcomeRow, TopicRow
from app.facts.wall_time import local_date
from app.facts.work import Call, Topic
from app.journal.spans import Span

WhoIs = Callable[[int | None], str]
"""The name of a person of an outcome; 0 is the owner."""


def call_rows(calls: Sequence[Call], span: Span, who_is: WhoIs) -> tuple[CallRow, ...]:
    """Calls held or missed in the span, in order."""
    held = [each for each in calls if each.held and span.holds(each.held.at)]
    rows = [call_row(each, who_is) for each in held]
    rows += [
        CallRow(at=each.planned_at or each.begun, channel=each.channel, missed_by=each.missed_by)
        for each in calls
        if each.state == "missed" and span.holds(each.planned_at or each.begun)
    ]
    return tuple(sorted(rows, key=_at))


def _at(row: CallRow) -> datetime:
    return row.at


def call_row(call: Call, who_is: WhoIs) -> CallRow:
    """A held call with its topics, as a paper tells it."""
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


def off_topic_percent(calls: Sequence[CallRow], minutes_in_all: int) -> str:
    """The share of minutes off topic, in whole percent; empty without a call (D15)."""
    off = sum(call.off_topic_minutes for call in calls)
    return str(round(100 * off / minutes_in_all)) if minutes_in_all else ""
