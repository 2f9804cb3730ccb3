"""The line over the timeline that filters it by words (/) or goes to a day (G)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.facts.entries import Entry
from app.facts.wall_time import end_instant
from app.papers.kind_names import kind_name
from app.words.day_words import day_typed
from ui.widgets.boxes import Column, Row
from ui.widgets.button import IconButton
from ui.widgets.inputs import LineInput
from ui.widgets.item import Item, ItemRow
from ui.widgets.picture import Picture
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

MOST_HITS = 8


class FindBar(Column):
    """`found` carries the entry to stand at, `left` says that the bar was closed."""

    found = Signal(int)
    left = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._workbench, self._client, self._by_day = workbench, 0, False
        words = workbench.words
        line = self.add(Row(gap=8))
        self.icon = line.add(Picture("search"))
        self.field = line.add(LineInput(), 1)
        close = line.add(IconButton("x", words.text("Close"), small=True, shortcut="Esc"))
        self.said = self.add(Text("", "caption", colour="text2"))
        self.hits = self.add(Column(gap=2))
        self._hits: list[ItemRow] = []
        close.clicked.connect(self._close)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._take)

    def open(self, client: int, *, by_day: bool) -> None:
        """Take the focus; `by_day` asks for a day instead of words."""
        self._client, self._by_day = client, by_day
        words = self._workbench.words
        day, filtering = words.text("Go to a day: yesterday, 25, 25 Nov"), words.text("Words of this client's entries")
        ask = day if by_day else filtering
        self.icon.set_picture("calendar-days" if by_day else "search")
        self.field.setPlaceholderText(ask)
        self.field.setAccessibleName(ask)
        self.field.clear()
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, ↓ goes into the hits."""
        rows = self._hits
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and rows:
            at = next((n for n, row in enumerate(rows) if row.hasFocus()), -1)
            step = at + (1 if event.key() == Qt.Key.Key_Down else -1)
            (self.field if step < 0 else rows[min(step, len(rows) - 1)]).setFocus()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        text, words = self.field.text().strip(), self._workbench.words
        if self._by_day:
            day = self._day(text)
            self.said.setText(words.date(day) if day else "")
            return
        self.hits.clear()
        self._hits = []
        self.said.setText("")
        if len(text) < 2:
            return
        found = self._workbench.journal.reading.search(text, self._client, MOST_HITS)
        self.said.setText("" if found else words.text("Nothing holds these words"))
        for entry in found:
            row = self.hits.add(self._row(entry))
            row.opened.connect(self._open)
            self._hits.append(row)

    def _row(self, entry: Entry) -> ItemRow:
        words, zone = self._workbench.words, self._workbench.zone
        kind = kind_name(words, entry.kind)
        return ItemRow(Item(str(entry.seq), "corner-down-right", entry.text.replace("\n", " ") or kind,
                            words.date(entry.happened.astimezone(zone).date(), short=True), kind))  # fmt: skip

    def _day(self, text: str) -> date | None:
        return day_typed(text, self._workbench.today, self._workbench.language, past=True) if text else None

    def _take(self) -> None:
        if not self._by_day:
            rows = self._hits
            if rows:
                rows[0].click()
            return
        day = self._day(self.field.text().strip())
        if day is None:
            self.said.setText(self._workbench.words.text("This is no day. Write for example yesterday or 25 Nov."))
            return
        zone = self._workbench.owner.zone
        lines = self._workbench.journal.reading.lines(self._client, end=end_instant(zone, day), limit=1)
        if lines:
            self.found.emit(lines[0].entry.seq)
        else:
            self.said.setText(self._workbench.words.text("Nothing is recorded up to that day"))

    def _open(self, key: str) -> None:
        self.found.emit(int(key))

    def _close(self) -> None:
        self.left.emit()
