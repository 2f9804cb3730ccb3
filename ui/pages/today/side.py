"""The side column of Today: calls, the strip of promises, what clients owe. Empty cards stay, with one line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.today import Owed, Today
from app.facts.visible import visible
from app.words import Words
from ui.pages.today.call_line import CallLine
from ui.pages.today.owed_line import OwedLine
from ui.widgets.badge import Badge
from ui.widgets.boxes import Column, Divider, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.strip import Strip, StripDay
from ui.widgets.text import Text

MOST_OWED = 12
"""More than that would be read by nobody and hold up every turn of the page; the rest comes with a click."""


class SideColumn(Column):
    """Three cards; `call`, `edit` and `owed` carry the client and the item that was pressed."""

    call = Signal(int, int)
    agree = Signal(int, int)
    edits = Signal(object)
    owed = Signal(int, int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, margins=(0, 0, 0, 8), parent=parent)
        self._words = words
        self._calls, self._calls_count, self._call_lines = self._card(words.text("Calls today"))
        _, self._promise_count, below = self._card(words.text("Promises, next 7 days"))
        self._strip = below.add(Strip((), name=words.text("Promises, next 7 days")))
        self._strip.opened.connect(self._open_day)
        self._strip.pointed.connect(self._point_day)
        said = below.add(Column(gap=0))
        self._limit = said.add(Text("", "caption", colour="text2", wrap=True))
        self._full = said.add(Text("", "caption", wrap=True))
        _, self._owed_count, self._owed_lines = self._card(words.text("They owe me"))
        self.add_space()
        self._shown: Today | None = None
        self._owed: tuple[Owed, ...] = ()
        self._all_owed = False

    def _card(self, title: str) -> tuple[Card, Badge, Column]:
        card = self.add(Card(fill=True, gap=11, padding=(14, 12, 14, 13), name=title))
        head = card.add(Row(gap=8))
        head.add(Text(title, "small", weight=600), 1)
        count = head.add(Badge())
        return card, count, card.add(Column(gap=8))

    def show_today(self, today: Today) -> None:
        """Show another reading."""
        self._shown = today
        self._show_calls(today)
        self._show_strip(today)
        self._show_owed(today)

    def _show_calls(self, today: Today) -> None:
        words = self._words
        self._calls_count.set_count(len(today.calls), words.plural("{n} call", "{n} calls", len(today.calls)))
        self._call_lines.clear()
        for number, each in enumerate(today.calls):
            if number:
                self._call_lines.add(Divider())
            line = self._call_lines.add(CallLine(words, each))
            line.opened.connect(self.call)
            line.agree.connect(self.agree)
        if not today.calls:
            self._call_lines.add(Text(words.text("No calls today"), "small", colour="text2", wrap=True))

    def _show_strip(self, today: Today) -> None:
        words, limit = self._words, today.owner.promises_a_day
        count = sum(len(day.promises) for day in today.days)
        self._promise_count.set_count(count, words.plural("{n} promise", "{n} promises", count))
        self._strip.set_days([self._strip_day(today, number) for number in range(len(today.days))])
        self._limit.setText(words.capital(words.plural("{n} a day is your limit", "{n} a day is your limit", limit)))
        full = [day.on for day in today.days if not day.off and len(day.promises) >= limit]
        self._full.setText(self._full_words(full, today))
        self._full.setVisible(bool(full))

    def _full_words(self, full: list[date], today: Today) -> str:
        words = self._words
        if len(full) == 1:
            over = any(day.on == full[0] and len(day.promises) > today.owner.promises_a_day for day in today.days)
            if over:
                return words.capital(words.text("{day} is over the limit", day=full[0]))
            return words.capital(words.text("{day} is full", day=full[0]))
        return words.text("Full: {days}", days=[words.date(day, short=True) for day in full])

    def _strip_day(self, today: Today, number: int) -> StripDay:
        day, words = today.days[number], self._words
        parts = [words.date(day.on)]
        if day.off:
            parts.append(words.text("day off"))
        parts.append(words.plural("{n} promise", "{n} promises", len(day.promises)))
        if not day.off and len(day.promises) >= today.owner.promises_a_day:
            parts.append(words.text("full"))
        parts += [visible(each.title) for each in day.promises]
        return StripDay(
            key=day.on.isoformat(),
            weekday=words.capital(words.weekday(day.on, short=True)),
            number=str(day.on.day),
            blocks=len(day.promises),
            limit=today.owner.promises_a_day,
            off=day.off,
            today=number == 0,
            due_today=len(day.promises) if number == 0 else 0,
            spoken=", ".join(parts),
        )

    def _show_owed(self, today: Today) -> None:
        words = self._words
        self._owed_count.set_count(len(today.owed), words.plural("{n} item", "{n} items", len(today.owed)))
        if today.owed == self._owed and self._owed_lines.lines.count():
            return
        self._owed = today.owed
        self._owed_lines.clear()
        most = len(today.owed) if self._all_owed or len(today.owed) <= MOST_OWED + 1 else MOST_OWED
        for number, each in enumerate(today.owed[:most]):
            if number:
                self._owed_lines.add(Divider())
            line = self._owed_lines.add(OwedLine(words, each))
            line.opened.connect(self.owed)
        if rest := len(today.owed) - most:
            said = words.plural("and {n} more", "and {n} more", rest)
            more = self._owed_lines.add(Button(said, ButtonKind.LINK), align=Qt.AlignmentFlag.AlignLeft)
            more.clicked.connect(self._show_all_owed)
        if not today.owed:
            self._owed_lines.add(Text(words.text("Nobody owes you anything"), "small", colour="text2", wrap=True))

    def _show_all_owed(self) -> None:
        self._all_owed, self._owed = True, ()
        if self._shown is not None:
            self._show_owed(self._shown)

    def _open_day(self, key: str) -> None:
        if self._shown is not None:
            self.edits.emit(next((day for day in self._shown.days if day.on.isoformat() == key), None))

    def _point_day(self, key: str) -> None:
        """Name the promises of the day that is pointed at."""
        day = next((each for each in self._shown.days if each.on.isoformat() == key), None) if self._shown else None
        if day is not None and day.promises:
            names = self._words.list_of(f"«{visible(each.title)}»" for each in day.promises)
            self._full.setText(self._words.capital(self._words.text("{day}: {names}", day=day.on, names=names)))
            self._full.setVisible(True)
