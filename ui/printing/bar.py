"""The way of a goal as one strip: label, base, bar, target, the last reading and its day, a remark."""

from __future__ import annotations

from typing import Final

from app.facts.pages import Bar, Tone, plain
from ui.printing.lettering import broken, lettered, width_of_line
from ui.printing.strip import Strip, as_strip
from ui.printing.table import bar_items

BODY: Final = 9.0
SMALL: Final = 8.0
SMALLEST: Final = 5.0
LEADING: Final = 13.0
DESCENT: Final = 3.5
NARROW: Final = 0.08
"""Up to here a column holds a number and nothing else."""


def bar_strip(block: Bar, width: float) -> Strip:
    """The strip at an inner width in points."""
    y = 9.6
    left = width * 0.3063
    items = bar_items(block.done, left, width * 0.165, y)
    base = broken(plain(block.base, Tone.FAINT), _fitting(block.base, Tone.FAINT, SMALL, 40), 40, most=1)
    if base:
        items.extend(lettered(base[0], left - 5.5 - width_of_line(base[0]), y))
    words = (
        (block.label, Tone.STRONG, BODY, 0.0, 0.228),
        (block.target, Tone.FAINT, SMALL, 0.48, 0.06),
        (block.value, Tone.ACCENT, BODY, 0.537, 0.073),
        (block.on, Tone.FAINT, SMALL, 0.6115, 0.12),
        (block.remark, Tone.MUTED, SMALL, 0.7332, 0.2668),
    )
    height = LEADING
    for text, tone, size, share, room in words:
        if room < NARROW:
            size = _fitting(text, tone, size, width * room - 4)
        lines = broken(plain(text, tone), size, width * room - 4, most=3)
        strip = as_strip(lines, width * share, LEADING - 1, y, DESCENT)
        height = max(height, strip.height)
        items.extend(strip.items)
    return Strip(height=height + 0.4, items=tuple(items))


def _fitting(number: str, tone: Tone, size: float, room: float) -> float:
    """A number is rather printed smaller than broken."""
    while size > SMALLEST and len(broken(plain(number, tone), size, room)) > 1:
        size -= 0.25
    return size
