"""The menu of a row of the timeline, by the right button or the menu key: open, answer, correct, erase (6.4, 4.7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from app.facts.timeline import Line

if TYPE_CHECKING:
    from ui.pages.client.timeline_view import Timeline
    from ui.workbench import Workbench


class RowMenus(QObject):
    """Watches a timeline; `act(seq, what)` does what the row's own buttons do."""

    def __init__(self, workbench: Workbench, timeline: Timeline, act: Callable[[int, str], None]) -> None:
        super().__init__(timeline)
        self._workbench, self._timeline, self._act = workbench, timeline, act
        timeline.installEventFilter(self)
        timeline.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A menu that is asked for by key stands at the row that has the keyboard."""
        if not isinstance(event, QContextMenuEvent):
            return False
        timeline = self._timeline
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = timeline.currentIndex() if by_key else timeline.indexAt(event.pos())
        if not index.isValid():
            return False
        line = timeline.lines.lines[index.row()]
        at = timeline.viewport().mapToGlobal(timeline.visualRect(index).center()) if by_key else event.globalPos()
        self.menu_of(line).popup(at)
        return True

    def menu_of(self, line: Line) -> QMenu:
        """The menu of one row."""
        words = self._workbench.words
        menu = QMenu(self._timeline)
        menu.setAccessibleName(words.text("Entry {number}", number=line.entry.seq))
        menu.aboutToHide.connect(menu.deleteLater)
        offered = [("open", words.text("Open"))]
        if not line.entry.redacted:
            offered += [("answer", words.text("Answer")), ("correct", words.text("Correct")), ("", "")]
            offered += [("erase", words.text("Erase…"))]
        for what, text in offered:
            if what:
                menu.addAction(text).setData((line.entry.client, line.entry.seq, what))
            else:
                menu.addSeparator()
        menu.triggered.connect(self.take)
        return menu

    def take(self, action: QAction) -> None:
        """Do what was chosen."""
        client, seq, what = action.data()
        if what == "erase":
            self._workbench.open("erase", client, entries=(seq,))
        else:
            self._act(seq, what)
