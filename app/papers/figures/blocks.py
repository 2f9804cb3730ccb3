"""The five figures on paper: my edition has all of them, the client's what concerns both sides (D12, 6.11)."""

from __future__ import annotations

from app.facts.charts import FigureLook
from app.facts.pages import Charts, Leaf
from app.facts.statistics import Statistics
from app.papers.figures.answers import answers_look
from app.papers.figures.five import looks_of
from app.papers.figures.lost import lost_look
from app.papers.figures.promises import promises_look
from app.papers.week_dates import Seen
from app.words import Words

ABREAST = 2


def figure_blocks(found: Statistics, words: Words, seen: Seen) -> tuple[Leaf, ...]:
    """The figures that have a chart, two beside each other; the others are said in the table of the final report."""
    drawn = [look for look in _looks(found, words, seen) if look.chart is not None]
    return tuple(Charts(tuple(drawn[at : at + ABREAST])) for at in range(0, len(drawn), ABREAST))


def drawn_figures(found: Statistics, words: Words, seen: Seen) -> int:
    """How many of the figures have a chart."""
    return sum(look.chart is not None for look in _looks(found, words, seen))


def _looks(found: Statistics, words: Words, seen: Seen) -> tuple[FigureLook, ...]:
    if seen.mine:
        return looks_of(found, words, seen.zone)
    return answers_look(found, words, seen.zone), promises_look(found, words), lost_look(found, words)
