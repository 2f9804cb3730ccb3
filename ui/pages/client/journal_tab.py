"""The Journal tab: timeline and quick add on the left, the side column on the right or behind a switch (6.4)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.facts.client_page import ClientPage
from ui.layout import Layout
from ui.pages.client.empty import EmptyTimeline
from ui.pages.client.find_bar import FindBar
from ui.pages.client.go_bar import GoBar
from ui.pages.client.quick_add import QuickAdd
from ui.pages.client.row_acts import RowActs
from ui.pages.client.row_menu import RowMenus
from ui.pages.client.side import SideColumn
from ui.pages.client.timeline_view import Timeline
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll

if TYPE_CHECKING:
    from ui.workbench import Workbench

BAR = 10
"""The timeline's bar stands between the columns."""
SIDE = {Layout.FULL: 324, Layout.NARROW: 284}


class JournalTab(Column):
    """Reads the timeline itself; the side column and the names come with `show_page`. `jumped`: show the timeline."""

    jumped = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.workbench, self.client, self._layout_now = workbench, 0, Layout.FULL
        self._page: ClientPage | None = None
        self._part = "journal"
        body = self.add(Row(gap=20 - BAR), 1)
        self.left = body.add(Column(gap=10), 1)
        self.over = self.left.add(Column(gap=0, margins=(0, 0, BAR, 0)))
        self.search = self.over.add(FindBar(workbench))
        self.going = self.over.add(GoBar(workbench))
        self.room = self.left.add(QStackedWidget(), 1)
        self.timeline = Timeline(workbench)
        self.empty = EmptyTimeline(workbench)
        self.room.addWidget(self.timeline)
        self.room.addWidget(Scroll(self.empty))
        under = self.left.add(Column(gap=0, margins=(0, 0, BAR, 0)))
        self.quick = under.add(QuickAdd(workbench))
        self._hide_bars()
        self.side = SideColumn(workbench)
        self.right = body.add(Scroll(self.side))
        self.acts = RowActs(workbench, self)
        self.timeline.acted.connect(self.act)
        self.timeline.lettered.connect(self.take_letter)
        self.menus = RowMenus(workbench, self.timeline, self.act, self.ask_place)
        self.side.opened.connect(self.jump)
        self.side.entered.connect(self.open_item)
        self.side.asked.connect(self._do_part)
        self.search.found.connect(self.jump)
        self.search.sought.connect(self.timeline.mark)
        self.search.left.connect(self._leave_find)
        self.going.entry_wanted.connect(self.jump)
        self.going.day_wanted.connect(self._go_to_day)
        self.going.left.connect(self._leave_find)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut("Ctrl+G", self, context=inside).activated.connect(self.ask_place)
        self.quick.written.connect(self._written)

    def show_client(self, client: int) -> None:
        """Read the newest lines; the keyboard goes to them, or to quick add where nothing is recorded yet."""
        changed, self.client = client != self.client, client
        self.timeline.show_client(client)
        empty = not self.timeline.lines.lines
        self.room.setCurrentIndex(1 if empty else 0)
        if changed:
            self._hide_bars()
            (self.quick.field if empty else self.timeline).setFocus()

    def show_page(self, page: ClientPage) -> None:
        """Take the contact's name, the channels and the side column."""
        self._page = page
        self.quick.show_client(page)
        self.side.show_page(page)

    def set_layout(self, layout: Layout) -> None:
        """The side column beside, narrower, or a part of its own."""
        self._layout_now = layout
        self.restyle()
        self.show_part(self._part)

    def show_part(self, part: str) -> None:
        """Timeline and quick add ("journal"), or the open items ("open"); both where there is room."""
        self._part = part
        single = self._layout_now is Layout.SINGLE
        self.left.setVisible(not single or part == "journal")
        self.right.setVisible(not single or part == "open")

    def restyle(self) -> None:
        """Take the width of the side column at the present text scale."""
        super().restyle()
        if not hasattr(self, "right"):
            return
        if self._layout_now is Layout.SINGLE:
            self.right.setMinimumWidth(0)
            self.right.setMaximumWidth(16_777_215)
        else:
            self.right.setFixedWidth(theme().px(SIDE[self._layout_now]))

    def panes(self) -> list[QWidget]:
        """Where F6 goes inside the tab."""
        return [self.timeline, self.quick, self.side]

    def to_quick_add(self) -> None:
        """Ctrl+J."""
        self.quick.show()
        self.quick.field.setFocus()

    def take_letter(self, letter: str) -> None:
        """C correct, A answer, G go to a date, / filter; the timeline has the focus (6.2)."""
        line = self.timeline.current
        if letter == "g":
            self.ask_place()
        elif letter == "/":
            self._hide_bars()
            self._show_bars()
            self.search.open(self.client)
        elif line is not None:
            self.act(line.entry.seq, "correct" if letter == "c" else "answer")

    def ask_place(self) -> None:
        """G or Ctrl+G: which day, which entry."""
        self._hide_bars()
        self._show_bars()
        self.going.open(self.client)

    def act(self, seq: int, what: str) -> None:
        """What a row asks for: open, correct, answer, ask the contact, copy, a file."""
        row = self.timeline.lines.row_of(seq)
        if row >= 0:
            self.acts.act(self.timeline.lines.lines[row], what, self._page.mine if self._page else ())

    def open_item(self, number: int) -> None:
        """The form of an item; what has none is shown where it stands."""
        from ui.dialogs.item import has_form

        if has_form(self.workbench.journal.reading.item(number)):
            self.workbench.open("item", self.client, item=number)
        else:
            self.jump(number)

    def _do_part(self, key: str) -> None:
        from ui.pages.client.term_rows import open_term

        if self._page is not None:
            open_term(self.workbench, self.client, self._page.mine, key)

    def jump(self, seq: int) -> None:
        """Show an entry where it stands in the timeline."""
        self.jumped.emit()
        self.room.setCurrentWidget(self.timeline)
        if self.timeline.go_to_entry(seq):
            self.timeline.setFocus()

    def jump_to_day(self, day: date) -> None:
        """Show the last line of a day, or the one before it."""
        self.jumped.emit()
        self.room.setCurrentWidget(self.timeline)
        if self.timeline.go_to_day(day):
            self.timeline.setFocus()

    def _go_to_day(self, day: date) -> None:
        if self.timeline.go_to_day(day):
            self.timeline.setFocus()
        else:
            self.going.refuse(self.workbench.words.text("Nothing is recorded up to that day"))

    def _written(self, seq: int) -> None:
        self.timeline.show_client(self.client)
        self.room.setCurrentWidget(self.timeline)
        self.timeline.scrollToBottom()

    def _show_bars(self) -> None:
        """Above the timeline; with the largest text there is no room for quick add meanwhile."""
        self.over.show()
        self.quick.setVisible(self._layout_now is not Layout.SINGLE)

    def _hide_bars(self) -> None:
        for each in (self.search, self.going, self.over):
            each.hide()
        self.quick.show()

    def _leave_find(self) -> None:
        self._hide_bars()
        self.timeline.setFocus()
