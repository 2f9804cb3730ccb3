"""Strips onto pages: rows whole, table heads repeated, headings never alone at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from app.facts.pages import Block, Foot, NumberedList, Paper, Paragraph, Tone, plain
from ui.printing.drawn import TEXT_2, Item, Page, Pages, Placed, Sheet
from ui.printing.foot import FootSet, page_number, set_foot
from ui.printing.lettering import broken, inked, lettered, width_of_line
from ui.printing.strip import Strip
from ui.printing.strips import strips_of

A4: Final = Sheet()
RUNNING_HEAD: Final = 16.0
ABOVE_FOOT: Final = 8.0
BETWEEN_SENTENCES: Final = 6.0


def lay_out(paper: Paper, sheet: Sheet = A4) -> Pages:
    """The paper as pages of `sheet`, all places in points; needs a QGuiApplication for its fonts, nothing else."""
    foot = set_foot(paper.foot, sheet.inner)
    bodies = _fill(paper, sheet, sheet.height - sheet.margin - foot.height - ABOVE_FOOT)
    pages = tuple(
        Page((*body, *_foot(paper.foot, foot, sheet, number, len(bodies)))) for number, body in enumerate(bodies, 1)
    )
    return Pages(sheet, pages, _name(paper), paper.language, paper.author, paper.made_at)


def _name(paper: Paper) -> str:
    return f"{paper.title} · {paper.subtitle}" if paper.subtitle else paper.title


def _foot(foot: Foot, drawn: FootSet, sheet: Sheet, number: int, pages: int) -> tuple[Placed, ...]:
    top = sheet.height - sheet.margin - drawn.height
    numbered = page_number(foot, number, pages, sheet.inner, drawn.last)
    return (Placed(sheet.margin, top, (*drawn.items, *numbered)),)


def _fill(paper: Paper, sheet: Sheet, bottom: float) -> list[list[Placed]]:
    """Bodies of the pages; the first begins with the title, the others with a small line that names the paper."""
    title = _title(paper, sheet.inner)
    filler = _Filler(sheet, bottom, Placed(sheet.margin, sheet.margin, _running(paper, sheet.inner)))
    filler.begin(title.height, Placed(sheet.margin, sheet.margin, title.items))
    for group in _tied(strip for block in paper.blocks for strip in _apart(block, sheet.inner)):
        filler.take(group)
    return filler.pages


def _apart(block: Block, width: float) -> list[Strip]:
    """The strips of a block; sentences of a letter, which stand in no section, keep a little air between them."""
    strips = strips_of(block, width)
    if isinstance(block, Paragraph | NumberedList) and strips:
        strips[0] = replace(strips[0], before=BETWEEN_SENTENCES)
    return strips


def _tied(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips in groups that stay together: what is kept with the next one, and what follows the one before it."""
    group: list[Strip] = []
    for strip in strips:
        if group and not group[-1].keep and not strip.follow:
            yield group
            group = []
        group.append(strip)
    if group:
        yield group


class _Filler:
    """Takes groups of strips and opens a page when the next one does not fit."""

    def __init__(self, sheet: Sheet, bottom: float, running: Placed) -> None:
        self.pages: list[list[Placed]] = []
        self._sheet, self._bottom, self._running = sheet, bottom, running
        self._y = 0.0
        self._fresh = False

    def begin(self, height: float, top: Placed) -> None:
        """Open a page with `top` on it."""
        self.pages.append([top])
        self._y = self._sheet.margin + height
        self._fresh = len(self.pages) > 1

    def take(self, group: list[Strip]) -> None:
        """Place a group, on a new page when it does not fit here."""
        if any(strip.new_page for strip in group):
            self._turn()
        if self._y + self._needs(group) > self._bottom and not self._fresh:
            self._turn()
        head = group[0].head
        if self._fresh and head is not None:
            self._place(head)
        for strip in group:
            if not self._fresh and self._y + strip.height > self._bottom:
                self._turn()
            self._place(strip)

    def _needs(self, group: list[Strip]) -> float:
        return sum(strip.height + strip.before for strip in group)

    def _turn(self) -> None:
        if not self._fresh:
            self.begin(RUNNING_HEAD, self._running)

    def _place(self, strip: Strip) -> None:
        if not self._fresh:
            self._y += strip.before
        if strip.items:
            self.pages[-1].append(Placed(self._sheet.margin, self._y, strip.items))
        self._y += strip.height
        self._fresh = self._fresh and not strip.height


def _title(paper: Paper, width: float) -> Strip:
    """Title and client at the left, the lines about days and people at the right; neither is ever cut."""
    beside = max(width * 0.52, width - _natural(paper) - 14)
    right = [line for run in paper.right for line in broken((run,), 9, beside, most=4)]
    taken = max((width_of_line(line) for line in right), default=0.0)
    room = width - taken - 14 if taken else width
    items: list[Item] = []
    y = -9.0
    for line in broken(plain(paper.title, Tone.BOLD), 20, room, most=4):
        y += 23.0
        items.extend(lettered(line, 0, y))
    for number, line in enumerate(broken(plain(paper.subtitle, Tone.ACCENT), 10.5, room, most=4)):
        y += 13.5 if number else 18.5
        items.extend(lettered(line, 0, y))
    for number, line in enumerate(right):
        items.extend(inked(lettered(line, width - width_of_line(line), 7.5 + number * 13.2), TEXT_2))
    return Strip(height=max(y, 7.5 + max(len(right) - 1, 0) * 13.2) + 3, items=tuple(items))


def _natural(paper: Paper) -> float:
    """How wide title and client are when each stands on one line."""
    names = ((paper.title, Tone.BOLD, 20.0), (paper.subtitle, Tone.ACCENT, 10.5))
    lines = [broken(plain(text, tone), size, 10_000, most=1) for text, tone, size in names]
    return max((width_of_line(found[0]) for found in lines if found), default=0.0)


def _running(paper: Paper, width: float) -> tuple[Item, ...]:
    lines = broken(plain(_name(paper), Tone.FAINT), 8, width, most=1)
    return tuple(lettered(lines[0], 0, 6)) if lines else ()
