"""The timeline: rows by page, the day on top while scrolling, keys, and a place that never jumps."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.facts.timeline import Line
from app.facts.wall_time import end_instant
from ui.pages.client.letters import letter_of
from ui.pages.client.row_tip import row_tip
from ui.pages.client.row_words import Reader
from ui.pages.client.timeline_delegate import GAP, HEADING, TimelineDelegate
from ui.pages.client.timeline_model import PAGE, Index, TimelineModel
from ui.theme import follow_theme, theme

if TYPE_CHECKING:
    from ui.workbench import Workbench

NEAR = 400
"""So many pixels before an end the next page is asked for."""
AFTER = 20
SECOND = timedelta(seconds=1)
"""So many lines after a day that is gone to are loaded with it."""


class Timeline(QListView):
    """The lines of one client. `acted(seq, what)`: open, correct, answer, ask. `lettered`: c, a, g or /."""

    acted = Signal(int, str)
    lettered = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._client, self._busy = workbench, 0, False
        reader = Reader(workbench.words, workbench.zone)
        self.delegate = TimelineDelegate(reader, self)
        self.lines = TimelineModel(self.delegate.spoken, self._tip, self)
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(False)
        self.setAccessibleName(workbench.words.text("Timeline"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(24)
        follow_theme(self)

    @property
    def current(self) -> Line | None:
        """The line with the keyboard."""
        index = self.currentIndex()
        return self.lines.lines[index.row()] if index.isValid() else None

    def show_client(self, client: int) -> None:
        """The newest page of a client, its end in view; of the same client only what changed."""
        page = self._workbench.journal.reading.lines(client, limit=PAGE)
        if client == self._client and self.lines.lines:
            at_end = self._is_at_end()
            if self.lines.renew(page):
                self.scrollToBottom() if at_end else None
                return
            if not self.lines.at_end:
                return
        self._client = client
        self.delegate.forget()
        self.lines.show(page, at_start=len(page) < PAGE, at_end=True)
        self.scrollToBottom()

    def go_to_entry(self, seq: int) -> bool:
        """Stand at an entry of this client, loading the page around it where it is not here."""
        if self.lines.row_of(seq) < 0:
            entry = self._workbench.journal.reading.entry(seq)
            if entry.client != self._client:
                return False
            self._window(entry.happened + SECOND)
        return self._stand(self.lines.row_of(seq))

    def go_to_day(self, day: date) -> bool:
        """Stand at the last line that happened on that day or before it."""
        zone = self.lines.lines[-1].zone if self.lines.lines else self._workbench.owner.zone
        return self._stand(self._window(end_instant(zone, day)) - 1)

    def _window(self, end: datetime) -> int:
        """Load the lines around an instant; gives how many of them lie before it."""
        reading = self._workbench.journal.reading
        before = reading.lines(self._client, end=end, limit=PAGE)
        after = reading.lines(self._client, after=before[-1].entry, limit=AFTER) if before else ()
        if before:
            self.lines.show([*before, *after], at_start=len(before) < PAGE, at_end=len(after) < AFTER)
        return len(before)

    def _stand(self, row: int) -> bool:
        if row < 0:
            return False
        index = self.lines.index(row)
        self.setCurrentIndex(index)
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Keep a row clear of the day that stays on top."""
        super().scrollTo(index, hint)
        top = self.visualRect(index).top() - theme().px(HEADING)
        if top < 0 and hint == QAbstractItemView.ScrollHint.EnsureVisible:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top)

    def restyle(self) -> None:
        """Set the rows at the present text scale, on the page's ground."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme().colour("bg"))
        self.setPalette(palette)
        self.setStyleSheet("QListView { background: transparent; }")
        self.delegate.forget()
        self.lines.layoutChanged.emit()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows in the new width; the end stays in view where it was."""
        at_end = self._is_at_end()
        if self.viewport().width() != self.delegate.width:
            self.delegate.width = self.viewport().width()
            self.delegate.forget()
            self.lines.layoutChanged.emit()
        super().resizeEvent(event)
        if at_end:
            self.scrollToBottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and over them the day of the first one in view."""
        super().paintEvent(event)
        first = self.indexAt(QPoint(10, 4))
        if not first.isValid() or self.visualRect(first).top() + theme().px(GAP) >= 0:
            return
        painter = QPainter(self.viewport())
        wide, high = self.viewport().width(), theme().px(HEADING)
        below = self.lines.index(first.row() + 1)
        push = 0
        if below.isValid() and self.lines.heads_a_day(below.row()):
            push = min(0, self.visualRect(below).top() + theme().px(GAP) - high)
        painter.fillRect(QRect(0, push, wide, high), theme().colour("bg"))
        self.delegate.draw_heading(painter, 0, push + theme().px(4), wide, self.lines.lines[first.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the letters of the list are the page's."""
        line = self.current
        if line is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acted.emit(line.entry.seq, "open")
            return
        letter = letter_of(event)
        if letter and self._workbench.settings.single_keys:
            self.lettered.emit(letter)
            return
        if event.text() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # No search by typing: letters are keys.
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a button inside a row presses it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            line = self.lines.lines[index.row()]
            box = self.delegate.content_box(self.visualRect(index), index)
            action = self.delegate.drawn(line).action_at(QPointF(event.position()) - box.topLeft())
            if action:
                self.acted.emit(line.entry.seq, action)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        if self.current is not None and self.indexAt(event.position().toPoint()).isValid():
            self.acted.emit(self.current.entry.seq, "open")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for the next page also when the bar cannot move further."""
        super().wheelEvent(event)
        self._scrolled()

    def _scrolled(self) -> None:
        bar = self.verticalScrollBar()
        if self._busy or not self.lines.lines or not self.isVisible():
            return
        if bar.value() < NEAR and not self.lines.at_start:
            self._load(older=True)
        elif bar.value() > bar.maximum() - NEAR and not self.lines.at_end:
            self._load(older=False)

    def _load(self, *, older: bool) -> None:
        """A page more; the line on top stays where it is."""
        self._busy = True
        held = self.indexAt(QPoint(10, 4))
        seq = self.lines.lines[held.row()].entry.seq if held.isValid() else 0
        top = self.visualRect(held).top() if held.isValid() else 0
        reading, loaded = self._workbench.journal.reading, self.lines.lines
        if older:
            self.lines.add_older(reading.lines(self._client, before=loaded[0].entry, limit=PAGE))
        else:
            self.lines.add_newer(reading.lines(self._client, after=loaded[-1].entry, limit=PAGE))
        self.doItemsLayout()
        row = self.lines.row_of(seq)
        if row >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.lines.index(row)).top() - top)
        self._busy = False

    def _is_at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 2

    def _tip(self, line: Line) -> str:
        return row_tip(line, self.delegate.reader)
