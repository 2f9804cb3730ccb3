"""F1: every shortcut on one page, read from the same list as the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.words import N_
from ui.actions import COMMANDS, MENUS
from ui.reading_order import InReadingOrder
from ui.roles import Role
from ui.screen_room import screen_room
from ui.theme import theme
from ui.widgets.boxes import Row, Scroll
from ui.widgets.keycap import Keycap
from ui.widgets.pane import Dim, Pane
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

IN_LISTS = (
    ("↑ ↓", N_("choose a card")),
    ("← →", N_("choose a reason in a card")),
    ("W", N_("write")),
    ("S", N_("snooze")),
    ("L", N_("log an answer")),
    ("Enter", N_("open the client")),
    ("1 2 3 4", N_("all, late, today, soon")),
)
IN_TIMELINES = (
    ("/", N_("filter the entries")),
    ("G   Ctrl+G", N_("go to a day or an entry")),
    ("Enter", N_("open the entry")),
    ("C", N_("correct")),
    ("A", N_("answer")),
    ("Ctrl+C", N_("copy the text")),
    ("Home End", N_("the first entry, the newest entry")),
    ("Ctrl+J", N_("log a line")),
)
IN_MESSAGES = (
    ("Ctrl+G", N_("next gap")),
    ("Ctrl+Enter", N_("mark as sent")),
    ("Esc", N_("back or close; what was typed is kept")),
)
IN_WINDOWS = (
    ("Ctrl+J", N_("a line about the client")),
    ("/ C A G", N_("in the timeline: filter, correct, answer, go to a date")),
    ("Alt+← · Alt+→", N_("back and forward, in a sheet the week before and after")),
    ("Ctrl+S", N_("save: a draft, a sheet as PDF")),
    ("Ctrl+Shift+C", N_("copy the text of a paper")),
    ("Ctrl++ · Ctrl+-", N_("a paper larger, smaller")),
    ("Ctrl+0 · Ctrl+9", N_("the whole paper, its whole width")),
    ("Ctrl+Enter", N_("do what the form is for")),
)
WIDE, HIGH = 560, 560


class _Page(Scroll):
    """What is read here takes the keyboard itself: arrows and Page Down read on, nothing else is here."""

    ROLE = Role.Document


class KeysPage(InReadingOrder, QDialog):
    """One column; Esc closes."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self._words = workbench.words
        self.setWindowTitle(words.text("Keys"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        self._body = Pane(gap=6)
        scroll = _Page(self._body)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(words.text("Keys"))
        scroll.setFocus()
        lines.addWidget(scroll)
        self._body.add(Text(words.text("Keys"), "title"))
        for key, name in MENUS:
            rows = [(command.keys, words.text(command.text)) for command in COMMANDS if command.menu == key]
            self._group(words.text(name), [row for row in rows if row[0]])
        self._group(words.text("In lists"), [(keys, words.text(name)) for keys, name in IN_LISTS])
        self._group(words.text("In windows and forms"), [(keys, words.text(name)) for keys, name in IN_WINDOWS])
        self._group(words.text("In a client's journal"), [(keys, words.text(name)) for keys, name in IN_TIMELINES])
        self._group(words.text("In messages"), [(keys, words.text(name)) for keys, name in IN_MESSAGES])
        self._body.add(Text(words.text("Letters are found by their place on the board, in every layout."), "caption",
                            colour="text2", wrap=True))  # fmt: skip
        said = words.text("No call is recorded as sound: they would have to agree to it, and an outcome in writing is"
                          " what both sides can check.")  # fmt: skip
        self._body.add(Text(said, "caption", colour="text2", wrap=True))
        self._body.add_space()
        most = parent.window().size() - QSize(32, 32) if parent is not None else screen_room(None)
        self.resize(QSize(theme().px(WIDE), theme().px(HIGH)).boundedTo(most))
        if parent is not None:
            Dim(parent.window(), self)

    def _group(self, title: str, rows: list[tuple[str, str]]) -> None:
        self._body.add_gap(6)
        self._body.add(Text(title, "small", weight=600))
        for keys, name in rows:
            line = self._body.add(Row(gap=12))
            line.add(Text(name, "small", colour="text2", wrap=True), 1)
            line.add(Keycap(keys))
