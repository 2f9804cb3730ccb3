"""The results as a model: headings of groups between them, which cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.dialogs.search.found import Found

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
RESULT: Final = int(Qt.ItemDataRole.UserRole)


class ResultModel(QAbstractListModel):
    """Each line is a Found, or the name of the group that begins there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Found | str] = []

    @property
    def found(self) -> list[Found]:
        """The results without the headings."""
        return [line for line in self.lines if isinstance(line, Found)]

    def show(self, found: Sequence[Found]) -> None:
        """Show other results."""
        self.beginResetModel()
        self.lines = _grouped(found)
        self.endResetModel()

    def replace(self, older: Found, page: Sequence[Found]) -> int:
        """Put a page of older entries where the line stood that asked for it; gives its first row."""
        at = self.lines.index(older)
        self.beginRemoveRows(NOWHERE, at, at)
        del self.lines[at]
        self.endRemoveRows()
        if page:
            self.beginInsertRows(NOWHERE, at, at + len(page) - 1)
            self.lines[at:at] = page
            self.endInsertRows()
        return at

    def step(self, row: int, step: int) -> int:
        """The next row in a direction that can be chosen; the same one where there is none."""
        at = row + step
        while 0 <= at < len(self.lines):
            if isinstance(self.lines[at], Found):
                return at
            at += step
        return row

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Results and headings."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The result, and its words for a screen reader."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == RESULT:
            return line if isinstance(line, Found) else None
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return line.spoken if isinstance(line, Found) else line
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and isinstance(self.lines[index.row()], Found):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags


def _grouped(found: Sequence[Found]) -> list[Found | str]:
    lines: list[Found | str] = []
    group = ""
    for each in found:
        if each.group != group:
            group = each.group
            lines.append(group)
        lines.append(each)
    return lines
