"""The timeline: rows by page, the day on top while scrolling, keys, and a place that never jumps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.facts.timeline import Line
from app.facts.wall_time import end_instant
from ui.pages.client.letters import letter_of
from ui.pages.client.row_words import Reader
from ui.pages.client.timeline_delegate import GAP, HEADING, TimelineDelegate
from ui.pages.client.timeline_model import Index, TimelineModel
from ui.pages.client.timeline_pages import TimelinePages
from ui.theme import follow_theme, theme

if TYPE_CHECKING:
    from ui.workbench import Workbench

NEAR = 400
"""So many pixels before an end the next page is asked for."""
SECOND = timedelta(seconds=1)


class Timeline(QListView):
    """The lines of one client. `acted(seq, what)`: open, correct, answer, ask. `lettered`: c, a, g or /."""

    acted = Signal(int, str)
    lettered = Signal(str)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._busy = workbench, False
        reader = Reader(workbench.words, workbench.zone)
        self.delegate = TimelineDelegate(reader, self)
        self.lines = TimelineModel(self.delegate.spoken, self.delegate.tip, self)
        self.pages = TimelinePages(workbench, self.lines)
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
        at_end = self._is_at_end()
        if client != self.pages.client:
            self.delegate.forget()
        if self.pages.newest(client) or at_end:
            self.scrollToBottom()

    def go_to_entry(self, seq: int) -> bool:
        """Stand at an entry of this client, loading the page around it where it is not here."""
        if self.lines.row_of(seq) < 0:
            at = self.pages.instant_of(seq)
            if at is None:
                return False
            self.pages.around(at + SECOND)
        return self._stand(self.lines.row_of(seq))

    def go_to_day(self, day: date) -> bool:
        """Stand at the last line that happened on that day or before it."""
        zone = self.lines.lines[-1].zone if self.lines.lines else self._workbench.owner.zone
        return self._stand(self.pages.around(end_instant(zone, day)) - 1)

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
        if first.isValid():
            self._draw_day(first)

    def _draw_day(self, first: QModelIndex) -> None:
        """The day that stays on top; the next day pushes it out."""
        top = self.visualRect(first).top()
        if top + theme().px(GAP) >= 0 and self.lines.heads_a_day(first.row()):
            return
        painter = QPainter(self.viewport())
        wide, high, push = self.viewport().width(), theme().px(HEADING), 0
        below = self.lines.index(first.row() + 1)
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
        (self.pages.older if older else self.pages.newer)()
        self.doItemsLayout()
        row = self.lines.row_of(seq)
        if row >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(self.lines.index(row)).top() - top)
        self._busy = False

    def _is_at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 2
