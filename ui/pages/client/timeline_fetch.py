"""Has lines come before they are seen: one window ahead at once, another one read beside, so that no disk is felt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QListView

from app.facts.entries import Entry
from app.facts.timeline import Line
from ui.pages.client.timeline_model import TimelineModel
from ui.pages.client.timeline_pages import TimelinePages
from ui.pages.client.timeline_places import Places

if TYPE_CHECKING:
    from ui.workbench import Workbench

Loaded = TypeVar("Loaded")
Selection = QItemSelectionModel.SelectionFlag
Asked = tuple[int, int, bool]
"""At which visit, beside which entry, and whether the older side."""
AHEAD = 5
"""So many lines more than are in view are loaded above and below: a key may scroll by a whole window."""


class TimelineFetch(QObject):
    """`came` says that lines came that nobody waited for."""

    came = Signal()

    def __init__(
        self, view: QListView, workbench: Workbench, lines: TimelineModel, pages: TimelinePages, places: Places
    ) -> None:
        super().__init__(view)
        self._view, self._workbench, self._lines, self._pages, self._places = view, workbench, lines, pages, places
        self.is_loading = False
        self._chosen = 0
        self._visit = 0
        self._awaited: Asked | None = None

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
        """Take what changed of the same client; False when its lines are to be shown anew. Nothing old comes after."""
        self._visit += 1
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
                self._ask_ahead(above, below, near + len(seen))
                return

    def _ask_ahead(self, above: int, below: int, soon: int) -> None:
        if self._awaited is not None and self._awaited[0] == self._visit:
            return
        older = above < soon and not self._lines.at_start
        if not older and (below >= soon or self._lines.at_end):
            return
        edge = self._lines.lines[0 if older else -1].entry
        self._awaited = self._visit, edge.seq, older
        self._workbench.ask(partial(self._read, self._awaited, edge), self._take, self._give_up, aside=True)

    def _read(self, asked: Asked, edge: Entry) -> tuple[Asked, tuple[Line, ...]]:
        """In another thread: it only reads."""
        return asked, self._pages.beside(edge, older=asked[2])

    def _take(self, answer: tuple[Asked, tuple[Line, ...]]) -> None:
        """Lines that were asked for come, where the edge is still the same and nothing was recorded since."""
        asked, page = answer
        if asked != self._awaited:
            return
        self._awaited = None
        visit, seq, older = asked
        lines = self._lines.lines
        if visit == self._visit and lines and lines[0 if older else -1].entry.seq == seq:
            self.load(partial(self._lines.add_older if older else self._lines.add_newer, page))
            self.came.emit()

    def _give_up(self) -> None:
        self._awaited = None
