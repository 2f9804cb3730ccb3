"""The lines of a timeline that are loaded now: a window over the journal that grows by pages, never over all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.facts.timeline import Line

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

PAGE = 60
"""So many lines are shown first."""
MORE = 30
"""So many come at a time while scrolling: what a page costs is spread over many frames (Q20)."""
MOST_LOADED = 180
"""Beyond so many loaded lines those at the far end are let go; they come back when they are scrolled to (Q9)."""

LINE_ROLE = int(Qt.ItemDataRole.UserRole)


class TimelineModel(QAbstractListModel):
    """Lines oldest first; `spoken` says a line aloud, `tip` is its tooltip."""

    def __init__(
        self, spoken: Callable[[Line], str], tip: Callable[[Line], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.at_start = self.at_end = True
        self._spoken, self._tip = spoken, tip

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many lines are loaded."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The line, its words for a screen reader, its tooltip."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)):
            return self._spoken(line)
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return self._tip(line)
        return None

    def show(self, lines: Sequence[Line], *, at_start: bool, at_end: bool) -> None:
        """Show another window."""
        self.beginResetModel()
        self.lines, self.at_start, self.at_end = list(lines), at_start, at_end
        self.endResetModel()

    def renew(self, lines: Sequence[Line]) -> bool:
        """Take what changed at the newest end: replace lines that say something else, append new ones.

        False when the lines do not fit together any more, and the window has to be shown anew.
        """
        here = {line.entry.seq for line in self.lines}
        fresh = [line for line in lines if line.entry.seq not in here]
        if lines and self.lines and lines[0].entry.seq not in here:
            return False
        if any(line.key < self.lines[-1].key for line in fresh):
            return False
        if not self.replace(lines):
            return False
        if fresh:
            self.beginInsertRows(NOWHERE, len(self.lines), len(self.lines) + len(fresh) - 1)
            self.lines += fresh
            self.endInsertRows()
            self._let_go_of_oldest()
        return True

    def replace(self, lines: Sequence[Line]) -> bool:
        """Take lines that say something else than before; False when one stands at another place now."""
        if not self._stay(lines):
            return False
        here = {line.entry.seq: at for at, line in enumerate(self.lines)}
        for line in lines:
            at = here.get(line.entry.seq)
            if at is not None and self.lines[at] != line:
                self.lines[at] = line
                self.dataChanged.emit(self.index(at), self.index(at))
        return True

    def _stay(self, lines: Sequence[Line]) -> bool:
        """Whether what is loaded stands where it stood; at the front later lines may have pushed some out.

        A corrected time moves a line, and so does an erasure: it takes along when something happened.
        """
        keys = {line.entry.seq: line.key for line in lines}
        stays = [keys.get(line.entry.seq) == line.key for line in self.lines]
        return True not in stays or all(stays[stays.index(True) :])

    def add_older(self, lines: Sequence[Line]) -> None:
        """Lines before the first one; the newest ones are let go where there are too many."""
        self.at_start = len(lines) < MORE
        if lines:
            self.beginInsertRows(NOWHERE, 0, len(lines) - 1)
            self.lines[:0] = lines
            self.endInsertRows()
        if (extra := len(self.lines) - MOST_LOADED) > 0:
            self.beginRemoveRows(NOWHERE, len(self.lines) - extra, len(self.lines) - 1)
            del self.lines[-extra:]
            self.at_end = False
            self.endRemoveRows()

    def add_newer(self, lines: Sequence[Line]) -> int:
        """Lines after the last one; gives how many of the oldest were let go."""
        self.at_end = len(lines) < MORE
        if lines:
            self.beginInsertRows(NOWHERE, len(self.lines), len(self.lines) + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()
        return self._let_go_of_oldest()

    def _let_go_of_oldest(self) -> int:
        extra = max(0, len(self.lines) - MOST_LOADED)
        if extra:
            self.beginRemoveRows(NOWHERE, 0, extra - 1)
            del self.lines[:extra]
            self.at_start = False
            self.endRemoveRows()
        return extra

    def row_of(self, seq: int) -> int:
        """The row of an entry; -1 where it is not loaded."""
        return next((at for at, line in enumerate(self.lines) if line.entry.seq == seq), -1)

    def heads_a_day(self, row: int) -> bool:
        """Whether a line is the first of its day."""
        return row == 0 or self.lines[row - 1].day != self.lines[row].day
