"""Who else can vouch: one bar over all entries by their best anchor, and a rung for each verdict (6.9)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.vouching import Rung, Vouching
from app.words import Words
from ui.layout import Layout
from ui.pages.evidence.looks import MEANING, part_of
from ui.pages.evidence.swatch import BarNumbers, Swatch
from ui.widgets.boxes import Column, Divider, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.share_bar import ShareBar, SharePart
from ui.widgets.text import Text

MOST_OF_BAR = 0.58
"""No share takes more of the bar than this while others stand beside it; it is then broken."""


class LadderCard(Card):
    """`week` when the first sheet is to be made."""

    week = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, padding=(17, 13, 17, 13), fill=True, parent=parent)
        self._words = words
        self._layout = Layout.FULL
        self._vouching: Vouching | None = None
        head = self.add(Row(gap=8))
        titles = head.add(Column(gap=0), 1)
        titles.add(Text(words.text("Who else can vouch for these entries"), "heading", wrap=True))
        titles.add(Text(words.text("By your own record"), "caption", colour="text2", wrap=True))
        self.invalid = head.add(Chip(""))
        self.diverged = head.add(Chip(""))
        self.bar = self.add(ShareBar((), high=20))
        self.numbers = self.add(BarNumbers())
        self.rungs = self.add(Row(gap=14))
        self.first = self.add(Row(gap=12))
        sentence = words.text("Give the first client a sheet: it is the cheapest witness.")
        self.first.add(Text(sentence, "small", colour="text2", wrap=True), 1)
        go = self.first.add(Button(words.text("Open the week"), ButtonKind.TINTED, small=True))
        go.clicked.connect(self.week)
        self.show_problems(0)

    def set_layout(self, layout: Layout) -> None:
        """Rungs beside each other, or below."""
        self._layout = layout
        if self._vouching is not None:
            self.show_vouching(self._vouching)

    def show_problems(self, count: int) -> None:
        """How many problems the last check found; not 0 is red and comes first."""
        self.invalid.set_chip(f"INVALID {self._words.number(count)}", ChipKind.LATE if count else ChipKind.NEUTRAL)

    def show_vouching(self, vouching: Vouching) -> None:
        """Show the ladder."""
        self._vouching = vouching
        words, count = self._words, vouching.diverged
        self.diverged.set_chip(f"DIVERGED {words.number(count)}", ChipKind.LATE if count else ChipKind.NEUTRAL)
        parts = shares(vouching.rungs)
        spoken = ". ".join(self._spoken(rung) for rung in vouching.rungs if rung.count)
        self.bar.set_parts(parts, spoken)
        self.numbers.set_numbers(parts, [words.number(rung.last) for rung in vouching.rungs])
        self.first.setVisible(not vouching.heads)
        self._show_rungs(vouching.rungs)

    def _show_rungs(self, rungs: Sequence[Rung]) -> None:
        self.rungs.clear()
        below = self._layout is Layout.SINGLE
        room: Column | Row = self.rungs.add(Column(gap=10), 1) if below else self.rungs
        for number, rung in enumerate(rungs):
            if number and not below:
                room.add(Divider(vertical=True))
            room.add(self._rung(rung), 1)

    def _rung(self, rung: Rung) -> Column:
        words, column = self._words, Column(gap=2)
        name = column.add(Row(gap=7))
        name.add(Swatch(part_of(rung.verdict, 1)))
        name.add(Text(rung.verdict.value, "caption", weight=600))
        name.add_space()
        count = column.add(Row(gap=6))
        count.add(Text(words.number(rung.count), "title", tabular=True))
        count.add(Text(words.plural("entry", "entries", rung.count), "small", colour="text2"))
        count.add_space()
        column.add(Text(self._range(rung), "caption", colour="text2", tabular=True))
        column.add(Text(words.text(MEANING[rung.verdict]), "caption", colour="text2", wrap=True))
        column.add_space()
        return column

    def _range(self, rung: Rung) -> str:
        if not rung.count:
            return "–"
        return self._words.text("{first} to {last}", first=rung.first, last=rung.last)

    def _spoken(self, rung: Rung) -> str:
        words = self._words
        counted = words.plural("{n} entry", "{n} entries", rung.count)
        return f"{rung.verdict.value}: {counted}, {self._range(rung)}"


def shares(rungs: Sequence[Rung]) -> tuple[SharePart, ...]:
    """The bar's shares; one that would crowd out the others is shortened and marked as broken."""
    total = sum(rung.count for rung in rungs)
    most = max((rung.count for rung in rungs), default=0)
    rest = total - most
    if not rest or most <= MOST_OF_BAR * total:
        return tuple(part_of(rung.verdict, rung.count) for rung in rungs)
    shown = rest * MOST_OF_BAR / (1 - MOST_OF_BAR)
    return tuple(
        part_of(rung.verdict, shown if rung.count == most else rung.count, broken=rung.count == most) for rung in rungs
    )
