"""The foot that stands under every page: the head, the client's count, the key, the QR code, page x of y."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import segno
from msgspec import Struct

from app.facts.pages import Foot, Tone, grouped, plain
from ui.printing.drawn import TEXT, TEXT_2, TEXT_3, Face, Item, Letters, Rule, Squares
from ui.printing.lettering import broken, inked, lettered, width_of_line

QR: Final = 25 * 72 / 25.4
QUIET: Final = 2 * 72 / 25.4
HEAD: Final = Face(10, mono=True)
DIGITS: Final = Face(6.6, mono=True)


class FootSet(Struct, frozen=True):
    """The foot without its page number: items from its own top left corner, and how high it is in points."""

    height: float
    items: tuple[Item, ...]
    last: float


def set_foot(foot: Foot, width: float) -> FootSet:
    """Lay out the foot at `width` points; with a QR code it is at least as high as code and quiet zone ask."""
    items: list[Item] = [Rule(0, 0, width, 0, 0.7, TEXT)]
    room = width - (QR + QUIET * 2 if foot.qr else 90)
    y = 4.0
    if foot.head:
        y = _head(items, foot, room)
    for line in foot.lines:
        y = _line(items, line.text, line.digits, y, room)
    if foot.qr:
        items.append(_code(foot.qr, width - QR, 8.5))
        y = max(y, 8.5 + QR + QUIET - 6.0)
    last = y if foot.lines and not foot.keep else y + 12
    for number, said in enumerate(broken(plain(foot.keep, Tone.MUTED), 8, room, most=2)):
        last = y + 12 + number * 11
        items.extend(lettered(said, 0, last))
    return FootSet(last + 2.5, tuple(items), last)


def page_number(foot: Foot, number: int, pages: int, width: float, y: float) -> list[Item]:
    """The words "page x of y", right-aligned on the baseline `y`."""
    lines = broken(plain(foot.page.format(page=number, pages=pages), Tone.FAINT), 8, width, most=1)
    return lettered(lines[0], width - width_of_line(lines[0]), y) if lines else []


def _head(items: list[Item], foot: Foot, room: float) -> float:
    y = 15.2
    for number, line in enumerate(broken(plain(foot.head_label, Tone.STRONG), 8, room, most=2)):
        y = 15.2 + number * 10.5
        items.extend(inked(lettered(line, 0, y), TEXT_2))
    groups = grouped(foot.head).split(" ")
    y += 14.4
    for at in range(0, len(groups), 4):
        items.append(Letters(0, y + at // 4 * 12.5, " ".join(groups[at : at + 4]), HEAD, TEXT))
    return y + (len(groups) - 1) // 4 * 12.5


def _line(items: list[Item], text: str, digits: str, y: float, room: float) -> float:
    for number, line in enumerate(broken(plain(text, Tone.MUTED), 7.5, room, most=2)):
        y += 12.5 if number == 0 else 9.5
        items.extend(lettered(line, 0, y))
    if digits:
        y += 9.2
        items.append(Letters(0, y, digits, DIGITS, TEXT_3))
    return y


def _code(payload: str, x: float, y: float) -> Squares:
    modules, cells = _modules(payload)
    return Squares(x, y, QR, modules, cells)


@lru_cache(maxsize=8)
def _modules(payload: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Number of modules across, and the runs of dark ones."""
    code = segno.make_qr(payload, error="m", boost_error=False)
    cells: list[tuple[int, int, int]] = []
    rows = [bytes(row) for row in code.matrix]
    for down, row in enumerate(rows):
        across = 0
        for dark in row.replace(b"\x00", b" ").split(b" "):
            if dark:
                cells.append((across, down, len(dark)))
            across += len(dark) + 1
    return len(rows), tuple(cells)
