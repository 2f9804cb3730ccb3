"""Rows and columns cut into strips: one strip a row, the head tied to the first row and repeated on later pages."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from app.facts.pages import WHOLE, Align, Cell, Mark, Run, Table, Tone, plain
from ui.printing.drawn import ACCENT, HAIRLINE, TEXT_2, TRACK, Item, Panel, Rule, Sign, moved
from ui.printing.lettering import Line, broken, lettered, width_of_line
from ui.printing.strip import Strip, as_strip

GAP: Final = 6.0
SIGN: Final = 10.6
AFTER_SIGN: Final = 13.2
INDENT: Final = 14.6
UNSPLIT: Final = 90.0
"""A table up to this height stays on one page."""
MOST_LINES: Final = 45
"""More lines than this do not fit a page in one row: the cell ends in an ellipsis."""


class Setting(Struct, frozen=True):
    """How rows are set, in points: type, from line to line, the first baseline of a row, what lies below its last."""

    size: float
    head: float
    step: float
    first: float
    below: float
    head_high: float


PLAIN: Final = Setting(size=9.0, head=7.5, step=12.6, first=9.6, below=3.5, head_high=10.2)
RULED: Final = Setting(size=9.0, head=7.5, step=12.6, first=11.6, below=4.6, head_high=10.2)
SMALL: Final = Setting(size=7.5, head=7.5, step=9.0, first=8.5, below=2.5, head_high=10.2)


def table_strips(table: Table, width: float) -> list[Strip]:
    """The strips of a table at `width` points."""
    edges = _edges(table, width)
    setting = SMALL if table.small else RULED if table.ruled else PLAIN
    top = _head(table, edges, setting) if table.head else None
    strips = [top] if top else []
    head = top
    for number, row in enumerate(table.rows):
        if len(row) == 1 < len(table.columns):
            strips.append(_over(row[0], width, setting, top))
            head = _under(top, strips[-1])
            continue
        ruled = table.ruled and number < len(table.rows) - 1
        strips.append(_row(table, row, edges, setting, head, ruled=ruled))
    if sum(strip.height for strip in strips) <= UNSPLIT:
        strips[:-1] = [replace(strip, keep=True) for strip in strips[:-1]]
    return strips


def _over(cell: Cell, width: float, setting: Setting, head: Strip | None) -> Strip:
    """A heading over the rows that follow; it never stands alone."""
    lines = broken(tuple(Run(run.text, Tone.BOLD) for run in cell.runs), setting.size, width, most=3)
    first = setting.first + 2.0
    strip = as_strip(lines, 0, setting.step, first, setting.below)
    return Strip(height=strip.height, items=strip.items, keep=True, head=head)


def _under(head: Strip | None, over: Strip) -> Strip:
    """The head of the table with the heading below it, for the pages on which its rows go on."""
    if head is None:
        return over
    items = (*head.items, *(moved(item, 0, head.height) for item in over.items))
    return Strip(height=head.height + over.height, items=items, keep=True)


def _edges(table: Table, width: float) -> list[tuple[float, float]]:
    """Left edge and width of each column, the gap to the next one taken off."""
    edges = []
    x = 0.0
    last = len(table.columns) - 1
    for number, column in enumerate(table.columns):
        wide = column.share / WHOLE * width
        edges.append((x, wide - (0 if number == last else GAP)))
        x += wide
    return edges


def _head(table: Table, edges: list[tuple[float, float]], setting: Setting) -> Strip:
    items: list[Item] = []
    most = 1
    for text, column, (x, wide) in zip(table.head, table.columns, edges, strict=False):
        lines = broken(plain(text, Tone.FAINT), setting.head, wide, most=3)
        most = max(most, len(lines))
        for number, line in enumerate(lines):
            items.extend(lettered(line, _start(line, column.align, x, wide), 7.8 + number * 9.5))
    return Strip(height=setting.head_high + (most - 1) * 9.5, items=tuple(items), keep=True)


def _row(
    table: Table,
    row: tuple[Cell, ...],
    edges: list[tuple[float, float]],
    setting: Setting,
    head: Strip | None,
    *,
    ruled: bool,
) -> Strip:
    items: list[Item] = []
    most = 1
    for cell, column, (x, wide) in zip(row, table.columns, edges, strict=False):
        drawn, lines = _cell(cell, column.align, x, wide, setting)
        items.extend(drawn)
        most = max(most, lines)
    height = setting.first + (most - 1) * setting.step + setting.below
    if ruled:
        end = edges[-1][0] + edges[-1][1]
        items.append(Rule(0, height, end, height, 0.5, HAIRLINE))
    return Strip(height=height, items=tuple(items), head=head)


def _cell(cell: Cell, align: Align, x: float, wide: float, setting: Setting) -> tuple[list[Item], int]:
    items: list[Item] = []
    first = setting.first
    if cell.bar is not None:
        items.extend(bar_items(cell.bar, x, wide, first))
    if cell.mark:
        items.append(Sign(x - 0.6, first - 3.2, SIGN, cell.mark, ACCENT if cell.mark is Mark.CHECK else TEXT_2))
        step = AFTER_SIGN if x else INDENT
        x, wide = x + step, wide - step
    lines = broken(cell.runs, _size(cell, setting), wide, most=MOST_LINES)
    for number, line in enumerate(lines):
        items.extend(lettered(line, _start(line, align, x, wide), first + number * setting.step))
    return items, max(len(lines), 1)


def _size(cell: Cell, setting: Setting) -> float:
    """Captions are a step smaller: a cell all in the faint tone."""
    return setting.head if cell.runs and all(run.tone is Tone.FAINT for run in cell.runs) else setting.size


def bar_items(done: int, x: float, wide: float, first: float) -> list[Item]:
    """The way from base to target as a track, and the part of it (0 to 1000) that is done, above the baseline."""
    full = Panel(x, first - 5.8, wide, 6.3, 3.1, TRACK)
    part = min(max(done, 0), WHOLE) / WHOLE * wide
    return [full, Panel(x, first - 5.8, max(part, 6.3), 6.3, 3.1, ACCENT)] if part else [full]


def _start(line: Line, align: Align, x: float, wide: float) -> float:
    return x if align is Align.LEFT else x + wide - width_of_line(line)
