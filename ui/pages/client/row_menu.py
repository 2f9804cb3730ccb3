"""The menu of a row of the timeline, by the right button or the menu key: open, answer, correct, erase (6.4, 4.7)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QMenu

from app.facts.timeline import Line
from ui.pages.client.row_files import FILE
from ui.widgets.plain import shown

if TYPE_CHECKING:
    from ui.pages.client.timeline_view import Timeline
    from ui.workbench import Workbench

LONGEST_NAME = 60
"""So many characters of a file's name stand in a menu."""


class RowMenus(QObject):
    """Watches a timeline; `act(seq, what)` does what the row's own buttons do, `go` asks for a day or an entry."""

    def __init__(
        self, workbench: Workbench, timeline: Timeline, act: Callable[[int, str], None], go: Callable[[], None]
    ) -> None:
        super().__init__(timeline)
        self._workbench, self._timeline, self._act, self._go = workbench, timeline, act, go
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
        for what, text, keys in self._offered(line):
            if what:
                action = menu.addAction(f"{text}\t{keys}" if keys else text)
                action.setData((line.entry.client, line.entry.seq, what))
            else:
                menu.addSeparator()
        menu.triggered.connect(self.take)
        return menu

    def _offered(self, line: Line) -> list[tuple[str, str, str]]:
        """What is done, its words, its key; the same by menu and by key (6.2)."""
        words, between = self._workbench.words, ("", "", "")
        found = [("open", words.text("Open"), "Enter"), *self._files(line)]
        if not line.entry.redacted:
            found += [between, ("answer", words.text("Answer"), "A"), ("correct", words.text("Correct"), "C")]
            found += [("copy", words.text("Copy text"), "Ctrl+C")]
        if line.entry.kind == "call.held" and not line.entry.redacted:
            found += [("print", words.text("Print the summary"), "")]
        found += [between, ("go", words.text("Go to a day or an entry"), "Ctrl+G")]
        if not line.entry.redacted:
            found += [between, ("erase", words.text("Erase…"), "")]
        return found

    def _files(self, line: Line) -> list[tuple[str, str, str]]:
        from app.journal.attached import attached_to

        words, files = self._workbench.words, enumerate(attached_to(line.entry.body))
        names = {number: shown(each.name[:LONGEST_NAME]).replace("&", "&&") for number, each in files}
        return [(f"{FILE}{number}", words.text("Open {name}", name=name), "") for number, name in names.items()]

    def take(self, action: QAction) -> None:
        """Do what was chosen."""
        client, seq, what = action.data()
        if what == "erase":
            self._workbench.open("erase", client, entries=(seq,))
        elif what == "go":
            self._go()
        elif what == "print":
            self._print(seq)
        else:
            self._act(seq, what)

    def _print(self, seq: int) -> None:
        from ui.dialogs.paper import open_summary

        open_summary(self._workbench, int(self._workbench.journal.reading.entry(seq).body.get("item", seq)))
