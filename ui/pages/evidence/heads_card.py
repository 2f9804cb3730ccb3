"""Heads that others hold: what, to whom, when, the verdict, the full head and how far it reaches (6.9)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.vouching import HeadHeld
from app.papers.head_words import head_holder, head_title
from app.words import Words
from ui.layout import Layout
from ui.pages.evidence.looks import CHIPS, GROUPS, ICONS, head_day, head_lines
from ui.widgets.boxes import Column, Divider, Row
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip, ChipKind
from ui.widgets.flow import Flow
from ui.widgets.picture import Picture
from ui.widgets.text import Text

AT_FIRST = 5
TOP = Qt.AlignmentFlag.AlignTop


class HeadsCard(Card):
    """`copied` carries a head as `N:HEAD`, the way it is given to a verification; `adding` wants one written down."""

    copied = Signal(str)
    adding = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, padding=(17, 13, 17, 13), fill=True, parent=parent)
        self._words, self._layout = words, Layout.FULL
        self._heads: tuple[HeadHeld, ...] = ()
        self._zone = ZoneInfo("UTC")
        self._all = False
        head = self.add(Row(gap=6))
        head.add(Text(words.text("Heads that others hold"), "heading", wrap=True), 1)
        self.count = head.add(Text("", "small", colour="text2"))
        self.more = head.add(Button(words.text("Show all"), ButtonKind.LINK))
        self.add_one = head.add(Button(words.text("Write one down"), ButtonKind.LINK))
        self.add_one.clicked.connect(self.adding)
        self.more.clicked.connect(self._show_all)
        self.listed = self.add(Column(gap=8))

    def set_layout(self, layout: Layout) -> None:
        """Heads in one line, or in two of four groups."""
        if layout is not self._layout:
            self._layout = layout
            self._show()

    def show_heads(self, heads: tuple[HeadHeld, ...], zone: ZoneInfo) -> None:
        """Show them, newest first."""
        if (heads, zone) != (self._heads, self._zone) or not heads:
            self._heads, self._zone = heads, zone
            self._show()

    def _show(self) -> None:
        words = self._words
        shown = self._heads if self._all else self._heads[:AT_FIRST]
        cut = len(shown) < len(self._heads)
        self.more.setVisible(cut)
        self.count.setVisible(bool(self._heads))
        self.count.setText(
            words.text("{n} of {all}", n=len(shown), all=len(self._heads)) if cut else words.number(len(shown))
        )
        self.listed.clear()
        for number, held in enumerate(shown):
            if number:
                self.listed.add(Divider())
            self.listed.add(_HeadLine(words, held, self._zone, self._layout, self))
        if not shown:
            none = words.text("Nobody else holds a head of this journal yet.")
            self.listed.add(Text(none, "small", colour="text2", wrap=True))

    def _show_all(self) -> None:
        self._all = True
        self._show()


class _HeadLine(Row):
    """One head: icon; what and to whom, the 64 digits under it; day, verdict and range at the right."""

    def __init__(self, words: Words, held: HeadHeld, zone: ZoneInfo, layout: Layout, card: HeadsCard) -> None:
        super().__init__(gap=9)
        self._held, self._card = held, card
        full = layout is Layout.FULL
        picture = self.add(Column(margins=(0, 3, 0, 0)), align=TOP)
        picture.add(Picture(ICONS.get(held.how, "file-text"), "text2"))
        room = self.add(Column(gap=6), 1)
        line = room.add(Flow(gap=8, line_gap=2)) if not full else room.add(Row(gap=8))
        title = Text(head_title(words, held), "small", weight=600)
        who = Text(head_holder(words, held), "small", colour="text2", elide=full, wrap=not full)
        line.add(title)
        if isinstance(line, Row):
            line.add(who, 1)
        else:
            line.add(who)
        digits = Text(head_lines(held.head, GROUPS if full else GROUPS // 2), "mono", colour="text2", selectable=True)
        below = room.add(Row(gap=8)) if full else room
        below.add(digits)
        side = self.add(Column(gap=6), align=TOP)
        top = side.add(Row(gap=12))
        top.add_space()
        top.add(Text(head_day(words, held, zone), "small", colour="text2", tabular=True))
        top.add(self._chip())
        foot = side.add(Row(gap=4))
        foot.add_space()
        foot.add(Text(words.text("{first} to {last}", first=1, last=held.size), "small", colour="text2", tabular=True))
        copy = foot.add(IconButton("copy", words.text("Copy the head"), small=True))
        copy.clicked.connect(self._copy)

    def _chip(self) -> Chip:
        if self._held.differs:
            return Chip("DIVERGED", ChipKind.LATE, icon="triangle-alert")
        kind, picture = CHIPS[self._held.verdict]
        return Chip(self._held.verdict.value, kind, icon=picture, in_row=True)

    def _copy(self) -> None:
        self._card.copied.emit(f"{self._held.size}:{self._held.head}")
