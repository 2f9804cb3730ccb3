"""A strip: a piece of a page that is never split."""

from __future__ import annotations

from msgspec import Struct

from ui.printing.drawn import Item
from ui.printing.lettering import Line, lettered


class Strip(Struct, frozen=True, kw_only=True):
    """Items from the strip's own top left corner; all lengths in points.

    `before` is a gap left out at the top of a page; `keep` ties the strip to the next one; `head` is repeated above
    the strip when a page begins with it; `follow` ties it to the strip before it.
    """

    height: float
    items: tuple[Item, ...]
    before: float = 0.0
    keep: bool = False
    head: Strip | None = None
    new_page: bool = False
    follow: bool = False


def as_strip(lines: list[Line], x: float, step: float, first: float, below: float) -> Strip:
    """Lines under each other: the first baseline at `first`, then every `step`, and `below` under the last."""
    items: list[Item] = []
    for number, line in enumerate(lines):
        items.extend(lettered(line, x, first + number * step))
    return Strip(height=first + max(len(lines) - 1, 0) * step + below, items=tuple(items))
