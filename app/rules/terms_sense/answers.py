"""Answers and first messages that contradict: silence, rhythm, more than a week holds (1.4, F21, F22)."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.contradictions import Contradiction, nonsense, strange
from app.facts.terms import CallTerms, Terms, WorkingMinutes
from app.rules.terms_sense.hours import is_calendar, longest_day, my_days
from app.words import N_

WEEK = 7


def answers(terms: Terms) -> Iterator[Contradiction]:
    """The answers of both sides, and when to write first."""
    first = terms.write_first
    if first.silence_max < first.silence_ideal:
        yield nonsense(
            "write_first.silence_max",
            N_("The most days of silence are fewer than the ideal ones. Correct one of the two."),
        )
    working = len(my_days(terms))
    if working and first.per_week > working:
        yield strange(
            "write_first.per_week",
            N_("{n} first messages in a week of {days} working days means several a day."),
            n=first.per_week,
            days=working,
        )
    yield from _mine(terms)
    yield from _theirs(terms)


def _mine(terms: Terms) -> Iterator[Contradiction]:
    answer = terms.my_answer
    if not isinstance(answer, WorkingMinutes) or not is_calendar(terms.my_hours):
        return
    if answer.working_minutes < 1:
        yield nonsense("my_answer", N_("An answer needs at least one working minute. Give it more."))
    if answer.working_minutes > terms.write_first.silence_max * longest_day(terms.my_hours):
        yield strange(
            "my_answer",
            N_("Your answer may take longer than the most days of silence. Shorten one of the two."),
        )


def _theirs(terms: Terms) -> Iterator[Contradiction]:
    """In calendar days, the unit of the rhythm: working days of the client's week, spread over seven."""
    if not isinstance(terms.calls, CallTerms):
        return
    working = sum(bool(spans) for spans in terms.client_hours.weekly.values()) or WEEK
    lasting = -(-terms.client_answer.days * WEEK // working)
    if lasting > terms.calls.every_days:
        yield strange(
            "client_answer",
            N_(
                "Their answer may take {days} working days, longer than the {every} days from call to call. "
                "Shorten it, or call less often."
            ),
            days=terms.client_answer.days,
            every=terms.calls.every_days,
        )
