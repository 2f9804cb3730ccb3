"""Off topic on calls: the share of their minutes, month by month (6.11, D15)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.facts.call_figures import CallMonth, Calls
from app.facts.charts import Block, Columns, FigureLook, Frame, Label, Pile, Tick, steps
from app.facts.statistics import Statistics
from app.papers.figures.look import FEWEST, NOTHING, entry_key, first_of, long_month, percent, short_month
from app.words import Words

STRENGTH = 0.74
UNITS = (1, 2, 5, 10, 20, 25)
HEADROOM = 1.15
"""Room for the number over the highest column."""


def calls_look(found: Statistics, words: Words) -> FigureLook:
    """Figure: the share of the last month. The rest: calls held and missed, and how long they were."""
    calls, title = found.calls, words.text("Off topic on calls")
    told = [(each.month, share) for each in calls.months if (share := each.off_topic_percent) is not None]
    if not told:
        said = words.text("No calls yet")
        return FigureLook(title=title, figure=NOTHING, unit=words.text("of the minutes"), rest=said,
                          spoken=f"{title}. {said}")  # fmt: skip
    last, share = told[-1]
    figure, month = percent(words, share), words.month(first_of(last))
    unit = words.text("in {month}", month=month)
    spoken = words.text("Off topic on calls, {share} in {month}", share=figure, month=month)
    if calls.total.held < FEWEST:
        rest = words.plural("{n} call so far", "{n} calls so far", calls.total.held)
        return FigureLook(title=title, figure=figure, unit=unit, rest=rest, spoken=spoken)
    return FigureLook(title=title, figure=figure, unit=unit, rest=_rest(calls, words), spoken=spoken,
                      chart=_chart(calls, found, words))  # fmt: skip


def _rest(calls: Calls, words: Words) -> str:
    said = [words.plural("{n} call held", "{n} calls held", calls.total.held)]
    if calls.missed_by_client:
        said.append(words.plural("{n} missed by them", "{n} missed by them", len(calls.missed_by_client)))
    if calls.missed_by_me:
        said.append(words.plural("{n} missed by me", "{n} missed by me", len(calls.missed_by_me)))
    said.append(words.text("{time} in all", time=words.duration(calls.total.minutes)))
    return ", ".join(said)


def _chart(calls: Calls, found: Statistics, words: Words) -> Columns:
    months = calls.months
    highest = max(float(each.off_topic_percent or 0) for each in months)
    ticks = tuple(Tick(at, words.percent(at)) for at in steps(max(4.0, highest * HEADROOM), UNITS))
    labels = tuple(Label((at + 0.5) / len(months), short_month(words, each.month)) for at, each in enumerate(months))
    piles = tuple(_pile(each, found, words) for each in months)
    return Columns(frame=Frame(ticks=ticks, labels=labels), piles=piles)


def _pile(month: CallMonth, found: Statistics, words: Words) -> Pile:
    """A month without a minute written down has no column."""
    share = month.off_topic_percent
    if share is None:
        return Pile(blocks=())
    zone = ZoneInfo(found.zone)
    held = [each for each in found.calls.held if f"{each.at.astimezone(zone):%Y-%m}" == month.month]
    said = percent(words, share)
    more = words.plural("{n} call, {time} in all", "{n} calls, {time} in all", month.held,
                        time=words.duration(month.minutes))  # fmt: skip
    block = Block(key=entry_key(held[-1].item) if held else "", what=long_month(words, month.month), shown=said,
                  more=more, value=float(share), strength=STRENGTH)  # fmt: skip
    return Pile(blocks=(block,), above=said)
