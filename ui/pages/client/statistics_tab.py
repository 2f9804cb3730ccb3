"""The Statistics tab (6.11): the figures of a period as five cards or as one table, and the same as CSV."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.facts.charts import FigureLook
from app.facts.client_page import ClientPage
from app.facts.statistics import Period, PeriodSort, Statistics
from app.papers.figures.five import looks_of
from app.papers.statistics_table import as_table
from app.whole_file import write_whole
from app.words import Words
from ui.layout import Layout
from ui.pages.client.statistics_cards import StatisticsCards
from ui.pages.client.statistics_head import StatisticsHead
from ui.pages.client.statistics_rows import columns, figure_rows, point_rows
from ui.saving import Saving
from ui.widgets.boxes import Column, Scroll
from ui.widgets.segment import Segment
from ui.widgets.table import Table, TableRow
from ui.widgets.text import Text
from ui.widgets.waiting import Waiting

if TYPE_CHECKING:
    from ui.workbench import Workbench


class Read(Struct, frozen=True):
    """What a reading beside the window brings: the periods of the switch, the figures, the cards, the table."""

    offered: tuple[Period, ...]
    found: Statistics
    looks: tuple[FigureLook, ...]
    rows: list[TableRow]


KEYS: Final = ("whole", "month", "week")
"""The periods of the switch, in the order in which the journal offers them."""

LONGEST_NAME: Final = 100
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class StatisticsTab(Column):
    """Reads the figures beside the window; the chosen period stays until another client is shown.

    `entry_wanted` and `day_wanted` ask for a place in the timeline.
    """

    entry_wanted = Signal(int)
    day_wanted = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=12, parent=parent)
        self._workbench, self._client, self._chosen = workbench, 0, ""
        self._read: Statistics | None = None
        self._rows: list[TableRow] = []
        self.saving: Saving | None = None
        words = workbench.words
        self.head = self.add(StatisticsHead(self._offer(()), words))
        self.periods, self.mode, self.save = self.head.periods, self.head.mode, self.head.save
        self.periods.changed.connect(self._choose)
        self.head.switched.connect(self._switch)
        self.head.wanted.connect(self._ask_where)
        self.days = self.add(Text("", "caption", colour="text2"))
        self.days.hide()
        self.waiting = self.add(Waiting())
        self.cards = StatisticsCards()
        self.cards.entered.connect(self._enter)
        self.table = Table(columns(words), name=words.text("All figures of the period"))
        self.table.opened.connect(self._enter)
        self.body = self.add(QStackedWidget(), 1)
        self.sheet = Scroll(self.cards)
        self.body.addWidget(self.sheet)
        self.body.addWidget(self.table)

    def set_layout(self, layout: Layout) -> None:
        """Three, two or one card in a row."""
        self.head.set_layout(layout)
        self.cards.set_layout(layout)

    def show_page(self, page: ClientPage) -> None:
        """Read the client's figures anew."""
        if page.client.number != self._client:
            self._client, self._chosen, self._read, self._rows = page.client.number, "", None, []
            self.cards.hide()
            self.table.set_rows([])
        self._ask()

    def write(self, path: Path) -> bool:
        """Write the figures that are shown as CSV."""
        read, words = self._read, self._workbench.words
        if read is None:
            return False
        said = words.text("Saved as {name}.", name=path.name)
        return self._workbench.do(partial(self._write, read, path), said=said)

    def _ask(self) -> None:
        client, chosen, journal = self._client, self._chosen, self._workbench.journal
        words, here = self._workbench.words, self._workbench.zone

        def question() -> Read:
            offered = journal.statistics.periods(client)
            asked = dict(zip(KEYS, offered, strict=True)).get(chosen, offered[0])
            found = journal.statistics.of(client, asked)
            looks = looks_of(found, words, here)
            return Read(offered, found, looks, figure_rows(as_table(found, words)) + point_rows(looks, words))

        if self._read is None:
            size, _ = journal.size_and_head()
            self.waiting.begin(words.plural("Reading {n} entry", "Reading {n} entries", size))
        self._workbench.ask(question, partial(self._show, client, chosen), self.waiting.end, aside=True)

    def _show(self, client: int, chosen: str, read: Read) -> None:
        if (client, chosen) != (self._client, self._chosen):
            return
        words, found = self._workbench.words, read.found
        self._read = found
        self.waiting.end()
        self.periods.set_segments(self._offer(read.offered), chosen)
        self.days.setText(words.text("From {first} to {last}", first=found.period.first, last=found.period.last))
        self.cards.show_looks(read.looks)
        if read.rows != self._rows:
            self._rows = read.rows
            self.table.set_rows(read.rows)
        self.cards.show()

    def _switch(self) -> None:
        """Between cards and table."""
        to_table = self.body.currentWidget() is not self.table
        self.body.setCurrentWidget(self.table if to_table else self.sheet)
        self.days.setVisible(to_table)
        self.head.tell_mode(as_table=to_table)

    def _enter(self, key: str) -> None:
        """Enter on a point: its entry in the timeline, or the day on which its week begins."""
        what, _, which = key.rpartition("|")[2].partition(":")
        if what == "entry":
            self.entry_wanted.emit(int(which))
        elif what == "day":
            self.day_wanted.emit(date.fromisoformat(which))

    def _offer(self, offered: tuple[Period, ...]) -> list[Segment]:
        """The switch; its words before anything was read are those of no particular client."""
        words = self._workbench.words
        said = [_title(each, words) for each in offered]
        plain = [
            words.text("All the time"),
            words.capital(words.month(self._workbench.today)),
            words.text("Last 7 days"),
        ]
        return [Segment(key, title) for key, title in zip(KEYS, said or plain, strict=True)]

    def _choose(self, key: str) -> None:
        self._chosen = key
        self._ask()

    def _ask_where(self) -> None:
        read, words = self._read, self._workbench.words
        if read is None:
            return
        name = words.text("Statistics of {client}, {first} to {last}", client=read.name,
                          first=read.period.first.isoformat(), last=read.period.last.isoformat())  # fmt: skip
        safe = _NOT_IN_NAMES.sub(" ", name)[:LONGEST_NAME].strip(" .")
        self.saving = Saving(self._workbench, self, f"{safe}.csv", words.text("Tables (*.csv)"), self.write)
        self.saving.ask()

    def _write(self, read: Statistics, path: Path) -> None:
        text = self._workbench.journal.statistics.as_csv(read, self._workbench.words)
        write_whole(path, text.encode("utf-8"))


def _title(period: Period, words: Words) -> str:
    if period.sort is PeriodSort.MONTH:
        return words.capital(words.month(period.first))
    if period.sort is PeriodSort.DATES:
        return words.text("Last 7 days")
    return words.capital(words.since_date(period.first, short=True))
