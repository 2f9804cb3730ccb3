"""A list view whose rows are placed here: the layout of Qt asks each of its rows for a height, however many (8.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from ui.pages.client.row_words import Reader
from ui.pages.client.timeline_delegate import GAP, HEADING, TimelineDelegate
from ui.pages.client.timeline_model import Index
from ui.pages.client.timeline_pages import TimelinePages
from ui.pages.client.timeline_places import Placed
from ui.pages.client.timeline_scroll import TimelineScroll
from ui.pages.client.timeline_steps import row_after
from ui.theme import theme

if TYPE_CHECKING:
    from ui.workbench import Workbench

Actions = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint


class TimelineList(QListView):
    """Answers what Qt's views ask from the places of the rows, and paints those in view."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = TimelineDelegate(Reader(workbench.words, workbench.zone), self)
        self.lines = self.delegate.lines
        self.pages = TimelinePages(workbench, self.lines)
        self.scrolling = TimelineScroll(self, self.lines, self.pages, self.delegate.heights)
        self.setModel(self.lines)
        self.setItemDelegate(self.delegate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # its room; rows do not change their width
        self.verticalScrollBar().setStyleSheet("QScrollBar::handle:vertical:disabled { background: transparent; }")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)

    def visualRect(self, index: Index) -> QRect:
        """Where a row lies in the window."""
        if not index.isValid():
            return QRect()
        placed = self.scrolling.places.placed(index.row())
        return QRect(0, placed.top, self.viewport().width(), placed.height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point."""
        found = (each.row for each in self.scrolling.places.seen() if each.top <= point.y() < each.bottom)
        return self.lines.index(next(found, -1))

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view, clear of the day that stays on top."""
        if index.isValid() and not self.scrolling.fetching.is_loading:
            self.scrolling.show_row(index.row(), middle=hint == Hint.PositionAtCenter)

    def scrollToBottom(self) -> None:
        """The newest line of all."""
        self.scrolling.to_end()

    def scrollToTop(self) -> None:
        """The first line of all."""
        self.scrolling.to_start()

    def moveCursor(self, action: Actions, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to; Home and End lead to the first and the last line of all."""
        return self.lines.index(row_after(self.scrolling, action, self.currentIndex().row()))

    def horizontalOffset(self) -> int:
        """Nothing lies beside the window."""
        return 0

    def verticalOffset(self) -> int:
        """Rows are placed in the window."""
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        """No row is hidden."""
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is painted anew when the choice changes."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index).adjusted(0, -8, 0, 8)
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """One row at a time."""
        index = self.indexAt(rect.topLeft())
        if index.isValid():
            self.selectionModel().select(index, command)

    def doItemsLayout(self) -> None:
        """Rows are placed when they are painted."""
        self.scrolling.settle()

    def updateGeometries(self) -> None:
        """The window has another height."""
        self.scrolling.settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The bar was moved by hand."""
        self.scrolling.follow_bar()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """By the pixels of a touchpad, or three lines for a notch."""
        fine, notches = event.pixelDelta().y(), event.angleDelta().y()
        self.scrolling.by(-(fine or round(notches / 120 * theme().px(72))))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows in the new width; the end stays in view where it was."""
        if self.viewport().width() != self.delegate.width:
            self.delegate.width = self.viewport().width()
            self.delegate.forget()
        self.scrolling.resize()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is seen on a row: the one it was at, else the newest."""
        at = self.currentIndex()
        last = self.model().rowCount() - 1
        if last >= 0 and not (at.isValid() and self.selectionModel().hasSelection()):
            self.setCurrentIndex(at if at.isValid() else self.model().index(last, 0))
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and over them the day of the first one in view."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        chosen, plain = self.currentIndex().row(), option.state
        seen = self.scrolling.places.seen()
        for each in seen:
            option.rect = QRect(0, each.top, self.viewport().width(), each.height)
            if option.rect.adjusted(0, -8, 0, 8).intersects(event.rect()):
                option.state = plain | self._state(each.row == chosen)
                self.delegate.paint(painter, option, self.lines.index(each.row))
        if seen:
            self._draw_day(painter, seen)

    def _state(self, chosen: bool) -> QStyle.StateFlag:
        if not chosen or not self.selectionModel().hasSelection():
            return QStyle.StateFlag.State_None
        focus = QStyle.StateFlag.State_HasFocus if self.hasFocus() else QStyle.StateFlag.State_None
        return QStyle.StateFlag.State_Selected | focus

    def _draw_day(self, painter: QPainter, seen: list[Placed]) -> None:
        """The day that stays on top; the next day pushes it out."""
        first, px = seen[0], theme().px
        if first.top + px(GAP) >= 0 and self.lines.heads_a_day(first.row):
            return
        wide, high, push = self.viewport().width(), px(HEADING), 0
        if len(seen) > 1 and self.lines.heads_a_day(seen[1].row):
            push = min(0, seen[1].top + px(GAP) - high)
        painter.fillRect(QRect(0, push, wide, high), theme().colour("bg"))
        self.delegate.draw_heading(painter, 0, push + px(4), wide, self.lines.lines[first.row])
