"""The table of 6.12: rows of 36 without vertical lines, heads in caption, groups, shapes; one row is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.theme import follow_theme, theme
from ui.widgets.table_model import KEY_ROLE, TableCell, TableColumn, TableModel, TableRow
from ui.widgets.table_row import RowPainter
from ui.widgets.table_widths import shared

__all__ = ["Table", "TableCell", "TableColumn", "TableRow"]


class Table(QTableView):
    """Rows with keys; `pointed` follows the choice, `opened` carries the key at Enter or a double click."""

    opened = Signal(str)
    pointed = Signal(str)

    def __init__(self, columns: Sequence[TableColumn], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = TableModel(columns, self)
        self._natural: list[int] = []
        self.setModel(self._rows)
        self.setItemDelegate(RowPainter(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._head().setHighlightSections(False)
        self._head().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._head().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head().setMinimumSectionSize(1)  # the widths are shared out here, none is the style's
        self._head().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._open_at)
        self.selectionModel().currentRowChanged.connect(self._point_at)
        follow_theme(self)

    @property
    def chosen_key(self) -> str:
        """The key of the chosen row; empty when there is none."""
        return str(self._rows.data(self.currentIndex(), KEY_ROLE) or "")

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """Take other columns or the same ones in another language."""
        self._rows.set_columns(columns)
        self._measure()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows; the choice stays where its key is still there."""
        key = self.chosen_key
        self._rows.set_rows(rows)
        self.clearSpans()
        for at in self._rows.group_lines() if self._rows.columnCount() > 1 else ():
            self.setSpan(at, 0, 1, self._rows.columnCount())
        self.choose(key)
        self._measure()

    def choose(self, key: str) -> None:
        """Choose the row with a key; nothing happens when it is not there."""
        at = self._rows.line_of(key)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row with the keyboard is the chosen one: Qt makes the first one current and chooses none."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def restyle(self) -> None:
        """Take fonts and row height at the present text scale."""
        self.setFont(theme().font("small"))
        self.verticalHeader().setDefaultSectionSize(theme().measure("table_row"))
        self.verticalHeader().setMinimumSectionSize(theme().measure("table_row"))
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share another width."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Tab leaves the table."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_at(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _head(self) -> QHeaderView:
        return self.horizontalHeader()

    def _measure(self) -> None:
        self._natural = [self._rows.natural_width(at) for at in range(len(self._rows.columns))]
        self._share()

    def _share(self) -> None:
        for at, wide in enumerate(shared(self.viewport().width(), self._rows.columns, self._natural)):
            self._head().resizeSection(at, wide)

    def _open_at(self, index: QModelIndex) -> None:
        key = str(self._rows.data(index, KEY_ROLE) or "")
        if key:
            self.opened.emit(key)

    def _point_at(self, current: QModelIndex) -> None:
        key = str(self._rows.data(current, KEY_ROLE) or "")
        if key:
            self.pointed.emit(key)
