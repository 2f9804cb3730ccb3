"""Lost days by cause: theirs left, mine right of one line; never one side alone (6.11, W10, D12)."""

from __future__ import annotations

from app.facts.charts import FigureLook, Side, Sides
from app.facts.lost_figures import LostFigures, LostItem, LostSide
from app.facts.statistics import Statistics
from app.papers.figures.look import FEWEST, entry_key
from app.words import Words

MOST = 5
"""So many causes of one side have a row of their own; smaller ones share the last."""


def lost_look(found: Statistics, words: Words) -> FigureLook:
    """Figure: the days of both sides. The rest: how they are counted, and what is nobody's."""
    lost = found.lost
    theirs, mine = lost.theirs.total, lost.mine.total
    title, unit = words.text("Lost days by cause"), words.text("working days, theirs and mine")
    figure = words.text("{theirs} and {mine}", theirs=theirs, mine=mine)
    spoken = words.text("Lost days, theirs {theirs}, mine {mine}", theirs=theirs, mine=mine)
    count = len(lost.theirs.items) + len(lost.mine.items)
    if not count:
        return FigureLook(title=title, figure=figure, unit=unit, spoken=spoken,
                          rest=_with_others(words.text("No days were lost"), lost, words))  # fmt: skip
    if count < FEWEST:
        rest = words.plural(
            "{n} cause so far: {causes}",
            "{n} causes so far: {causes}",
            count,
            causes=[_named(each, words) for side in (lost.theirs, lost.mine) for each in side.items],
        )
        return FigureLook(title=title, figure=figure, unit=unit, rest=_with_others(rest, lost, words), spoken=spoken)
    counted = words.text("Days claimed by several requests count once")
    marks = (*_rows(lost.theirs, words, mine=False), *_rows(lost.mine, words, mine=True))
    chart = Sides(left=words.text_in("lost days", "theirs"), right=words.text_in("lost days", "mine"), marks=marks)
    return FigureLook(title=title, figure=figure, unit=unit, rest=_with_others(counted, lost, words),
                      spoken=spoken, chart=chart)  # fmt: skip


def _with_others(said: str, lost: LostFigures, words: Words) -> str:
    """Days that third parties or the world outside caused are booked to nobody."""
    if not lost.others.total:
        return said
    others = words.plural("{n} more day is booked to nobody", "{n} more days are booked to nobody", lost.others.total)
    return f"{said}. {others}"


def _rows(side: LostSide, words: Words, *, mine: bool) -> list[Side]:
    items = sorted(side.items, key=_most)
    shown = items if len(items) <= MOST else items[: MOST - 1]
    rows = [
        Side(key=entry_key(each.item), what=_named(each, words), shown=_days(each.days, words, mine=mine),
             days=each.days, mine=mine) for each in shown
    ]  # fmt: skip
    left = items[len(shown) :]
    if left:
        days = sum(each.days for each in left)
        named = words.plural("{n} more cause", "{n} more causes", len(left))
        rows.append(Side(key=entry_key(left[0].item), what=named, shown=_days(days, words, mine=mine),
                         days=days, mine=mine))  # fmt: skip
    return rows


def _days(days: int, words: Words, *, mine: bool) -> str:
    spelt = words.working_days(days)
    return words.text("mine, {days}", days=spelt) if mine else words.text("theirs, {days}", days=spelt)


def _named(item: LostItem, words: Words) -> str:
    if item.cause == "edit":
        return words.text("Edit {number}, {title}", number=item.item, title=item.title)
    if item.cause == "stage":
        return words.text("Stage {number}, {title}", number=item.item, title=item.title)
    return words.text("{title}, request {number}", number=item.item, title=item.title)


def _most(item: LostItem) -> tuple[int, int]:
    return -item.days, item.item
