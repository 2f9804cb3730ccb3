"""Figures with their charts as strips: two beside each other, title, figure, the rest, legend, chart (6.11)."""

from __future__ import annotations

from typing import Final

from app.facts.charts import FigureLook, LegendItem
from app.facts.pages import Charts, Tone, plain
from ui.charts.strokes import mixed
from ui.printing.chart import HAND, plot_height
from ui.printing.drawn import TEXT, TEXT_2, Face, Item, Letters, Panel, Plot
from ui.printing.fonts import width_of
from ui.printing.lettering import broken
from ui.printing.strip import Strip, as_strip

GAP: Final = 18.0
HIGH: Final = 112.0
TITLE, FIGURE, SMALL, SMALLEST = 8.0, 14.0, 8.0, 7.5
SQUARE: Final = 6.0
BELOW: Final = 6.0


def charts_strips(block: Charts, width: float) -> list[Strip]:
    """One strip that is never split; a figure alone in its row keeps to its half, and charts begin on one line."""
    room = (width - GAP) / 2
    heads = [_head(look, at * (room + GAP), room) for at, look in enumerate(block.looks)]
    top = height = max(head.height for head in heads)
    items = [item for head in heads for item in head.items]
    for at, look in enumerate(block.looks):
        if look.chart is not None:
            high = plot_height(look.chart, HIGH)
            items.append(Plot(at * (room + GAP), top, room, high, look.chart))
            height = max(height, top + high)
    return [Strip(height=height + BELOW, items=tuple(items), before=8.0)]


def _head(look: FigureLook, x: float, room: float) -> Strip:
    """Title, figure with its unit, the rest, the legend."""
    title, figure = Face(TITLE, 600), Face(FIGURE, 600)
    items: list[Item] = [
        Letters(x, 8.0, look.title, title, TEXT_2),
        Letters(x, 24.0, look.figure, figure, TEXT),
    ]
    after = width_of(look.figure, figure) + 5
    beside = broken(plain(look.unit, Tone.MUTED), SMALL, room - after, most=2)
    unit = as_strip(beside, x + after, 9.5, 24.0 - 9.5 * (len(beside) - 1), 2.0)
    rest = as_strip(broken(plain(look.rest, Tone.FAINT), SMALLEST, room, most=3), x, 9.5, 35.0, 4.0)
    items.extend((*unit.items, *rest.items))
    if not look.legend:
        return Strip(height=rest.height, items=tuple(items))
    items.extend(_legend(look.legend, x, rest.height + 7.0))
    return Strip(height=rest.height + 12.0, items=tuple(items))


def _legend(legend: tuple[LegendItem, ...], x: float, y: float) -> list[Item]:
    items: list[Item] = []
    for each in legend:
        ink = mixed(HAND, each.colour, each.strength).name()
        items.append(Panel(x, y - SQUARE + 0.6, SQUARE, SQUARE, 1.5, ink))
        items.append(Letters(x + SQUARE + 3, y, each.words, Face(SMALLEST), TEXT_2))
        x += SQUARE + 3 + width_of(each.words, Face(SMALLEST)) + 9
    return items
