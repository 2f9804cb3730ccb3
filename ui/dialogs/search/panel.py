"""The panel: a field with filters under it, results in groups; asked beside the window, so typing never waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.dialogs.search.chips import FilterChips
from ui.dialogs.search.choices import Known, set_values
from ui.dialogs.search.found import Answer, Found
from ui.dialogs.search.looking import answer, go_on
from ui.dialogs.search.model import RESULT
from ui.dialogs.search.results import ResultList
from ui.dialogs.search.typed import typed_in, with_filter
from ui.theme import theme
from ui.widgets.boxes import Column, Row
from ui.widgets.button import Button, ButtonKind
from ui.widgets.inputs import LineInput
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

WIDE, HIGH, TOP, EDGE = 640, 460, 80, 24
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class SearchPanel(QDialog):
    """Field on top, filters, results; arrows choose, Enter opens, Esc closes."""

    def __init__(self, workbench: Workbench, client: int = 0, *, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._workbench = workbench
        self._known: Known | None = None
        self._asking = self._again = False
        self._older: Found | None = None
        words = workbench.words
        self.setWindowTitle(words.text("Search"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        body = Column(gap=8, margins=(14, 14, 14, 10))
        lines.addWidget(body)
        self.field = body.add(LineInput(placeholder=words.text("Clients, people, entries, commands")))
        self.field.setAccessibleName(words.text("Search"))
        self.field.setAccessibleDescription(words.text("Arrow keys choose a result, Enter opens it, Esc closes"))
        self.field.textChanged.connect(self.search)
        self.field.installEventFilter(self)
        self.chips = body.add(FilterChips(words))
        self.chips.wanted.connect(self._want_filter)
        self.chips.dropped.connect(self._drop_filter)
        self.list = body.add(ResultList(words), 1)
        self.list.clicked.connect(self._open)
        self._nothing = body.add(Text("", colour="text2"))
        self._log = body.add(Button(words.text("Log it"), ButtonKind.TINTED, icon="plus"))
        self._log.clicked.connect(self._log_it)
        self._space = body.add(QWidget(), 1)
        foot = body.add(Row(gap=12))
        self.count = foot.add(Text("", "caption", colour="text2"), 1)
        foot.add(Text(words.text("↑↓ choose · Enter opens · Esc closes"), "caption", colour="text3"))
        self._place()
        self._tell(())
        if text:
            self._begin_in(client, text)
        self.search()
        self.field.setFocus()

    def search(self) -> None:
        """Ask for what the field holds; while one question is on its way only the last state of the field waits."""
        if self._asking:
            self._again = True
            return
        self._asking, self._again = True, False
        workbench, known = self._workbench, self._known
        question = partial(answer, workbench, known, self.field.text(), workbench.recent.here)
        workbench.ask(question, self._show, self._failed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card over the page, with an edge of its own: no frame of the desktop is drawn round it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("border2"))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), theme().colour("card"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field choose in the list; Enter opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.list.step(step)
                self._announce(self.list.spoken)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _begin_in(self, client: int, text: str) -> None:
        """Words that were looked for in one client already: all that hold them there."""
        name = self._workbench.journal.clients.get(client).name
        self.field.setText(with_filter(text, self._workbench.words, "client", name))

    def _place(self) -> None:
        """In the middle of the window, and inside of it at any text scale."""
        wide, high, parent = theme().px(WIDE), theme().px(HIGH), self.parentWidget()
        if parent is not None:
            wide = min(wide, parent.width() - 2 * EDGE)
            top = min(theme().px(TOP), max(EDGE, (parent.height() - high) // 2))
            high = min(high, parent.height() - top - EDGE)
            left = parent.mapToGlobal(parent.rect().center()).x() - wide // 2
            self.move(left, parent.mapToGlobal(parent.rect().topLeft()).y() + top)
        self.resize(wide, high)

    def _failed(self) -> None:
        self._asking = False

    def _show(self, found: Answer) -> None:
        self._asking, self._known = False, found.known
        if self._again:
            self.search()
        if found.text == self.field.text():
            self.list.show_results(found.found)
            self._tell(found.found, found.failing, is_more=found.is_more)

    def _tell(self, found: tuple[Found, ...], failing: str = "", *, is_more: bool = False) -> None:
        words, typed = self._workbench.words, typed_in(self.field.text(), self._workbench.words)
        self.chips.show_values(set_values(self._known, typed) if self._known else {})
        empty = not found and self._known is not None
        failed = words.text("Nothing is called so: {filter}", filter=failing)
        self._nothing.setText(failed if failing else words.text("Nothing holds these words"))
        self._nothing.setVisible(empty)
        self._log.setVisible(empty and not failing and bool(typed.words))
        self._space.setVisible(empty)
        self.list.setVisible(not empty)
        n = len(found) - is_more
        counted = words.plural("{n} result", "{n} results", n)
        if is_more:
            counted = words.plural("{n} result, older ones follow", "{n} results, older ones follow", n)
        self.count.setText(counted if n else "")
        if self._known is not None:
            self._announce(self._nothing.text() if empty else f"{self.count.text()}. {self.list.spoken}")

    def _announce(self, sentence: str) -> None:
        """Tell screen readers what stands in the list; the keyboard stays in the field."""
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, sentence))

    def _want_filter(self, name: str) -> None:
        self._set_text(with_filter(self.field.text(), self._workbench.words, name, ""))

    def _drop_filter(self, name: str) -> None:
        self._set_text(with_filter(self.field.text(), self._workbench.words, name, None))

    def _set_text(self, text: str) -> None:
        self.field.setText(text)
        self.field.setFocus()

    def _open(self, index: QModelIndex) -> None:
        found = index.data(RESULT)
        if not isinstance(found, Found):
            return
        if found.choice[0]:
            self._set_text(with_filter(self.field.text(), self._workbench.words, *found.choice))
        elif found.older is not None:
            self._go_on(found)
        else:
            self._leave_for(found)

    def _go_on(self, line: Found) -> None:
        """Read the next page of entries where the line stands that asks for it."""
        known, after = self._known, line.older
        assert known is not None
        assert after is not None
        self._older = line
        self._workbench.ask(partial(go_on, self._workbench.journal, known, self.field.text(), after), self._show_older)

    def _show_older(self, page: tuple[Found, ...]) -> None:
        if self._older in self.list.model_.lines:
            self.list.go_on(self._older, page)
            self._announce(self.list.spoken)

    def _leave_for(self, found: Found) -> None:
        words = typed_in(self.field.text(), self._workbench.words).words if found.item else ""
        self.close()
        if found.command:
            self._workbench.recent.note(command=found.command)
            self._workbench.command(found.command)
        elif found.client:
            self._workbench.sought = words
            self._workbench.show("client", found.client, found.item)
        else:
            self._workbench.show("evidence")

    def _log_it(self) -> None:
        text = typed_in(self.field.text(), self._workbench.words).words
        self.close()
        self._workbench.open("log", text=text)
