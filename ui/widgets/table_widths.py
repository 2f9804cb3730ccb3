"""How the columns of a table share its width: names and dates stay whole, the longest of the rest give way first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from ui.widgets.table_model import TableColumn

MOST = 0.4
"""The share of the table that a column which stays whole may take: a name of a hundred letters would take it all."""


def shared(room: int, columns: Sequence[TableColumn], natural: Sequence[int]) -> list[int]:
    """Widths in pixels for a table `room` wide; `natural` is what the longest cell of each column takes."""
    spare = room - sum(natural)
    if spare >= 0:
        return _widened(spare, columns, natural)
    stays = [each.whole or each.right or each.tabular for each in columns]
    kept = [min(wide, int(room * MOST)) if stay else 0 for wide, stay in zip(natural, stays, strict=True)]
    most = _level(room - sum(kept), [wide for wide, stay in zip(natural, stays, strict=True) if not stay])
    return [have or min(wide, most) for wide, have in zip(natural, kept, strict=True)]


def _widened(spare: int, columns: Sequence[TableColumn], natural: Sequence[int]) -> list[int]:
    """What is left goes to the columns that stretch, by their parts; not a pixel of it is lost to rounding."""
    parts = [each.stretch for each in columns]
    whole = sum(parts)
    if not whole:
        return list(natural)
    ends = [spare * part // whole for part in accumulate(parts)]
    return [wide + end - start for wide, end, start in zip(natural, ends, [0, *ends], strict=False)]


def _level(room: int, wanted: Sequence[int]) -> int:
    """The width up to which each may go so that together they fill the room: short ones are not touched."""
    left, many = max(0, room), len(wanted)
    for wide in sorted(wanted):
        if wide * many > left:
            return left // many
        left, many = left - wide, many - 1
    return left
