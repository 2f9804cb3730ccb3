"""Has lines come before they are seen, a window ahead.

Not in a thread: thirty lines cost a few milliseconds, waiting for the interpreter's lock and a second cache cost more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QListView

from ui.pages.client.timeline_model import TimelineModel
from ui.pages.client.timeline_pages import TimelinePages
from ui.pages.client.timeline_places import Places

Loaded = TypeVar("Loaded")
Selection = QItemSelectionModel.SelectionFlag
AHEAD = 5
"""So many lines more than are in view are loaded above and below: a key may scroll by a whole window."""


class TimelineFetch(QObject):
    """Loads lines for one view and keeps its chosen row."""

    def __init__(self, view: QListView, lines: TimelineModel, pages: TimelinePages, places: Places) -> None:
        super().__init__(view)
        self._view, self._lines, self._pages, self._places = view, lines, pages, places
        self.is_loading = False
        self._chosen = 0

    def load(self, page: Callable[[], Loaded]) -> Loaded:
        """Have lines come or go: the chosen one stays chosen, and is chosen again when it comes back."""
        row = self._view.currentIndex().row()
        if row >= 0:
            self._chosen = self._lines.lines[row].entry.seq
        self.is_loading = True
        try:
            found = page()
            index = self._lines.index(self._lines.row_of(self._chosen))
            if self._view.currentIndex() != index:
                self._view.selectionModel().setCurrentIndex(index, Selection.ClearAndSelect)
        finally:
            self.is_loading = False
        return found

    def renew(self, client: int) -> bool:
        """Take what changed of the same client; False when its lines are to be shown anew."""
        if client != self._pages.client:
            self._chosen = 0
            return False
        return self.load(self._pages.renew)

    def fetch(self) -> None:
        """Load what a key could show next; ask for what comes after that. What is in view stays where it is."""
        for _ in range(3):
            seen = self._places.seen()
            if not seen or self.is_loading:
                return
            above, below = seen[0].row, len(self._lines.lines) - 1 - seen[-1].row
            near = AHEAD + len(seen)
            if above < near and not self._lines.at_start:
                self.load(self._pages.older)
            elif below < near and not self._lines.at_end:
                self.load(self._pages.newer)
            else:
                return
