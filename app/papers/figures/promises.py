"""Promises by month: kept, moved in time, moved late, missed, in strengths of the accent (6.11, W10)."""

from __future__ import annotations

from app.facts.charts import Block, Columns, FigureLook, Frame, Label, LegendItem, Pile, Tick, steps
from app.facts.statistics import PromiseMonth, PromisePoint, Promises, Statistics
from app.papers.figures.look import FEWEST, NOTHING, entry_key, long_month, short_month
from app.words import N_, Words

RESULTS = {
    "kept": (N_("kept"), "accent", 1.0),
    "moved_in_time": (N_("moved in time"), "accent", 0.62),
    "moved_late": (N_("moved late"), "accent", 0.34),
    "missed": (N_("missed"), "late-bar", 1.0),
}
"""From best to worst: the word, the token, its strength."""

TITLES = 3


def promises_look(found: Statistics, words: Words) -> FigureLook:
    """Figure: how many of the dates told first were kept. The rest: what became of the others."""
    promises = found.promises
    total, title, unit = promises.total, words.text("Promises"), words.text("kept on the first date")
    if not total.judged:
        said = words.text("No promise was due yet")
        return FigureLook(title=title, figure=NOTHING, unit=unit, rest=said, spoken=f"{title}. {said}")
    figure = words.text("{some} of {all}", some=total.kept, all=total.judged)
    spoken = words.text("Promises, {kept} of {all} kept on the first date, {in_time} kept or moved in time",
                        kept=total.kept, all=total.judged, in_time=total.in_time)  # fmt: skip
    if total.judged < FEWEST:
        rest = words.plural("{n} promise so far", "{n} promises so far", total.judged)
        return FigureLook(title=title, figure=figure, unit=unit, rest=rest, spoken=spoken)
    seen = [key for key in RESULTS if getattr(total, key)]
    legend = tuple(LegendItem(_short(key, words), *RESULTS[key][1:]) for key in seen)
    return FigureLook(
        title=title,
        figure=figure,
        unit=unit,
        rest=_rest(promises, words),
        spoken=spoken,
        chart=_chart(promises, words),
        legend=legend,
    )


def _short(result: str, words: Words) -> str:
    """The legend has one line for four words, where a language allows it."""
    return {
        "kept": words.text_in("legend", "kept"),
        "moved_in_time": words.text_in("legend", "moved"),
        "moved_late": words.text_in("legend", "moved late"),
        "missed": words.text_in("legend", "missed"),
    }[result]


def _rest(promises: Promises, words: Words) -> str:
    total = promises.total
    said = []
    if total.moved_in_time:
        said.append(words.plural("{n} moved in time", "{n} moved in time", total.moved_in_time))
    if total.moved_late:
        said.append(words.plural("{n} moved late", "{n} moved late", total.moved_late))
    if total.missed == 1:
        day = next(each.on for each in promises.points if each.result == "missed")
        said.append(words.text("1 missed: {day:short}", day=day))
    elif total.missed:
        said.append(words.plural("{n} missed", "{n} missed", total.missed))
    return ", ".join(said) or words.text("None was moved or missed")


def _chart(promises: Promises, words: Words) -> Columns:
    months = promises.months
    piles = tuple(Pile(blocks=_blocks(each, promises.points, words)) for each in months)
    ticks = steps(max(each.judged for each in months))
    labels = tuple(Label((at + 0.5) / len(months), short_month(words, each.month)) for at, each in enumerate(months))
    return Columns(frame=Frame(ticks=tuple(Tick(at, words.number(at)) for at in ticks), labels=labels), piles=piles)


def _blocks(month: PromiseMonth, points: tuple[PromisePoint, ...], words: Words) -> tuple[Block, ...]:
    found = []
    for key, (word, colour, strength) in RESULTS.items():
        count = getattr(month, key)
        if count:
            here = [each for each in points if each.result == key and f"{each.decided:%Y-%m}" == month.month]
            named = words.text("{month}, {result}", month=long_month(words, month.month), result=words.text(word))
            found.append(Block(key=entry_key(here[-1].item), what=named, shown=words.number(count),
                               more=_titles(here, words), value=count, colour=colour, strength=strength,
                               inside=words.number(count)))  # fmt: skip
    return tuple(found)


def _titles(points: list[PromisePoint], words: Words) -> str:
    named = [each.title for each in points if each.title][:TITLES]
    left = len(points) - len(named)
    titles = ", ".join(named)
    if not (named and left):
        return titles
    return words.plural("{titles} and {n} more", "{titles} and {n} more", left, titles=titles)
