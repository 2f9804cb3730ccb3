"""Rows and columns cut into strips: one strip a row, the head tied to the first row and repeated on later pages."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from app.facts.pages import WHOLE, Align, Cell, Mark, Table, Tone, plain
from ui.printing.drawn import ACCENT, HAIRLINE, TEXT_2, TRACK, Item, Panel, Rule, Sign
from ui.printing.lettering import Line, broken, lettered, width_of_line
from ui.printing.strip import Strip

SIZE: Final = 9.0
HEAD_SIZE: Final = 7.5
STEP: Final = 12.6
GAP: Final = 6.0
SIGN: Final = 10.6
AFTER_SIGN: Final = 13.2
INDENT: Final = 14.6
UNSPLIT: Final = 90.0
"""A table up to this height stays on one page."""
MOST_LINES: Final = 45
"""More lines than this do not fit a page in one row: the cell ends in an ellipsis."""


def table_strips(table: Table, width: float) -> list[Strip]:
    """The strips of a table at `width` points."""
    edges = _edges(table, width)
    head = _head(table, edges) if table.head else None
    strips = [head] if head else []
    for number, row in enumerate(table.rows):
        ruled = table.ruled and number < len(table.rows) - 1
        strips.append(_row(table, row, edges, ruled, head))
    if sum(strip.height for strip in strips) <= UNSPLIT:
        strips[:-1] = [replace(strip, keep=True) for strip in strips[:-1]]
    return strips


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


def _head(table: Table, edges: list[tuple[float, float]]) -> Strip:
    items: list[Item] = []
    most = 1
    for text, column, (x, wide) in zip(table.head, table.columns, edges, strict=False):
        lines = broken(plain(text, Tone.FAINT), HEAD_SIZE, wide, most=3)
        most = max(most, len(lines))
        for number, line in enumerate(lines):
            items.extend(lettered(line, _start(line, column.align, x, wide), 7.8 + number * 9.5))
    return Strip(height=10.2 + (most - 1) * 9.5, items=tuple(items), keep=True)


def _row(
    table: Table, row: tuple[Cell, ...], edges: list[tuple[float, float]], ruled: bool, head: Strip | None
) -> Strip:
    first = 11.6 if table.ruled else 9.6
    below = 4.6 if table.ruled else 3.5
    items: list[Item] = []
    most = 1
    for cell, column, (x, wide) in zip(row, table.columns, edges, strict=False):
        drawn, lines = _cell(cell, column.align, x, wide, first)
        items.extend(drawn)
        most = max(most, lines)
    height = first + (most - 1) * STEP + below
    if ruled:
        end = edges[-1][0] + edges[-1][1]
        items.append(Rule(0, height, end, height, 0.5, HAIRLINE))
    return Strip(height=height, items=tuple(items), head=head)


def _cell(cell: Cell, align: Align, x: float, wide: float, first: float) -> tuple[list[Item], int]:
    items: list[Item] = []
    if cell.bar is not None:
        items.extend(bar_items(cell.bar, x, wide, first))
    if cell.mark:
        items.append(Sign(x - 0.6, first - 3.2, SIGN, cell.mark, ACCENT if cell.mark is Mark.CHECK else TEXT_2))
        step = AFTER_SIGN if x else INDENT
        x, wide = x + step, wide - step
    lines = broken(cell.runs, _size(cell), wide, most=MOST_LINES)
    for number, line in enumerate(lines):
        items.extend(lettered(line, _start(line, align, x, wide), first + number * STEP))
    return items, max(len(lines), 1)


def _size(cell: Cell) -> float:
    """Captions are a step smaller: a cell all in the faint tone."""
    return HEAD_SIZE if cell.runs and all(run.tone is Tone.FAINT for run in cell.runs) else SIZE


def bar_items(done: int, x: float, wide: float, first: float) -> list[Item]:
    """The way from base to target as a track, and the part of it (0 to 1000) that is done, above the baseline."""
    full = Panel(x, first - 5.8, wide, 6.3, 3.1, TRACK)
    part = min(max(done, 0), WHOLE) / WHOLE * wide
    return [full, Panel(x, first - 5.8, max(part, 6.3), 6.3, 3.1, ACCENT)] if part else [full]


def _start(line: Line, align: Align, x: float, wide: float) -> float:
    return x if align is Align.LEFT else x + wide - width_of_line(line)
