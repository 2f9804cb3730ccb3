"""The final report over a whole contract: what was done, the plan's history, goals, figures, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.facts.month import MonthFacts
from app.facts.pages import Cell, Column, Leaf, Table, Tone, plain
from app.facts.statistics import Statistics
from app.papers.month_close import (
    BOTH_SIDES,
    CALLS,
    COMING,
    DECISIONS,
    DONE,
    FEEDBACK,
    GOALS,
    OFFERS,
    PLAN,
    RISKS,
    WAITING,
    Part,
    charts,
)
from app.papers.week_dates import Seen
from app.words import N_, Words

_TWO: Final = (Column(557), Column(443))
Line = tuple[str, str]


def figures(facts: MonthFacts, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """The statistics of 1.8 in a small table, then as charts; what is for me only stands in my edition."""
    if facts.figures is None:
        return ()
    lines = [*_answers(facts.figures, words), *_calls(facts.figures, words), *_edits(facts.figures, words)]
    if seen.mine:
        lines.extend(_for_me(facts.figures, words))
    rows = tuple((Cell(plain(name, Tone.STRONG)), Cell(plain(value))) for name, value in lines)
    table = (Table(columns=_TWO, rows=rows, ruled=True),) if rows else ()
    return (*table, *charts(facts, words, seen))


def _answers(found: Statistics, words: Words) -> Iterator[Line]:
    answers = found.answers
    if answers.median_seconds is not None:
        usual = words.duration(answers.median_seconds // 60)
        yield words.text("Half of the answers came within"), words.text("{time} of working time", time=usual)
    if answers.share_in_time is not None:
        yield words.text("Answers in the agreed time"), words.percent(round(answers.share_in_time))


def _calls(found: Statistics, words: Words) -> Iterator[Line]:
    held = found.calls.total
    if held.held:
        said = words.plural("{n} call, {length}", "{n} calls, {length}", held.held, length=words.duration(held.minutes))
        yield words.text("Calls held"), said
    missed = len(found.calls.missed_by_me) + len(found.calls.missed_by_client)
    if missed:
        yield words.text("Calls that did not take place"), words.number(missed)


def _edits(found: Statistics, words: Words) -> Iterator[Line]:
    if found.accepted.edits:
        yield words.text("Edits accepted"), words.number(len(found.accepted.edits))
    if found.accepted.per_delivery is not None:
        yield words.text("Rounds for an accepted edit"), words.decimal(found.accepted.per_delivery)


def _for_me(found: Statistics, words: Words) -> Iterator[Line]:
    longest, first = found.silence.longest, sum(each.done for each in found.firsts)
    if longest:
        yield words.text("Longest silence"), words.working_days(longest.longest)
    yield words.text("First messages"), words.number(first)
    if found.voices:
        yield words.text("Other people who spoke for the client"), words.number(len(found.voices))
    if found.out_of_hours.theirs:
        yield words.text("Messages from them outside my hours"), words.number(len(found.out_of_hours.theirs))


FIGURES: Final = Part(N_("In figures"), figures)
HANDED_OVER: Final = Part(N_("Open, and handed over"), COMING.blocks)

FINAL_SECTIONS: Final = (
    DONE, GOALS, PLAN, BOTH_SIDES, FIGURES, CALLS, HANDED_OVER, WAITING, DECISIONS, RISKS, OFFERS, FEEDBACK,
)  # fmt: skip
