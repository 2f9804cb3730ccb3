"""Blocks cut into strips: the pieces of a page that are never split, each with its height and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from typing import Final

from msgspec.structs import replace

from app.facts.pages import (
    Bar,
    Charts,
    ClockLine,
    Figures,
    HashBlock,
    KeyLine,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Section,
    SignatureLines,
    Table,
    TermList,
    Tone,
    grouped,
    plain,
)
from app.facts.visible import visible
from ui.printing.bar import bar_strip
from ui.printing.drawn import ACCENT, BAND, TEXT, TEXT_2, Face, Item, Letters, Panel, Rule
from ui.printing.fonts import width_of
from ui.printing.lettering import broken, lettered, width_of_line
from ui.printing.numbered import numbered_strips
from ui.printing.strip import Strip, as_strip
from ui.printing.table import table_strips

HEADING: Final = Face(10.5, 600)
FIGURE: Final = Face(14, 600)
BODY: Final = 9.0
SMALL: Final = 8.0
LEADING: Final = 13.0
DESCENT: Final = 3.5
FIGURES_HIGH: Final = 40.8
AFTER_TABLE: Final = 4.0


@singledispatch
def strips_of(block: object, width: float) -> list[Strip]:
    """The strips of one block of the page model at an inner width in points."""
    raise TypeError(f"no such block: {type(block).__name__}")


@strips_of.register
def _(block: Section, width: float) -> list[Strip]:
    items: list[Item] = []
    lines = broken(plain(block.heading, Tone.BOLD), HEADING.size, width, most=3)
    y = 10.0
    for number, line in enumerate(lines):
        y = 10.0 + number * 14
        items.extend(lettered(line, 0, y))
    items.append(Rule(0, y + 6.1, width, y + 6.1, 0.7, TEXT))
    strips = [Strip(height=y + 9.5, items=tuple(items), before=9.2, keep=True)]
    for at, leaf in enumerate(block.blocks):
        strips.extend(_beside_tables(leaf, block.blocks[at - 1 : at], block.blocks[at + 1 : at + 2], width))
    strips[1:2] = [replace(first, before=0) for first in strips[1:2]]
    return strips


def _beside_tables(leaf: object, above: Sequence[object], below: Sequence[object], width: float) -> list[Strip]:
    """The strips of a block. A sentence stays with the table that it introduces, and stands clear of one above it."""
    strips = strips_of(leaf, width)
    if isinstance(leaf, Paragraph) and strips:
        if any(isinstance(block, Table) for block in above):
            strips[0] = replace(strips[0], before=AFTER_TABLE)
        if any(isinstance(block, Table) for block in below):
            strips[-1] = replace(strips[-1], keep=True)
    return strips


@strips_of.register
def _(block: Table, width: float) -> list[Strip]:
    return table_strips(block, width)


@strips_of.register
def _(block: Figures, width: float) -> list[Strip]:
    items: list[Item] = [Panel(0, 0, width, FIGURES_HIGH, 4.5, BAND)]
    share = width / max(4, len(block.figures))
    for number, figure in enumerate(block.figures):
        x = 14.6 + number * share
        ink = ACCENT if figure.accent else TEXT
        items.append(Letters(x, 19.7, visible(figure.value), FIGURE, ink))
        caption = broken(plain(figure.caption, Tone.MUTED), SMALL, share - 16, most=1)
        items.extend(lettered(caption[0], x, 33.7) if caption else ())
    return [Strip(height=FIGURES_HIGH + 5, items=tuple(items), before=8.8)]


@strips_of.register
def _(block: KeyLine, width: float) -> list[Strip]:
    """What stands at the right goes below where it would be cut: nothing is cut on paper."""
    right = broken(plain(block.right, Tone.FAINT), SMALL, width)
    taken = max((width_of_line(line) for line in right), default=0.0)
    beside = taken <= width * 0.55
    lines = broken(plain(block.text, Tone.BOLD), BODY, width - taken - 12 if beside and right else width, most=4)
    strip = as_strip(lines, 0, LEADING, 9.1, 5.0)
    if not beside:
        below = as_strip(right, 0, LEADING - 1.5, 8.1, 5.0)
        return [Strip(height=strip.height, items=strip.items, before=5, keep=True), replace(below, keep=True)]
    items = [item for line in right[:1] for item in lettered(line, width - width_of_line(line), 9.1)]
    return [Strip(height=strip.height, items=(*strip.items, *items), before=5, keep=True)]


@strips_of.register
def _(block: Paragraph, width: float) -> list[Strip]:
    size = SMALL if block.small else BODY
    step = LEADING - 1.5 if block.small else LEADING
    lines = broken(block.runs, size, width)
    return [Strip(height=step, items=tuple(lettered(line, 0, step - DESCENT))) for line in lines]


@strips_of.register
def _(block: Charts, width: float) -> list[Strip]:
    from ui.printing.figures import charts_strips

    return charts_strips(block, width)


@strips_of.register
def _(block: NumberedList, width: float) -> list[Strip]:
    return numbered_strips(block, width)


@strips_of.register
def _(block: Bar, width: float) -> list[Strip]:
    return [bar_strip(block, width)]


@strips_of.register
def _(block: TermList, width: float) -> list[Strip]:
    strips, left = [], width * 0.26
    for term in block.terms:
        name = as_strip(broken(plain(term.name, Tone.MUTED), BODY, left - 8, most=45), 0, LEADING, 9.6, DESCENT)
        said = as_strip(broken(term.runs, BODY, width - left, most=45), left, LEADING, 9.6, DESCENT)
        strips.append(Strip(height=max(name.height, said.height), items=(*name.items, *said.items)))
    return strips


@strips_of.register
def _(block: ClockLine, width: float) -> list[Strip]:
    cells = ((block.label, Tone.STRONG, 0.0), (block.theirs, Tone.PLAIN, 0.3636), (block.mine, Tone.PLAIN, 0.6475))
    parts = [
        as_strip(broken(plain(text, tone), BODY, width * 0.33, most=6), width * share, LEADING, 9.6, DESCENT)
        for text, tone, share in cells
    ]
    return [Strip(height=max(part.height for part in parts), items=tuple(i for part in parts for i in part.items))]


@strips_of.register
def _(block: SignatureLines, width: float) -> list[Strip]:
    share = width / max(len(block.parties), 2)
    items: list[Item] = []
    height = 0.0
    for number, (name, under) in enumerate(block.parties):
        x = number * share
        room = share - 24
        items.append(Rule(x, 46, x + room, 46, 0.7, TEXT_2))
        runs = (Run(name, Tone.STRONG), Run(f"\n{under}" if under else "", Tone.MUTED))
        strip = as_strip(broken(runs, BODY, room, most=6), x, LEADING, 58, DESCENT)
        items.extend(strip.items)
        height = max(height, strip.height)
    return [Strip(height=height, items=tuple(items), follow=True)]


@strips_of.register
def _(block: HashBlock, width: float) -> list[Strip]:
    label = as_strip(broken(plain(block.label, Tone.MUTED), SMALL, width, most=3), 0, LEADING - 1, 9.0, 2.0)
    size, step = (10.0, 12.5) if block.big else (6.6, 9.3)
    face = Face(size, mono=True)
    items = list(label.items)
    y = label.height
    for digits in _lines_of_digits(block.digits, face, width, block.big):
        y += step
        items.append(Letters(0, y, digits, face, TEXT if block.big else TEXT_2))
    return [Strip(height=y + 4, items=tuple(items))]


def _lines_of_digits(digits: str, face: Face, width: float, big: bool) -> list[str]:
    """Groups of eight, as many to a line as fit; four when they are big."""
    groups = grouped(digits).split(" ")
    most = 4 if big else max(int(width / width_of("00000000 ", face)), 1)
    return [" ".join(groups[at : at + most]) for at in range(0, len(groups), most)]


@strips_of.register
def _(block: PageBreak, width: float) -> list[Strip]:
    return [Strip(height=0, items=(), new_page=True)]
