"""The line over the timeline that leads to a day or an entry, as it is typed: yesterday, 25 Nov, 1285 (6.4)."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.facts.entries import Entry
from app.words.day_words import day_typed
from ui.widgets.boxes import Column, Row
from ui.widgets.button import IconButton
from ui.widgets.inputs import LineInput
from ui.widgets.picture import Picture
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

_NUMBER = re.compile(r"[#№]?\s*(\d[\d\s\u00a0\u2009\u202f]*)")
_LAST_DAY = 31


def place_typed(text: str, today: date, language: str) -> date | int | None:
    """A day or the number of an entry; None when it is neither. Up to 31 a bare number is a day, #25 the entry."""
    found = _NUMBER.fullmatch(text.strip())
    if found is not None:
        number = int("".join(found[1].split()))
        if text.strip()[0] in "#№" or number > _LAST_DAY:
            return number
    return day_typed(text, today, language, past=True)


class GoBar(Column):
    """`entry_wanted` and `day_wanted` say where to stand, `left` that the bar was closed."""

    entry_wanted = Signal(int)
    day_wanted = Signal(object)
    left = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._workbench, self._client = workbench, 0
        words = workbench.words
        line = self.add(Row(gap=8))
        line.add(Picture("calendar-days"))
        ask = words.text("Go to a day or an entry: yesterday, 25 Nov, #1285")
        self.field = line.add(LineInput(placeholder=ask), 1)
        self.field.setAccessibleName(ask)
        close = line.add(IconButton("x", words.text("Close"), small=True, shortcut="Esc"))
        self.said = self.add(Text("", "caption", colour="text2", wrap=True))
        close.clicked.connect(self.left)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.take)

    def open(self, client: int) -> None:
        """Take the focus."""
        self._client = client
        self.field.clear()
        self._typed()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def refuse(self, sentence: str) -> None:
        """Say why nothing is there; what was typed stays."""
        self.said.setText(sentence)

    def take(self) -> None:
        """Go there."""
        place, bench = self._place(), self._workbench
        if place is None:
            self.refuse(bench.words.text("This is neither a day nor an entry. Write for example yesterday or #1285."))
        elif isinstance(place, int):
            bench.do(partial(bench.journal.reading.entry, place), self._to_entry, at=self)
        else:
            self.day_wanted.emit(place)

    def _to_entry(self, entry: Entry) -> None:
        """An entry of another client is shown on that client's page."""
        if entry.client == self._client:
            self.entry_wanted.emit(entry.seq)
        elif entry.client:
            self._workbench.show("client", entry.client, entry.seq)
        else:
            self.refuse(self._workbench.words.text("Entry {number} belongs to no client.", number=entry.seq))

    def _place(self) -> date | int | None:
        text, bench = self.field.text(), self._workbench
        return place_typed(text, bench.today, bench.language) if text.strip() else None

    def _typed(self) -> None:
        place, words = self._place(), self._workbench.words
        if isinstance(place, int):
            self.said.setText(words.text("Entry {number}", number=place))
        else:
            self.said.setText(words.capital(words.date(place)) if place else "")
