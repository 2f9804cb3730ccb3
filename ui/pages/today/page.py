"""The start screen: reads the day in the background and shows it in one of three layouts (6.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.facts.flags import Flag
from app.facts.today import DayAhead, Today, TodayCard
from ui.layout import Layout
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

    read = Signal(object)
    """The day was read anew: the rail shows its counts as well."""

    def __init__(self, workbench: Workbench) -> None:
        self._layout, self._whole = Layout.FULL, False
        super().__init__(gap=GAPS[self._layout], margins=MARGINS[self._layout])
        self._workbench = workbench
        self._shown: Today | None = None
        self._arrived = False
        self.heading = self.add(Heading(workbench.words))
        self.heading.log.connect(self._log)
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
        self._workbench.ask(self._workbench.journal.desk.today, self._show)

    def set_layout(self, layout: Layout) -> None:
        """Become full, narrow or single."""
        self._layout = layout
        self.restyle()
        if self._shown is not None:
            self._show(self._shown)

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

    def _connect_list(self) -> None:
        listed, first = self.write_first.list, self.write_first
        listed.letters = self._workbench.settings.single_keys
        listed.write.connect(self._write)
        listed.snooze.connect(self._snooze)
        listed.menu.connect(self._menu)
        listed.explained.connect(self._explain)
        listed.copied.connect(self._copy)
        listed.opened.connect(self._open_client)
        listed.answered.connect(self._log_answer)
        listed.zone_asked.connect(self._open_client)
        first.asides.connect(self._asides)
        first.filtered.connect(self._filter_again)
        first.anyway.connect(self._write_anyway)
        first.week.connect(self._look_at_week)
        first.begin.connect(self._new_client)
        first.settings.connect(self._open_settings)
        first.evidence.connect(self._open_evidence)

    def _connect_side(self) -> None:
        self.side.call.connect(self._call)
        self.side.agree.connect(self._agree)
        self.side.owed.connect(self._open_item)
        self.side.edits.connect(self._open_day)

    def _show(self, today: Today) -> None:
        if today is not self._shown:
            QTimer.singleShot(0, self._say_read)
        self._shown = today
        self.heading.show_today(self._workbench.words, today)
        self.write_first.show_today(today, self._look)
        self.side.show_today(today)
        if self._arrived:
            self._arrived = False
            self.focus_first()

    def _say_read(self) -> None:
        """After the cards are painted: they come first."""
        self.read.emit(self._shown)

    def _look(self, card: TodayCard) -> CardLook:
        now = self._shown.now if self._shown else self._workbench.now()
        return card_look(self._workbench.words, card, now, self._workbench.zone)

    def _card(self, client: int) -> TodayCard | None:
        cards = self._shown.cards if self._shown else ()
        return next((card for card in cards if card.client.number == client), None)

    def _show_half(self, half: str) -> None:
        self._half = half
        self.restyle()

    def _filter_again(self) -> None:
        if self._shown is not None:
            self._show(self._shown)

    def _write(self, client: int) -> None:
        card = self._card(client)
        if card is not None:
            flags = card.cleared_at_once or tuple(line.flag for line in card.reasons[:1])
            asks = tuple(flag.item for flag in flags if flag.item and not flag.cleared_by_message)
            self._workbench.open("compose", client, flags=tuple(flag.key for flag in flags), about=asks)

    def _snooze(self, client: int, place: QPoint) -> None:
        card = self._card(client)
        if card is not None and self._shown is not None:
            from ui.pages.today.snoozing import SnoozeMenu

            SnoozeMenu(self._workbench, card, self._shown, self).popup(place)

    def _menu(self, client: int, place: QPoint) -> None:
        card = self._card(client)
        if card is not None:
            from ui.pages.today.card_menu import CardMenu

            CardMenu(self._workbench, card, self).popup(place)

    def _asides(self, place: QPoint) -> None:
        if self._shown is not None:
            from ui.pages.today.asides import AsideMenu

            AsideMenu(self._workbench, self._shown, self).popup(place)

    def _explain(self, flag: Flag, place: QPoint) -> None:
        from ui.pages.today.explaining import Explaining

        Explaining(self._workbench, flag, self).show_at(place)

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self._workbench.say(self._workbench.words.text("Copied: {address}", address=address))

    def _log(self) -> None:
        self._workbench.open("log")

    def _log_answer(self, client: int) -> None:
        self._workbench.open("log", client, answer=True)

    def _open_client(self, client: int) -> None:
        self._workbench.show("client", client)

    def _open_item(self, client: int, item: int) -> None:
        self._workbench.show("client", client, item)

    def _call(self, client: int, call: int) -> None:
        self._workbench.open("call", client, call=call)

    def _agree(self, client: int, call: int) -> None:
        self._workbench.open("plan_call", client, call=call)

    def _open_day(self, day: DayAhead | None) -> None:
        if day is not None and len(day.promises) == 1:
            self._open_item(day.promises[0].client, day.promises[0].edit)
        else:
            self._workbench.show("edits")

    def _write_anyway(self) -> None:
        clients = self._shown.clients if self._shown else ()
        if clients:
            self._workbench.open("compose", clients[0].client.number)

    def _look_at_week(self) -> None:
        self._workbench.show("week")

    def _new_client(self) -> None:
        self._workbench.open("new_client")

    def _open_settings(self) -> None:
        self._workbench.show("settings")

    def _open_evidence(self) -> None:
        self._workbench.show("evidence")
