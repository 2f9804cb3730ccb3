"""Silence of mine: the longest gap of each week against the agreed maximum (6.11, W11)."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from operator import attrgetter

from app.facts.charts import Block, Columns, FigureLook, Frame, Label, Limit, Pile, Tick, steps
from app.facts.statistics import Silence, SilenceWeek, Statistics
from app.papers.figures.look import FEWEST, NOTHING, day_key
from app.words import Words

HEADROOM = 1.2
STRENGTH = 0.74


def silence_look(found: Statistics, words: Words) -> FigureLook:
    """Figure: the longest gap a week, on average. The rest: the longest of all, and which weeks."""
    silence = found.silence
    longest, average = silence.longest, silence.average
    title, unit = words.text("Silence, my side"), words.text("longest gap a week, on average")
    if longest is None or average is None:
        said = words.text("No weeks yet")
        return FigureLook(title=title, figure=NOTHING, unit=unit, rest=said, spoken=f"{title}. {said}")
    figure = words.text("{days} days", days=words.decimal(average))
    weeks, most = silence.weeks, words.working_days(longest.longest)
    spoken = words.text("Silence, my side, {average} working days a week on average, longest {longest}, {week}",
                        average=words.decimal(average), longest=most, week=words.week(longest.week))  # fmt: skip
    if len(weeks) < FEWEST:
        rest = words.plural("{n} week so far", "{n} weeks so far", len(weeks))
        return FigureLook(title=title, figure=figure, unit=unit, rest=rest, spoken=spoken)
    rest = words.text("Longest {days}, {week}. Weeks {first} to {last}", days=most, week=words.week(longest.week),
                      first=_number(weeks[0]), last=_number(weeks[-1]))  # fmt: skip
    return FigureLook(title=title, figure=figure, unit=unit, rest=rest, spoken=spoken, chart=_chart(silence, words))


def _chart(silence: Silence, words: Words) -> Columns:
    weeks = silence.weeks
    highest = max(max(each.longest, each.maximum) for each in weeks)
    ticks = tuple(Tick(at, words.number(at)) for at in steps(highest * HEADROOM))
    shown = sorted({0, len(weeks) // 2, len(weeks) - 1})
    labels = tuple(Label((at + 0.5) / len(weeks), str(_number(weeks[at]))) for at in shown)
    at_most = words.text("at most {days}", days=weeks[-1].maximum)
    frame = Frame(ticks=ticks, labels=labels, limits=tuple(_limits(weeks)), limit_words=at_most)
    return Columns(frame=frame, piles=tuple(Pile(blocks=(_block(each, words),)) for each in weeks))


def _block(week: SilenceWeek, words: Words) -> Block:
    """At the maximum amber, above it red: the only urgencies that charts know (6.1)."""
    over, at_limit = week.longest > week.maximum, week.longest == week.maximum
    return Block(
        key=day_key(date.fromisocalendar(int(week.week[:4]), int(week.week[6:]), 1)),
        what=words.capital(words.week(week.week)),
        shown=words.working_days(week.longest),
        more=words.text("Agreed: at most {days}", days=words.working_days(week.maximum)),
        value=week.longest,
        colour="late-bar" if over else "today-bar" if at_limit else "accent",
        strength=1.0 if over or at_limit else STRENGTH,
    )


def _limits(weeks: tuple[SilenceWeek, ...]) -> list[Limit]:
    found, at = [], 0
    for maximum, group in groupby(weeks, key=attrgetter("maximum")):
        many = len(list(group))
        found.append(Limit(at / len(weeks), (at + many) / len(weeks), maximum))
        at += many
    return found


def _number(week: SilenceWeek) -> int:
    return int(week.week[6:])
