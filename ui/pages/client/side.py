"""The side column of a client: my move, their move, lost days of both sides, what was agreed on the shore (6.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.facts.client_page import ClientPage, LostSides, OpenItem
from app.words import Words
from ui.pages.client.row_words import Reader
from ui.pages.client.side_words import agreed_lines, item_of
from ui.widgets.badge import Badge
from ui.widgets.balance import BalanceBar
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.item import Item, ItemRow
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

MOST_CAUSES = 4
_RIGHT = Qt.AlignmentFlag.AlignRight


class SideRow(ItemRow):
    """A click jumps to the entry, Enter opens the item (6.4)."""

    entered = Signal(str)

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(item, parent)
        self._key = item.key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the item."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self._key)
            return
        super().keyPressEvent(event)


class SideColumn(Column):
    """`opened` (a click) and `entered` (Enter) carry the number of an item; `asked` the key of a
    reason that is about no entry; `agreement` asks for the tab."""

    opened = Signal(int)
    entered = Signal(int)
    asked = Signal(str)
    agreement = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, margins=(0, 0, 0, 8), parent=parent)
        self._workbench = workbench
        self._shown: object = None
        self._rows: list[ItemRow] = []

    def show_page(self, page: ClientPage) -> None:
        """Make the four cards anew when they say something else."""
        reader = Reader(self._workbench.words, self._workbench.zone)
        words = reader.words
        mine = [item_of(reader, each, page.now) for each in _by_due(page.mine)]
        theirs = [item_of(reader, each, page.now) for each in _by_due(page.theirs)]
        third = [item_of(reader, each, page.now) for each in _by_due(page.third)]
        look = (mine, theirs, third, page.lost, agreed_lines(reader, page))
        if look == self._shown:
            return
        self._shown = look
        held = next((row.accessibleName() for row in self._rows if row.hasFocus()), "")
        self.clear()
        self._rows = []
        self._items(words.text("My move"), mine, words.text("Nothing waits for me"))
        self._items(words.text("Their move"), theirs, words.text("Nothing waits for them"))
        if third:
            self._items(words.text("Third party"), third, "")
        self._lost(words, page.lost)
        self._agreed(words, agreed_lines(reader, page))
        self.add_space()
        self._hold(held)

    def _items(self, title: str, rows: Sequence[Item], empty: str) -> None:
        card = self.add(Card(gap=2, fill=True, name=title))
        head = card.add(Row(gap=8))
        head.add(Text(title, "small", weight=600))
        head.add_space()
        head.add(Badge(len(rows)))
        if not rows:
            card.add(Text(empty, "caption", colour="text2"))
        for row in rows:
            made = card.add(SideRow(row))
            made.entered.connect(self._enter)
            made.opened.connect(self._open)
            self._rows.append(made)

    def _lost(self, words: Words, lost: LostSides) -> None:
        card = self.add(Card(gap=8, fill=True))
        card.add(Text(words.text("Lost days {day:since-short}", day=lost.since), "small", weight=600, wrap=True))
        spoken = words.text(
            "Lost days {day:since}: theirs {theirs}, mine {mine}", day=lost.since, theirs=lost.theirs, mine=lost.mine
        )
        card.setAccessibleName(spoken)
        card.add(BalanceBar(lost.theirs, lost.mine, spoken))
        sides = card.add(Row(gap=8))
        sides.add(Text(words.plural("Theirs, {n} day", "Theirs, {n} days", lost.theirs), "caption", weight=500,
                       colour="text2"))  # fmt: skip
        sides.add_space()
        sides.add(Text(words.plural("Mine, {n} day", "Mine, {n} days", lost.mine), "caption", weight=500,
                       colour="accent-text"))  # fmt: skip
        for causes, colour in ((lost.their_causes, "text2"), (lost.my_causes, "accent-text")):
            for item, title, days in causes[:MOST_CAUSES]:
                self._cause(card, words, title or words.text("Entry {number}", number=item), days, colour)

    def _cause(self, card: Card, words: Words, title: str, days: int, colour: str) -> None:
        row = card.add(Row(gap=8))
        row.add(Text(title, "small", colour="text2", elide=True), 1)
        row.add(Text(words.number(days), "small", weight=500, colour=colour, tabular=True))

    def _agreed(self, words: Words, lines: Sequence[tuple[str, str]]) -> None:
        card = self.add(Card(gap=5, fill=True))
        head = card.add(Row(gap=8))
        head.add(Text(words.text("Agreed on the shore"), "small", weight=600, elide=True), 1)
        open_it = head.add(Button(words.text_in("button", "Open"), ButtonKind.LINK))
        open_it.setAccessibleName(words.text("Open the agreement"))
        open_it.clicked.connect(self.agreement)
        for label, value in lines:
            row = card.add(Row(gap=12))
            row.add(Text(label, "small", colour="text2"))
            row.add(Text(value, "small", weight=500, elide=True, align=_RIGHT, colour="text2"), 1)

    def _enter(self, key: str) -> None:
        if key.isdigit():
            self.entered.emit(int(key))
        else:
            self.asked.emit(key)

    def _open(self, key: str) -> None:
        if key.isdigit():
            self.opened.emit(int(key))
        else:
            self.asked.emit(key)

    def _hold(self, name: str) -> None:
        """The focus stays on the same item after a change."""
        for row in self._rows:
            if name and row.accessibleName() == name:
                row.setFocus()


def _by_due(items: Sequence[OpenItem]) -> list[OpenItem]:
    """The most pressing first; what has no hour stands last."""
    return sorted(items, key=_urgency)


def _urgency(each: OpenItem) -> tuple[bool, float, int]:
    return each.closing is None, each.closing.timestamp() if each.closing else 0.0, each.item
