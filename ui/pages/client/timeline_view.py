"""The timeline of one client: goes to entries and days, takes keys and clicks (6.4)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPalette
from PySide6.QtWidgets import QWidget

from app.facts.found_words import wanted
from app.facts.timeline import Line
from app.facts.wall_time import end_instant
from ui.pages.client.letters import letter_of
from ui.pages.client.timeline_list import TimelineList
from ui.theme import follow_theme, theme

if TYPE_CHECKING:
    from ui.workbench import Workbench

NOTHING = (0, "")


class Timeline(TimelineList):
    """The lines of one client. `lettered`: c, a, g or /.

    `acted(seq, what)`: open, correct, answer, ask, copy, file:0.
    """

    acted = Signal(int, str)
    lettered = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._workbench, self._pressed = workbench, NOTHING
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(workbench.words.text("Timeline"))
        follow_theme(self)

    @property
    def current(self) -> Line | None:
        """The line with the keyboard."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def show_client(self, client: int) -> None:
        """The newest page of a client, its end in view; of the same client only what changed."""
        if client != self.pages.client:
            self.delegate.forget()
        self.scrolling.show_client(client)
        if self.lines.lines:
            self.delegate.make_room_for(max(line.entry.seq for line in self.lines.lines))

    def mark(self, words: str) -> None:
        """Mark words that were looked for wherever they stand; none of them takes the marks away (6.2)."""
        if self.delegate.sought != wanted(words):
            self.delegate.sought = wanted(words)
            self.viewport().update()

    def go_to_entry(self, seq: int) -> bool:
        """Stand at an entry of this client, loading the page around it where it is not here."""
        here = self.lines.row_of(seq) >= 0 or self.scrolling.fetching.load(partial(self.pages.around, seq))
        return here and self._stand(self.lines.row_of(seq))

    def go_to_day(self, day: date) -> bool:
        """Stand at the last line that happened on that day or before it; False, and nothing moves, without one."""
        zone = self.lines.lines[-1].zone if self.lines.lines else self._workbench.owner.zone
        end = end_instant(zone, day)
        return self.pages.any_before(end) and self._stand(self.scrolling.fetching.load(partial(self.pages.at, end)) - 1)

    def _stand(self, row: int) -> bool:
        if row < 0:
            return False
        self.setCurrentIndex(self.lines.index(row))
        self.scrolling.show_row(row, middle=True)
        return True

    def restyle(self) -> None:
        """Set the rows at the present text scale, on the page's ground."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme().colour("bg"))
        self.setPalette(palette)
        self.setStyleSheet("QListView { background: transparent; }")
        self.delegate.forget()
        self.scrolling.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the letters of the list are the page's."""
        line = self.current
        if line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acted.emit(line.entry.seq, "open")
            return
        if line is not None and event.matches(QKeySequence.StandardKey.Copy):
            self.acted.emit(line.entry.seq, "copy")
            return
        letter = letter_of(event)
        if letter and self._workbench.settings.single_keys:
            self.lettered.emit(letter)
        elif event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # No search by typing: letters are keys.
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a button inside a row counts when it is let go there as well."""
        super().mousePressEvent(event)
        self._pressed = self._action_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else NOTHING

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was pressed is done once, however quickly it is pressed again."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, NOTHING
        if pressed[1] and event.button() == Qt.MouseButton.LeftButton and pressed == self._action_at(event.position()):
            self.acted.emit(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens, but beside the buttons of a row."""
        seq, action = self._action_at(event.position())
        if seq and not action:
            self.acted.emit(seq, "open")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed."""
        super().mouseMoveEvent(event)
        hand = Qt.CursorShape.PointingHandCursor if self._action_at(event.position())[1] else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != hand:
            self.viewport().setCursor(hand)

    def _action_at(self, place: QPointF) -> tuple[int, str]:
        """The entry under a place, 0 beside all; and what the button there does, empty beside them."""
        index = self.indexAt(place.toPoint())
        if not index.isValid():
            return NOTHING
        line = self.lines.lines[index.row()]
        box = self.delegate.content_box(self.visualRect(index), index.row())
        return line.entry.seq, self.delegate.drawn(line).action_at(place - box.topLeft())
