"""Numbered sentences cut into strips: the numeral, the sentence, and words at the right where there is a date."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from app.facts.pages import NumberedLine, NumberedList, Run, Tone, plain
from ui.printing.drawn import Face
from ui.printing.fonts import width_of
from ui.printing.lettering import broken, lettered
from ui.printing.strip import Strip, as_strip

TEXT_SHARE: Final = 0.648
RIGHT_SHARE: Final = 0.352


class Setting(Struct, frozen=True):
    """Type, from line to line, the first baseline, and what lies below the last, in points."""

    size: float
    leading: float
    first: float
    below: float


PLAIN: Final = Setting(9.0, 13.0, 9.6, 3.5)
SMALL: Final = Setting(7.5, 9.6, 8.0, 2.2)


def numbered_strips(block: NumberedList, width: float) -> list[Strip]:
    """One strip a sentence at `width` points."""
    setting = SMALL if block.small else PLAIN
    last = f"{block.prefix}{block.start + len(block.lines)}"
    indent = max(14.6, 8 + width_of(last, Face(setting.size, 600)))
    return [
        _strip(line, f"{block.prefix}{number}", setting, indent, width)
        for number, line in enumerate(block.lines, start=block.start)
    ]


def _strip(line: NumberedLine, numeral: str, setting: Setting, indent: float, width: float) -> Strip:
    right = broken(plain(line.right, Tone.MUTED), setting.size, width * RIGHT_SHARE, most=2)
    room = (width * TEXT_SHARE if line.right else width) - indent - 6
    text = broken(line.runs, setting.size, room, most=45, weight=500 if line.right else 400)
    strip = as_strip(text, indent, setting.leading, setting.first, setting.below)
    beside = as_strip(right, width * TEXT_SHARE, setting.leading, setting.first, setting.below)
    number = broken((Run(numeral, Tone.ACCENT),), setting.size, indent)[0]
    items = (*lettered(number, 0, setting.first), *strip.items, *beside.items)
    return Strip(height=max(strip.height, beside.height), items=items)
