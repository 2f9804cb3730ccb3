"""Calls held, missed, moved and off topic (D13 to D16), voices' requests (D7), and messages outside agreed hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from app.facts.call_figures import CallMonth, CallPoint, Calls, OutOfHours
from app.facts.snapshot import Side, Talk
from app.facts.voices import VoiceCount
from app.facts.work import Call
from app.rules.both_calendars import my_duty_calendar
from app.rules.statistics.reading import Reading, month_of, months_between
from app.rules.working_time import in_hours

_MESSAGES = ("message.sent", "message.received")


def calls(reading: Reading) -> Calls:
    """The calls of the period; missed ones by the day for which they were planned, moved ones by when that was said."""
    history, view = reading.history, reading.view
    held = sorted((p for p in map(_point, view.snapshot.calls) if p and reading.holds(p.at)), key=_moment)
    missed = [call for call in history.missed if reading.period.holds(call.on)]
    months = months_between(view.day_of(held[0].at), view.day_of(held[-1].at)) if held else ()
    by_month: dict[str, list[CallPoint]] = {name: [] for name in months}
    for each in held:
        by_month[month_of(view.day_of(each.at))].append(each)
    return Calls(
        held=tuple(held),
        months=tuple(_counted(month, found) for month, found in by_month.items()),
        total=_counted("", held),
        missed_by_me=tuple(call.entry for call in missed if call.by == "me"),
        missed_by_client=tuple(call.entry for call in missed if call.by == "client"),
        moved=tuple(call.entry for call in history.moved if reading.holds(call.at)),
    )


def voices(reading: Reading) -> tuple[VoiceCount, ...]:
    """What others than the contact asked for in the period: one count per person, most requests first (D7)."""
    found: dict[int, VoiceCount] = {}
    for each in reading.history.asked:
        if not reading.holds(each.at) or not reading.view.is_voice(each.person, each.at):
            continue
        before = found.get(each.person)
        day = reading.view.day_of(each.at)
        found[each.person] = VoiceCount(
            person=each.person,
            requests=(before.requests if before else 0) + 1,
            minutes=(before.minutes if before else 0) + each.minutes,
            since=min(day, before.since) if before else day,
        )
    return tuple(sorted(found.values(), key=_most))


def out_of_hours(reading: Reading) -> OutOfHours:
    """Messages of both sides outside my hours (on-duty windows are hours), and mine outside theirs, by terms then (D8).

    A message of which only the day is known, and one that a machine sent, is judged by nobody.
    """
    theirs, mine, rest = [], [], []
    for line in _messages(reading):
        terms = reading.view.agreement_at(line.at).terms
        outside = not in_hours(my_duty_calendar(reading.history.snapshot.owner, terms), line.at)
        if line.side is Side.THEIRS:
            theirs += [line.entry] * outside
        else:
            mine += [line.entry] * outside
            rest += [line.entry] * (not in_hours(reading.view.their_calendar(terms), line.at))
    return OutOfHours(theirs=tuple(theirs), mine=tuple(mine), in_their_rest=tuple(rest))


def _messages(reading: Reading) -> Iterator[Talk]:
    unclocked = reading.history.unclocked
    for line in reading.view.snapshot.talk:
        if line.kind in _MESSAGES and line.entry not in unclocked and reading.holds(line.at):
            yield line


def _point(call: Call) -> CallPoint | None:
    if call.held is None:
        return None
    planned = call.held.entry != call.number
    agreed = any(each.agreed for each in (*call.topics, *call.planned_topics))
    return CallPoint(
        item=call.number,
        at=call.held.at,
        minutes=max(call.minutes, call.on_topic_minutes + call.off_topic_minutes),
        off_topic_minutes=call.off_topic_minutes,
        ad_hoc=not planned or not agreed,
    )


def _counted(month: str, held: Sequence[CallPoint]) -> CallMonth:
    return CallMonth(
        month=month,
        held=len(held),
        minutes=sum(each.minutes for each in held),
        off_topic_minutes=sum(each.off_topic_minutes for each in held),
    )


def _moment(point: CallPoint) -> tuple[datetime, int]:
    return point.at, point.item


def _most(count: VoiceCount) -> tuple[int, int]:
    return -count.requests, count.person
