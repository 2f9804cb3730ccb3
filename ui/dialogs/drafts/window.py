"""The window of drafts and snippets: a list, an editor, a foot that saves; what is not saved is asked about once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.papers.draft_files import own_folder, own_keys
from app.papers.draft_titles import SAME_AS, STYLES, TITLES
from ui.dialogs.drafts.draft_list import DraftList
from ui.dialogs.drafts.draft_pane import DraftPane
from ui.dialogs.drafts.leaving import Leaving
from ui.dialogs.drafts.place import Place, Shelf
from ui.dialogs.drafts.snippets import SnippetsPane
from ui.reading_order import InReadingOrder
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button, ButtonKind
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.pane import Pane
from ui.widgets.segmented import Segment
from ui.widgets.tabs import Tabs

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH, LIST_WIDE = 1000, 760, 320
ONE_LINE_FROM_SCALE = 1.5
DRAFTS, SNIPPETS = "drafts", "snippets"


class Drafts(InReadingOrder, QWidget):
    """Not modal. `draft`, `style` and `language` say where to begin; `client` whose values the preview
    takes, `then` what is called after each saving."""

    kept = Signal()
    """A draft or a snippet was saved, or given up for the shipped one."""

    def __init__(
        self,
        workbench: Workbench,
        client: int = 0,
        *,
        parent: QWidget | None = None,
        draft: str = "",
        style: str = "",
        language: str = "",
        snippet: str | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.workbench = workbench
        words = self._words = workbench.words
        self.setWindowTitle(words.text("Drafts and snippets"))
        self.shelf = Shelf(own_folder(workbench.journal.path))
        key = SAME_AS.get(draft, draft)
        begin = Place(key if key in TITLES else "f2", style if style in STYLES else "plain",
                      language or workbench.language)  # fmt: skip
        lines = QVBoxLayout(self)
        lines.setSpacing(0)
        lines.setContentsMargins(0, 0, 0, 0)
        if then is not None:
            self.kept.connect(then)
        self.lines = Column(gap=8)
        self._build(lines, begin, client)
        if snippet is not None:
            self.tabs.choose(SNIPPETS)
            self.snippets.choose(snippet)
        self._show_half(self.tabs.key)
        self._shortcuts()
        self.pane.field.setFocus()
        room = screen_room(self.parentWidget())
        self.resize(min(theme().px(WIDE), room.width() - 40), min(theme().px(HIGH), room.height() - 60))

    def _build(self, lines: QVBoxLayout, begin: Place, client: int) -> None:
        words, large = self._words, theme().scale >= ONE_LINE_FROM_SCALE
        page = Pane("bg", gap=12, padding=(24, 14, 24, 12))
        lines.addWidget(page, 1)
        parts = [Segment(DRAFTS, words.text("Drafts")), Segment(SNIPPETS, words.text("Snippets"))]
        self.tabs = page.add(Tabs(parts, DRAFTS, name=words.text("Show")))
        self.tabs.changed.connect(self._show_half)
        page.add(self.lines)
        self._drafts = page.add(Column(gap=10) if large else Row(gap=20), 1)
        self.list = self._drafts.add(DraftList(words, as_one_line=large))
        if not large:
            self.list.setFixedWidth(theme().px(LIST_WIDE))
        self.pane = DraftPane(self.workbench, self.shelf, begin, client)
        self._drafts.add(Scroll(self.pane), 1)
        self.snippets = page.add(SnippetsPane(self.workbench, self), 1)
        self._build_foot(lines)
        self._list_again()
        self.list.choose(begin.key)
        self.list.chosen.connect(self._draft_chosen)
        self.pane.changed.connect(self._changed)

    def _build_foot(self, lines: QVBoxLayout) -> None:
        words = self._words
        foot = Pane("card", padding=(24, 12, 24, 12), top_line=True)
        lines.addWidget(foot)
        row = foot.add(Row(gap=8))
        self.back = row.add(Button(words.text("Back to the shipped one"), ButtonKind.GHOST, icon="undo-2"))
        self.back.clicked.connect(self._go_back)
        row.add_space()
        self.save = row.add(Button(words.text("Save mine"), ButtonKind.PRIMARY, icon="check", shortcut="Ctrl+Enter"))
        self.save.clicked.connect(self.keep)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was saved; the text stays."""
        self.say(sentence, NoticeKind.ERROR)

    def say(self, sentence: str, kind: NoticeKind = NoticeKind.PLAIN) -> None:
        """A line above; it replaces the last one."""
        self.lines.clear()
        self.lines.add(NoticeLine(Notice(sentence, kind), dismiss_name=self._words.text("Dismiss"))).announce()

    def keep(self) -> None:
        """Ctrl+Enter: save the text that is shown."""
        if self.tabs.key == SNIPPETS:
            self.snippets.keep()
            return
        at = self.pane.at
        said = self._words.text("Saved. Messages begin with your version from now on.")
        if self.workbench.do(partial(self.shelf.keep, at), at=self):
            self.say(said)
            self._renewed()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about what is not saved."""
        if self.shelf.unsaved or self.snippets.unsaved:
            event.ignore()
            self.leaving = Leaving(self)
            self.leaving.open()
            return
        super().closeEvent(event)

    def _go_back(self) -> None:
        at = self.pane.at
        if self.workbench.do(partial(self.shelf.drop, at), at=self):
            self.say(self._words.text("Messages begin with the shipped version again."))
            self._renewed()

    def _renewed(self) -> None:
        self._list_again()
        self.pane.show_place(self.pane.at)
        self.kept.emit()

    def _draft_chosen(self, key: str) -> None:
        self.pane.show_place(self.pane.at._replace(key=key))

    def _changed(self) -> None:
        at, words = self.pane.at, self._words
        self.list.show_drafts(self._mine, {each.key for each in self.shelf.unsaved})
        if self.shelf.is_mine(at) or at in self.shelf.unsaved:
            self.back.allow()
        else:
            self.back.refuse(words.text("This is the shipped version."))

    def _list_again(self) -> None:
        self._mine = own_keys(self.shelf.folder)
        self._changed()

    def _show_half(self, half: str) -> None:
        self._drafts.setVisible(half == DRAFTS)
        self.snippets.setVisible(half == SNIPPETS)
        self.back.setVisible(half == DRAFTS)
        self.save.set_text(self._words.text("Save mine") if half == DRAFTS else self._words.text("Save the snippet"))

    def _shortcuts(self) -> None:
        for keys, slot in (("Ctrl+Return", self.keep), ("Ctrl+Enter", self.keep), ("Ctrl+S", self.keep),
                           ("Esc", self.close)):  # fmt: skip
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(slot)
            self.addAction(action)
