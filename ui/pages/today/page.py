"""The start screen: reads the day in the background and shows it in one of three layouts (6.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.facts.today import Today, TodayCard
from ui.layout import Layout
from ui.pages.today.doing import Doing
from ui.pages.today.heading import Heading
from ui.pages.today.looks import CardLook, card_look
from ui.pages.today.side import SideColumn
from ui.pages.today.write_first import WriteFirst
from ui.theme import follow_theme, theme
from ui.widgets.boxes import Column, Row, Scroll

if TYPE_CHECKING:
    from ui.workbench import Workbench

WRITE, DAY = "write", "day"
GAPS = {Layout.FULL: 16, Layout.NARROW: 12, Layout.SINGLE: 10}
MARGINS = {Layout.FULL: (24, 20, 20, 14), Layout.NARROW: (20, 18, 16, 10), Layout.SINGLE: (17, 12, 16, 8)}


class TodayPage(Column):
    """Header, *Write first* on the left, the day on the right; below 900 one of the two at a time."""

    ready = Signal()
    """The first reading was put on the page: now it can be shown."""
    read = Signal(object)
    """The day was read anew: the rail shows its counts as well."""

    def __init__(self, workbench: Workbench) -> None:
        self._layout, self._whole = Layout.FULL, False
        super().__init__(gap=GAPS[self._layout], margins=MARGINS[self._layout])
        self._workbench = workbench
        self._shown: Today | None = None
        self._arrived = False
        self.heading = self.add(Heading(workbench.words))
        doing = self.doing = Doing(self, workbench)
        self.heading.log.connect(doing.log)
        self.heading.half.connect(self._show_half)
        self._body = self.add(Row(gap=20), 1)
        self.write_first = self._body.add(WriteFirst(workbench.words), 1)
        self.side = SideColumn(workbench.words)
        self._side_scroll = self._body.add(Scroll(self.side))
        self._half = WRITE
        self._connect_list()
        self._connect_side()
        self._whole = True
        follow_theme(self)

    @property
    def shown(self) -> Today | None:
        """The reading that is shown."""
        return self._shown

    def open_at(self, client: int, item: int) -> None:
        """Somebody came here: once the day is read, the keyboard goes to the most urgent card."""
        self._arrived = True

    def refresh(self) -> None:
        """Read the day anew, beside the window."""
        self._workbench.ask_day(self.show_day)

    def set_layout(self, layout: Layout) -> None:
        """Become full, narrow or single."""
        self._layout = layout
        self.restyle()
        if self._shown is not None:
            self.show_day(self._shown)

    def restyle(self) -> None:
        """Take the width of the side column at the present text scale."""
        self._gap, self._margins = GAPS[self._layout], MARGINS[self._layout]
        super().restyle()
        if self._whole:
            single = self._layout is Layout.SINGLE
            self.heading.set_layout(self._layout)
            self.write_first.set_layout(self._layout)
            if single:
                self._side_scroll.setMinimumWidth(0)
                self._side_scroll.setMaximumWidth(16777215)
            else:
                self._side_scroll.setFixedWidth(theme().px(332 if self._layout is Layout.FULL else 290))
            self.write_first.setVisible(not single or self._half == WRITE)
            self._side_scroll.setVisible(not single or self._half == DAY)

    def panes(self) -> list[QWidget]:
        """Where F6 goes: the list, then the side column."""
        return [self.write_first.list, self.side]

    def focus_first(self) -> None:
        """Put the keyboard on the most urgent card."""
        self.write_first.list.focus_first()

    def write(self) -> None:
        """Ctrl+M: to the client of the chosen card."""
        card = self.write_first.list.chosen
        if card is not None:
            self.doing.write(card.look.client)
        else:
            self.doing.write_anyway()

    def client_at(self) -> int:
        """Whose card has the keyboard; 0 when none has."""
        listed, focused = self.write_first.list, QApplication.focusWidget()
        stands_there = focused is not None and (focused is listed or listed.isAncestorOf(focused))
        return listed.chosen.look.client if stands_there and listed.chosen is not None else 0

    def _connect_list(self) -> None:
        doing, listed, first = self.doing, self.write_first.list, self.write_first
        listed.letters = self._workbench.settings.single_keys
        listed.write.connect(doing.write)
        listed.snooze.connect(doing.snooze)
        listed.menu.connect(doing.menu)
        listed.explained.connect(doing.explain)
        listed.copied.connect(doing.copy)
        listed.opened.connect(doing.open_client)
        listed.answered.connect(doing.log_answer)
        listed.zone_asked.connect(doing.open_client)
        first.asides.connect(doing.asides)
        first.together.make.connect(doing.make_all)
        first.filtered.connect(self._filter_again)
        first.anyway.connect(doing.write_anyway)
        first.week.connect(doing.look_at_week)
        first.begin.connect(doing.new_client)
        first.settings.connect(doing.open_settings)
        first.evidence.connect(doing.open_evidence)

    def _connect_side(self) -> None:
        doing = self.doing
        self.side.call.connect(doing.call)
        self.side.agree.connect(doing.agree)
        self.side.owed.connect(doing.open_item)
        self.side.edits.connect(doing.open_day)

    def show_day(self, today: Today) -> None:
        """Show a reading of the day."""
        if today is not self._shown:
            QTimer.singleShot(0, self, self._say_read)
        self._shown = today
        self.heading.show_today(self._workbench.words, today)
        self.write_first.show_today(today, self._look)
        self.side.show_today(today)
        self.ready.emit()
        if self._arrived and self.isVisibleTo(self.window()):  # who went on meanwhile keeps the keyboard there
            self._arrived = False
            self.focus_first()

    def _say_read(self) -> None:
        """After the cards are painted: they come first."""
        self.read.emit(self._shown)

    def _look(self, card: TodayCard) -> CardLook:
        now = self._shown.now if self._shown else self._workbench.now()
        return card_look(self._workbench.words, card, now, self._workbench.zone)

    def _show_half(self, half: str) -> None:
        self._half = half
        self.restyle()

    def _filter_again(self) -> None:
        if self._shown is not None:
            self.show_day(self._shown)
