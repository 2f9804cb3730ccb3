"""My answer time: one dot for each answer, late ones as diamonds, the agreed term as a dashed line (6.11, C2)."""

from __future__ import annotations

from itertools import groupby
from zoneinfo import ZoneInfo

from app.facts.answer_figures import AnswerPoint, Answers
from app.facts.charts import Dot, Dots, FigureLook, Frame, Limit, Tick, steps
from app.facts.statistics import Statistics
from app.papers.figures.look import FEWEST, NOTHING, across, entry_key, percent, time_labels
from app.words import Words

MINUTES = (1, 5, 10, 15, 30, 60, 120, 240, 480, 960)
HEADROOM = 1.1
_DAY_SECONDS = 86_400


def answers_look(found: Statistics, words: Words, here: ZoneInfo) -> FigureLook:
    """Figure: the median. The rest: in time, nine of ten, how many. Hours are told in the zone `here` (6.15)."""
    answers = found.answers
    median, ninetieth, share = answers.median_seconds, answers.ninetieth_seconds, answers.share_in_time
    count, title, unit = len(answers.points), words.text("My answer time"), words.text("median")
    if median is None or ninetieth is None or share is None:
        said = words.text("No answers yet")
        return FigureLook(title=title, figure=NOTHING, unit=unit, rest=said, spoken=f"{title}. {said}")
    figure = words.duration(median // 60)
    spoken = words.text("Answer time, median {median}, {in_time} of {all} in time",
                        median=figure, in_time=answers.in_time, all=count + answers.overdue)  # fmt: skip
    if count < FEWEST:
        rest = words.plural("{n} answer so far", "{n} answers so far", count)
        return FigureLook(title=title, figure=figure, unit=unit, rest=rest, spoken=spoken)
    within = words.duration(ninetieth // 60)
    rest = words.plural("{share} in time, 9 of 10 within {time}, {n} answer",
                        "{share} in time, 9 of 10 within {time}, {n} answers",
                        count, share=percent(words, share), time=within)  # fmt: skip
    return FigureLook(
        title=title, figure=figure, unit=unit, rest=rest, spoken=spoken, chart=_chart(answers, found, words, here)
    )


def _chart(answers: Answers, found: Statistics, words: Words, here: ZoneInfo) -> Dots:
    zone = ZoneInfo(found.zone)
    first = min(found.period.first, answers.points[0].answered.astimezone(zone).date())
    last = min(found.period.last, found.now.astimezone(zone).date())
    marks = tuple(
        Dot(
            key=entry_key(each.answer),
            what=words.capital(words.date_time(each.answered, here)),
            shown=_said(each, words),
            across=_place(each, found, zone),
            value=each.working_seconds / 60,
            late=each.late,
        )
        for each in answers.points
    )
    limits = tuple(_limits(answers.points, [mark.across for mark in marks]))
    highest = max(max(mark.value for mark in marks), max((limit.value for limit in limits), default=0))
    ticks = tuple(Tick(value, words.duration(value) if value else "0") for value in steps(highest * HEADROOM, MINUTES))
    agreed = words.text("agreed, {time}", time=words.duration(round(limits[-1].value))) if limits else ""
    labels = time_labels(words, first, last)
    return Dots(frame=Frame(ticks=ticks, labels=labels, limits=limits, limit_words=agreed), marks=marks)


def _place(point: AnswerPoint, found: Statistics, zone: ZoneInfo) -> float:
    local = point.answered.astimezone(zone)
    part = (local.hour * 3600 + local.minute * 60 + local.second) / _DAY_SECONDS
    last = min(found.period.last, found.now.astimezone(zone).date())
    return across(local.date(), found.period.first, last, part)


def _said(point: AnswerPoint, words: Words) -> str:
    time = words.duration(point.working_seconds // 60)
    return words.text("{time}, late", time=time) if point.late else time


def _limits(points: tuple[AnswerPoint, ...], places: list[float]) -> list[Limit]:
    """The term as each answer had it; it changes where the first answer under another one stands (D8)."""
    found: list[tuple[float, int | None]] = []
    for minutes, group in groupby(zip(points, places, strict=True), key=_agreed):
        found.append((next(iter(group))[1] if found else 0.0, minutes))
    ends = [begin for begin, _ in found[1:]] + [1.0]
    return [Limit(begin, end, minutes) for (begin, minutes), end in zip(found, ends, strict=True) if minutes]


def _agreed(pair: tuple[AnswerPoint, float]) -> int | None:
    return pair[0].agreed_minutes
