"""Frozen rows behind the table: keys, cells, and a line before each group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.theme import theme
from ui.widgets.painting import advance
from ui.widgets.plain import tip

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
KEY_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
PADDING = 24


class TableColumn(Struct, frozen=True):
    """A head: its words, whether it takes what is left, stands right, has tabular figures, holds names (6.1: whole)."""

    title: str
    stretch: int = 0
    right: bool = False
    tabular: bool = False
    whole: bool = False


class TableCell(Struct, frozen=True):
    """One cell; `severity` draws its shape before the words, `icon` an icon."""

    text: str = ""
    colour: str = "text"
    weight: int = 400
    severity: str = ""
    icon: str = ""
    tooltip: str = ""


class TableRow(Struct, frozen=True):
    """A row with its key; consecutive rows of one `group` stand under that heading."""

    key: str
    cells: tuple[TableCell, ...]
    group: str = ""
    spoken: str = ""


class TableModel(QAbstractTableModel):
    """Rows and group headings as lines of one table."""

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._lines: list[TableRow | str] = []

    def set_columns(self, columns: Sequence[TableColumn]) -> None:
        """Other heads."""
        self.beginResetModel()
        if len(columns) != len(self.columns):
            self._lines = []  # rows of another shape; their page brings new ones
        self.columns = tuple(columns)
        self.endResetModel()

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Other rows, with a heading wherever the group changes."""
        self.beginResetModel()
        self._lines = []
        group = ""
        for row in rows:
            if row.group != group:
                group = row.group
                self._lines.append(group)
            self._lines.append(row)
        self.endResetModel()

    def group_lines(self) -> list[int]:
        """Numbers of the lines that are headings."""
        return [at for at, line in enumerate(self._lines) if isinstance(line, str)]

    def line_of(self, key: str) -> int:
        """Number of the line with a key; -1 when there is none."""
        return next((n for n, line in enumerate(self._lines) if isinstance(line, TableRow) and line.key == key), -1)

    def natural_width(self, column: int) -> int:
        """Width of the longest cell of a column in logical pixels, with padding; looks at the first 500 rows."""
        wide = advance(self.columns[column].title, theme().font("caption", 500))
        for line in self._lines[:500]:
            if isinstance(line, TableRow):
                cell = line.cells[column]
                shape = theme().px(20) if cell.severity or cell.icon else 0
                wide = max(wide, advance(cell.text, theme().font("small", 600, tabular=True)) + shape)
        return int(wide + theme().px(PADDING))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows and headings."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        """As many as there are heads."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if index.isValid() and isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, the cell itself, the key, the tooltip, what is spoken."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else None
        return _answer(line, self.columns[index.column()], line.cells[index.column()], role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a head and the side it stands at."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.FontRole:
            return theme().font("caption", 500)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _answer(row: TableRow, column: TableColumn, cell: TableCell, role: int) -> Any:
    if role == Qt.ItemDataRole.AccessibleTextRole:
        words = f"{column.title}: {cell.text}" if column.title else cell.tooltip or cell.text
        return words or row.spoken or row.cells[0].text  # a cell that holds nothing is a part of its row
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip(cell.tooltip) or None
    return {
        int(Qt.ItemDataRole.DisplayRole): cell.text,
        int(KEY_ROLE): row.key,
        int(CELL_ROLE): cell,
        int(Qt.ItemDataRole.AccessibleDescriptionRole): row.spoken or None,
    }.get(int(role))
