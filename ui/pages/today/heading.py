"""The header of Today: the date in words, time and place, what waits, and *Log*."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.facts.today import Today
from app.facts.visible import visible
from app.facts.wall_time import week_of
from app.words import Words
from ui.layout import Layout
from ui.widgets.button import Button
from ui.widgets.header import PageHeader
from ui.widgets.segmented import Segment, Segmented


class Heading(PageHeader):
    """`log` when something is to be logged; `half` when the other half of a single column is chosen."""

    log = Signal()
    half = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._words, self._layout = words, Layout.FULL
        halves = self._halves(words, 0, 0)
        self._switch = self.buttons.add(Segmented(halves, name=words.text("Show")))
        self._switch.changed.connect(self.half)
        self._log = self.buttons.add(Button(words.text_in("button", "Log"), icon="plus", shortcut="Ctrl+N"))
        self._log.clicked.connect(self._ask_log)
        self.set_layout(Layout.FULL)

    def set_layout(self, layout: Layout) -> None:
        """The switch and the bare plus belong to the single column."""
        self._layout = layout
        single = layout is Layout.SINGLE
        self._switch.setVisible(single)
        self._log.set_text("" if single else self._words.text_in("button", "Log"))
        self._log.setAccessibleName(self._words.text_in("button", "Log"))
        self.subtitle.setVisible(not single and bool(self.subtitle.text()))

    def show_today(self, words: Words, today: Today) -> None:
        """Say the day and what waits."""
        reasons, clients = len(today.flags), len(today.cards)
        place = visible(today.owner.place) or words.city(today.owner.zone)
        parts = [
            words.text("{time} in {place}", time=_clock(words, today), place=place),
            words.week(week_of(today.today)),
            _waits(words, reasons, clients),
        ]
        self.set_title(words.capital(words.date(today.today)), " · ".join(parts))
        day = sum((len(today.calls), sum(len(each.promises) for each in today.days), len(today.owed)))
        self._switch.set_segments(self._halves(words, reasons, day))
        self.set_layout(self._layout)

    def _halves(self, words: Words, reasons: int, day: int) -> list[Segment]:
        return [Segment("write", words.text("Write first"), reasons), Segment("day", words.text("The day"), day)]

    def _ask_log(self) -> None:
        self.log.emit()


def _clock(words: Words, today: Today) -> str:
    return words.time(today.now, ZoneInfo(today.owner.zone))


def _waits(words: Words, reasons: int, clients: int) -> str:
    if not reasons:
        return words.text("nobody waits for your word")
    to = words.plural("to {n} client", "to {n} clients", clients)
    return words.plural("{n} reason to write {to}", "{n} reasons to write {to}", reasons, to=to)
