"""All figures of a period as one table, in the order of 1.8: for the screen, for the terminal, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.facts.answer_figures import Answers
from app.facts.figure_rows import FigureRow
from app.facts.statistics import PeriodSort, PromiseMonth, Promises, Silence, Statistics
from app.papers.statistics_more import more_rows
from app.papers.statistics_part import Part
from app.words import Words


def as_table(statistics: Statistics, words: Words) -> tuple[FigureRow, ...]:
    """Every figure, grouped under its heading; what cannot be said yet shows a dash."""
    return tuple(_rows(statistics, words))


def csv_rows(statistics: Statistics, words: Words) -> tuple[tuple[object, ...], ...]:
    """The same table with bare numbers, and a row of headings: (part, figure, of, value, unit)."""
    head = (words.text("Part"), words.text("Figure"), words.text("Of"), words.text("Value"), words.text("Unit"))
    rows = ((row.part, row.figure, row.of, row.amount, row.unit) for row in as_table(statistics, words))
    return (head, *(tuple("" if cell is None else cell for cell in row) for row in rows))


def period_words(statistics: Statistics, words: Words) -> str:
    """The period in words: "November 2026", or its first and last day."""
    period = statistics.period
    if period.sort is PeriodSort.MONTH:
        return words.month(period.first)
    return words.text("From {first} to {last}", first=period.first, last=period.last)


def _rows(statistics: Statistics, words: Words) -> Iterator[FigureRow]:
    yield from _answers(statistics.answers, words)
    yield from _promises(statistics.promises, words)
    yield from _silence(statistics.silence, words)
    yield from _firsts(statistics, words)
    yield from more_rows(statistics, words)


def _answers(answers: Answers, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("My answer time"), words)
    yield part.count(words.text("Answers"), len(answers.points))
    yield part.seconds(words.text("Half of the answers within"), answers.median_seconds)
    yield part.seconds(words.text("Nine of ten answers within"), answers.ninetieth_seconds)
    yield part.percent(words.text("Answers in time"), answers.share_in_time)
    yield part.count(words.text("Answers that came late"), answers.late)
    yield part.count(words.text("Answers written down more than a day later"), answers.recorded_late)
    yield part.count(words.text("Messages that wait"), answers.waiting)
    yield part.count(words.text("Messages that wait too long"), answers.overdue)


def _promises(promises: Promises, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Promises"), words)
    yield part.count(words.text("Promises judged"), promises.total.judged)
    yield part.count(words.text("Dates in time"), promises.total.in_time)
    for month in (promises.total, *promises.months):
        yield from _month(part, month, words)


def _month(part: Part, month: PromiseMonth, words: Words) -> Iterator[FigureRow]:
    of = month_words(month.month, words)
    yield part.count(words.text("Dates kept"), month.kept, of)
    yield part.count(words.text("Dates moved in time"), month.moved_in_time, of)
    yield part.count(words.text("Dates moved late"), month.moved_late, of)
    yield part.count(words.text("Dates missed"), month.missed, of)


def _silence(silence: Silence, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("Silence of mine"), words)
    longest = silence.longest
    yield part.days(
        words.text("Longest silence"), longest.longest if longest else None, words.week(longest.week) if longest else ""
    )
    yield part.days(words.text("Longest silence a week, on average"), silence.average)
    for week in silence.weeks:
        yield part.days(words.text("Longest silence in the week"), week.longest, words.week(week.week))
        yield part.days(words.text("Silence agreed at most"), week.maximum, words.week(week.week))


def _firsts(statistics: Statistics, words: Words) -> Iterator[FigureRow]:
    part = Part(words.text("First messages"), words)
    yield part.count(words.text("First messages written"), sum(week.done for week in statistics.firsts))
    yield part.count(words.text("First messages agreed"), sum(week.quota for week in statistics.firsts))
    for week in statistics.firsts:
        yield part.count(words.text("First messages written"), week.done, words.week(week.week))
        yield part.count(words.text("First messages agreed"), week.quota, words.week(week.week))


def month_words(month: str, words: Words) -> str:
    """ "2026-11" as "November 2026"; nothing for all months together."""
    return words.month(date.fromisoformat(f"{month}-01")) if month else ""
