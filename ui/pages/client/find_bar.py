"""The line over the timeline that looks for words in this client's entries (/): they are marked where they stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.facts.entries import Entry
from app.facts.found_words import excerpt, wanted
from app.facts.searched import text_found
from app.facts.visible import visible
from app.papers.kind_names import kind_name
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.inputs import LineInput
from ui.widgets.item import Item, ItemRow
from ui.widgets.picture import Picture
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

MOST_HITS = 6
LONGEST = 120
"""So many characters of a hit are shown at most."""


class FindBar(Column):
    """`found` carries the entry to stand at, `sought` the words to mark, `left` says that the bar was closed."""

    found = Signal(int)
    sought = Signal(str)
    left = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(gap=4, parent=parent)
        self._workbench, self._client = workbench, 0
        self._asked: str | None = None
        words = workbench.words
        line = self.add(Row(gap=8))
        line.add(Picture("search"))
        ask = words.text("Words of this client's entries")
        self.field = line.add(LineInput(placeholder=ask), 1)
        self.field.setAccessibleName(ask)
        self.all = line.add(Button(words.text("All in the search"), ButtonKind.GHOST, small=True))
        close = line.add(IconButton("x", words.text("Close"), small=True, shortcut="Esc"))
        self.said = self.add(Text("", "caption", colour="text2"))
        self.hits = self.add(Column(gap=2))
        self.rows: list[ItemRow] = []
        self.all.hide()
        self.all.clicked.connect(self._show_all)
        close.clicked.connect(self._close)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._take)

    def open(self, client: int) -> None:
        """Take the focus."""
        self._client = client
        self.field.clear()
        self._show_hits([])
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, ↓ goes into the hits."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif not self._step(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A row is a button, which would take the arrows for itself."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._step(event)

    def _step(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Up) or not self.rows:
            return False
        at = next((n for n, row in enumerate(self.rows) if row.hasFocus()), -1)
        step = at + (1 if event.key() == Qt.Key.Key_Down else -1)
        (self.field if step < 0 else self.rows[min(step, len(self.rows) - 1)]).setFocus()
        return True

    def _typed(self) -> None:
        """Ask beside the window; while one question is on its way only the last state of the field waits."""
        text = self.field.text().strip()
        self.sought.emit(text)
        if self._asked is not None:
            return
        if not wanted(text):
            self._show_hits([])
            return
        self._asked = text
        search = self._workbench.journal.reading.search
        self._workbench.ask(partial(search, text, self._client, MOST_HITS + 1), self._answered, self._failed)

    def _answered(self, found: list[Entry]) -> None:
        asked, self._asked = self._asked, None
        if asked == self.field.text().strip():
            self._show_hits(found)
        else:
            self._typed()

    def _failed(self) -> None:
        self._asked = None

    def _show_hits(self, found: list[Entry]) -> None:
        words, typed = self._workbench.words, bool(wanted(self.field.text()))
        self.hits.clear()
        self.rows = [self.hits.add(self._row(entry)) for entry in found[:MOST_HITS]]
        for row in self.rows:
            row.opened.connect(self._open)
            row.installEventFilter(self)
        is_more = len(found) > MOST_HITS
        said = words.plural("{n} result", "{n} results", len(self.rows))
        if is_more:
            said = words.plural("The newest result", "The newest {n} results", MOST_HITS)
        said = said if found else words.text("Nothing holds these words")
        self.said.setText(said if typed else "")
        self.all.setVisible(is_more)
        if typed and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _row(self, entry: Entry) -> ItemRow:
        words, zone = self._workbench.words, self._workbench.zone
        kind = kind_name(words, entry.kind)
        if entry.retracted_by is not None:
            kind = f"{kind} · {words.text('Retracted by entry {number}', number=entry.retracted_by)}"
        looked_for = wanted(self.field.text())
        text = excerpt(visible(text_found(entry, looked_for)), looked_for, LONGEST) or kind
        day = words.date(entry.happened.astimezone(zone).date(), short=True)
        return ItemRow(Item(str(entry.seq), "corner-down-right", text, day, kind))

    def _take(self) -> None:
        if self.rows:
            self.rows[0].click()

    def _open(self, key: str) -> None:
        self.found.emit(int(key))

    def _show_all(self) -> None:
        self._workbench.open("search", self._client, text=self.field.text().strip())

    def _close(self) -> None:
        self.sought.emit("")
        self.left.emit()
