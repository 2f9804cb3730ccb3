"""The second half of the table of figures: calls, voices, hours, lost days, accepted edits, goals (1.8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.facts.call_figures import CallMonth, Calls, OutOfHours
from app.facts.figure_rows import FigureRow
from app.facts.goal_figures import GoalFigures
from app.facts.lost_figures import LostFigures, LostSide
from app.facts.statistics import Accepted, Statistics
from app.papers.cause_names import cause_name
from app.papers.statistics_part import Part
from app.words import Words


def more_rows(statistics: Statistics, words: Words) -> Iterator[FigureRow]:
    """The rows after the first messages, in the order of 1.8."""
    yield from _calls(statistics.calls, words)
    yield from _voices(statistics, words)
    yield from _hours(statistics.out_of_hours, words)
    yield from _lost(statistics.lost, words)
    yield from _accepted(statistics.accepted, words)
    for goal in statistics.goals:
        yield from _goal(goal, words)


def _calls(calls: Calls, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Calls"), words)
    yield part.count(words.text("Calls held"), calls.total.held)
    yield part.count(words.text("Calls without a plan or an agreed topic"), sum(call.ad_hoc for call in calls.held))
    yield part.count(words.text("Calls missed by me"), len(calls.missed_by_me))
    yield part.count(words.text("Calls missed by them"), len(calls.missed_by_client))
    yield part.count(words.text("Calls moved"), len(calls.moved))
    for month in (calls.total, *calls.months):
        yield from _month_of_calls(part, month, words)


def _month_of_calls(part: Part, month: CallMonth, words: Words) -> Iterator[FigureRow]:
    of = words.month(date.fromisoformat(f"{month.month}-01")) if month.month else ""
    yield part.minutes(words.text("Minutes of calls"), month.minutes, of)
    yield part.minutes(words.text("Minutes off topic"), month.off_topic_minutes, of)
    yield part.percent(words.text("Off topic on calls"), month.off_topic_percent, of)


def _voices(statistics: Statistics, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Requests from others than the contact"), words)
    names = dict(statistics.names)
    yield part.count(words.text("Requests of others"), sum(voice.requests for voice in statistics.voices))
    yield part.minutes(words.text("Minutes spent on them"), sum(voice.minutes for voice in statistics.voices))
    for voice in statistics.voices:
        yield part.count(words.text("Requests of others"), voice.requests, names.get(voice.person, ""))
        yield part.minutes(words.text("Minutes spent on them"), voice.minutes, names.get(voice.person, ""))


def _hours(hours: OutOfHours, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Messages out of hours"), words)
    yield part.count(words.text("Their messages outside my hours"), len(hours.theirs))
    yield part.count(words.text("My messages outside my hours"), len(hours.mine))
    yield part.count(words.text("My messages outside their hours"), len(hours.in_their_rest))


def _lost(lost: LostFigures, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Lost days"), words)
    yield from _side(part, words.text("Lost by them"), lost.theirs, words)
    yield from _side(part, words.text("Lost by me"), lost.mine, words)
    yield from _side(part, words.text("Lost by nobody's fault"), lost.others, words)


def _side(part: Part, name: str, side: LostSide, words: Words) -> Iterator[FigureRow]:
    yield part.days(name, side.total)
    for cause, days in side.causes:
        yield part.days(name, days, cause_name(words, cause))


def _accepted(accepted: Accepted, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Edits accepted"), words)
    yield part.count(words.text("Accepted edits"), len(accepted.edits))
    yield part.decimal(words.text("Times asked for, each on average"), accepted.per_delivery)


def _goal(goal: GoalFigures, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Goals"), words)
    last = goal.last
    yield part.decimal(words.text("Value at the start"), goal.base, goal.metric, goal.unit)
    yield part.decimal(words.text("Target value"), goal.target, goal.metric, goal.unit)
    yield part.decimal(words.text("Last reading"), last.value if last else None, goal.metric, goal.unit)
    yield part.decimal(words.text("Expected by then"), last.shown_expected if last else None, goal.metric, goal.unit)
    yield part.percent(words.text("Behind the target line"), last.off_percent if last else None, goal.metric)
