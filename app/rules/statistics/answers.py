"""My answers (C2) with their working time, read as the flags read talk; a late answer stays late for ever."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import accumulate

from msgspec.structs import replace

from app.facts.answer_figures import AnswerPoint, Answers
from app.facts.entries import LATE_SECONDS
from app.facts.history import Mark
from app.facts.snapshot import Side, Talk
from app.rules.both_calendars import my_duty_calendar
from app.rules.statistics.reading import Reading
from app.rules.talk import TalkRead, read_talk
from app.rules.view import ClientView
from app.rules.working_time import working_seconds_between

_LATE = timedelta(seconds=LATE_SECONDS)
_EVER, _NEVER = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


def answers(reading: Reading) -> Answers:
    """Every answer given in the period, in order; what waits now is counted where the period reaches to today."""
    view = reading.view
    given = _given(view, _as_it_was(reading))
    found = tuple(_point(view, asked, answer) for asked, answer in given if reading.holds(answer.at))
    waiting = view.talk.waiting if reading.period.holds(view.today) else ()
    overdue = [each for each in waiting if view.answer_due(each.at, duty=True) <= view.now]
    return Answers(points=found, waiting=len(waiting), overdue=len(overdue))


def _given(view: ClientView, talk: TalkRead) -> list[tuple[Talk, Talk]]:
    """Each contact that answered, in order, after the message that had waited for it longest."""
    known = _Known(talk.contacts)
    found: dict[int, tuple[Talk, Talk]] = {}
    for waited, answered in talk.answers:
        for asked in waited:
            answer = known.first_told(view, asked, answered)
            if answer.entry not in found or asked.at < found[answer.entry][0].at:
                found[answer.entry] = asked, answer
    return sorted(found.values(), key=_moment_of_answer)


def _moment_of_answer(pair: tuple[Talk, Talk]) -> tuple[datetime, int]:
    return pair[1].at, pair[1].entry


def _point(view: ClientView, asked: Talk, answered: Talk) -> AnswerPoint:
    terms = view.agreement_at(asked.at).terms
    due = view.answer_due(asked.at, duty=True)
    hours = my_duty_calendar(view.snapshot.owner, terms)
    return AnswerPoint(
        answer=answered.entry,
        message=asked.entry,
        asked=asked.at,
        answered=answered.at,
        due=due,
        working_seconds=working_seconds_between(hours, asked.at, answered.at),
        agreed_minutes=None if isinstance(terms.my_answer, str) else terms.my_answer.working_minutes,
        late=answered.at > due,
        recorded_late=answered.recorded - answered.at > _LATE,
    )


class _Known:
    """Which contact the journal took for the answer before a later recording put another one in front of it."""

    def __init__(self, contacts: Sequence[Talk]) -> None:
        self.contacts = contacts

    @cached_property
    def _at(self) -> list[datetime]:
        return [each.at for each in self.contacts]

    @cached_property
    def _recorded_after(self) -> list[datetime]:
        """When the earliest recorded of all contacts from the n-th on was recorded."""
        found = accumulate(reversed([each.recorded for each in self.contacts]), min)
        return [*reversed(list(found)), _NEVER]

    def first_told(self, view: ClientView, asked: Talk, answered: Talk) -> Talk:
        """The answer that counts. What is recorded within a day of the late verdict may still put it right (D2);

        after that a late answer stays late, whatever is recorded in front of it.
        """
        start = bisect_right(self._at, answered.at)
        if self._recorded_after[start] >= answered.recorded - _LATE:
            return answered
        due = view.answer_due(asked.at, duty=True)
        before = sorted((each for each in self.contacts[start:] if each.recorded < answered.recorded), key=_recorded)
        held = before[0]
        for each in [*before[1:], answered]:
            may_put_right = held.at <= due or each.recorded <= max(held.recorded, asked.recorded) + _LATE
            if each.at < held.at and may_put_right:
                held = each
        return held


def _recorded(line: Talk) -> tuple[datetime, int]:
    return line.recorded, line.entry


def _as_it_was(reading: Reading) -> TalkRead:
    """The talk, in which a message that had been answered before it was marked still waited for that answer.

    What was imported may be marked afterwards: nobody could do so before.
    """
    view = reading.view
    talk = view.snapshot.talk
    came_late = _marked_after_the_answer(view, reading.history.marks)
    if not came_late:
        return view.talk
    lines = tuple(replace(each, no_answer_needed=False) if each.entry in came_late else each for each in talk)
    return read_talk(replace(view.snapshot, talk=lines), view.now)


def _marked_after_the_answer(view: ClientView, marks: Sequence[Mark]) -> set[int]:
    marked = {each.message: each.recorded for each in marks}
    found = set()
    answered = _NEVER
    for line in reversed(view.snapshot.talk):
        if line.side is Side.THEIRS:
            if line.no_answer_needed and not line.imported and answered < marked.get(line.entry, _EVER):
                found.add(line.entry)
        elif not line.no_answer_needed and view.reaches(line.person, line.at):
            answered = min(answered, line.recorded)
    return found
