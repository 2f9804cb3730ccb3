"""The owner's own days off: from, to, why; one can be added and taken out (W1, D17)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.facts.calendar_body import date_of
from app.words import Words
from ui.dialogs.agreement.side_by_side import SideBySide
from ui.dialogs.agreement.small_dialog import SmallDialog
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, IconButton
from ui.widgets.field import date_field, line_field
from ui.widgets.text import Text

DayOff = dict[str, str]


class DayOffForm(SmallDialog):
    """`given` carries one stretch of days in the shape of owner.changed."""

    given = Signal(object)

    def __init__(self, words: Words, today: date, parent: QWidget | None = None) -> None:
        super().__init__(words, words.text("Days off"), words.text("Add these days"), width=480, parent=parent)
        row = self.body.add(SideBySide(gap=12))
        self.first = row.add(date_field(words.text_in("days", "From"), today, language=words.language), 1)
        self.last = row.add(date_field(words.text("Last day"), today, language=words.language), 1)
        self.why = self.body.add(line_field(words.text("Why"), hint=words.text("shown in counts")))
        self.first.editor.changed.connect(self._follow)
        self.wanted.connect(self._give)
        self.first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self, first: date) -> None:
        if self.last.editor.day < first:
            self.last.editor.set_day(first)

    def _give(self) -> None:
        first, last, why = self.first.editor.day, self.last.editor.day, self.why.editor.text().strip()
        if last < first:
            self.last.set_error(self.words.text("The last day lies before the first. Choose a later one."))
            return
        day = {"from": first.isoformat()}
        if last > first:
            day["to"] = last.isoformat()
        self.accept()
        self.given.emit(day | ({"why": why} if why else {}))


class DaysOffList(Column):
    """`changed` after each change; `days` are in the shape of owner.changed."""

    changed = Signal()

    def __init__(self, words: Words, days: tuple[DayOff, ...], today: date, parent: QWidget | None = None) -> None:
        super().__init__(gap=6, parent=parent)
        self._words, self.days, self._today = words, days, today
        self.add(Text(words.text("My days off"), "small", weight=500, colour="text2"))
        self._lines = self.add(Column(gap=2))
        self.more = self.add(Button(words.text("Add days off"), icon="plus", small=True))
        self.more.clicked.connect(self._ask)
        self._show()

    def _show(self) -> None:
        self._lines.clear()
        for at, day in enumerate(self.days):
            if date_of(day.get("to", day["from"])) < self._today:
                continue
            row = self._lines.add(Row(gap=8))
            row.add(Text(self._said(day), "small", wrap=True), 1)
            away = row.add(IconButton("x", self._words.text("Take out {days}", days=self._said(day)), small=True))
            away.clicked.connect(partial(self._remove, at))
        if not self._lines.lines.count():
            self._lines.add(Text(self._words.text("None ahead."), "small", colour="text2"))

    def _said(self, day: DayOff) -> str:
        first, last = date_of(day["from"]), date_of(day.get("to", day["from"]))
        said = Words.capital(self._words.date(first))
        if last > first:
            said = f"{said} – {self._words.date(last)}"
        return f"{said}, {day['why']}" if day.get("why") else said

    def _ask(self) -> None:
        dialog = DayOffForm(self._words, self._today, self.window())
        dialog.given.connect(self._append)
        dialog.open()

    def _append(self, day: DayOff) -> None:
        self.days = tuple(sorted((*self.days, day), key=_first))
        self._show()
        self.changed.emit()

    def _remove(self, at: int) -> None:
        self.days = self.days[:at] + self.days[at + 1 :]
        self._show()
        self.more.setFocus()
        self.changed.emit()


def _first(day: DayOff) -> str:
    return day["from"]
