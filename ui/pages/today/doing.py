"""What the Today page does when something is pressed: it asks the workbench, and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from app.facts.flags import Flag
from app.facts.today import DayAhead, Today, TodayCard

if TYPE_CHECKING:
    from ui.pages.today.page import TodayPage
    from ui.workbench import Workbench


class Doing(QObject):
    """The slots of one page."""

    def __init__(self, page: TodayPage, workbench: Workbench) -> None:
        super().__init__(page)
        self._page, self._workbench = page, workbench

    @property
    def _shown(self) -> Today | None:
        return self._page.shown

    def _card(self, client: int) -> TodayCard | None:
        cards = self._shown.cards if self._shown else ()
        return next((card for card in cards if card.client.number == client), None)

    def write(self, client: int) -> None:
        card = self._card(client)
        if card is not None and all(line.flag.rule == "F15" for line in card.reasons):
            self._workbench.open("stop_work", client, request=card.reasons[0].flag.item)
        elif card is not None:
            flags = card.cleared_at_once or tuple(line.flag for line in card.reasons[:1])
            asks = tuple(flag.item for flag in flags if flag.item and not flag.cleared_by_message)
            self._workbench.open("compose", client, flags=tuple(flag.key for flag in flags), about=asks)

    def snooze(self, client: int, place: QPoint) -> None:
        card = self._card(client)
        if card is not None and self._shown is not None:
            from ui.pages.today.snoozing import SnoozeMenu

            SnoozeMenu(self._workbench, card, self._shown, self._page).popup(place)

    def menu(self, client: int, place: QPoint) -> None:
        card = self._card(client)
        if card is not None:
            from ui.pages.today.card_menu import CardMenu

            CardMenu(self._workbench, card, self._page).popup(place)

    def asides(self, place: QPoint) -> None:
        if self._shown is not None:
            from ui.pages.today.asides import AsideMenu

            AsideMenu(self._workbench, self._shown, self._page).popup(place)

    def explain(self, flag: Flag, place: QPoint) -> None:
        from ui.pages.today.explaining import Explaining

        Explaining(self._workbench, flag, self._page).show_at(place)

    def copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self._workbench.say(self._workbench.words.text("Copied: {address}", address=address))

    def log(self) -> None:
        self._workbench.open("log")

    def log_answer(self, client: int) -> None:
        self._workbench.open("log", client, answer=True)

    def open_client(self, client: int) -> None:
        self._workbench.show("client", client)

    def open_item(self, client: int, item: int) -> None:
        self._workbench.show("client", client, item)

    def call(self, client: int, call: int) -> None:
        self._workbench.open("call", client, call=call)

    def agree(self, client: int, call: int) -> None:
        self._workbench.open("plan_call", client, call=call)

    def open_day(self, day: DayAhead | None) -> None:
        if day is not None and len(day.promises) == 1:
            self.open_item(day.promises[0].client, day.promises[0].edit)
        else:
            self._workbench.show("edits")

    def write_anyway(self) -> None:
        clients = self._shown.clients if self._shown else ()
        if clients:
            self._workbench.open("compose", clients[0].client.number)

    def make_all(self, flags: Sequence[Flag]) -> None:
        sheets = tuple((flag.client, str(flag.reason.values["period"])) for flag in flags)
        self._workbench.open("make_all", sheets=sheets)

    def look_at_week(self) -> None:
        self._workbench.show("week")

    def new_client(self) -> None:
        self._workbench.open("new_client")

    def open_settings(self) -> None:
        self._workbench.show("settings")

    def open_evidence(self) -> None:
        self._workbench.show("evidence")
