"""Ctrl+K: a panel over the page that finds clients, people, entries and commands as one types (6.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.facts.entries import Entry
from app.facts.names import folded
from app.facts.people import Client, Person
from app.facts.visible import visible
from app.papers.kind_names import kind_name
from ui.actions import COMMANDS
from ui.dialogs.search_row import RESULT, Result, ResultPainter
from ui.icons import icon
from ui.reading_order import InReadingOrder
from ui.theme import theme
from ui.widgets.boxes import Column
from ui.widgets.button import Button, ButtonKind
from ui.widgets.inputs import LineInput
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.journal.journal import Journal
    from ui.workbench import Workbench

WIDE, HIGH, TOP = 640, 420, 80
WAIT_MS = 60
MOST_ENTRIES, MOST_NAMES = 20, 6
SHOWN_WORDS = 90


class Found(Struct, frozen=True):
    """One result: its group, icon, words, and what Enter does: a client and item, or a command."""

    group: str
    icon: str
    text: str
    client: int = 0
    item: int = 0
    command: str = ""
    right: str = ""
    """At the right edge: the day of an entry, the keys of a command."""


class SearchPanel(InReadingOrder, QDialog):
    """Field on top, results in groups; arrows choose, Enter opens, Esc closes."""

    def __init__(self, workbench: Workbench, client: int = 0, *, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._workbench, words = workbench, workbench.words
        self.setWindowTitle(words.text("Search"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        body = Column(gap=8, margins=(14, 14, 14, 14))
        lines.addWidget(body)
        self.field = body.add(LineInput(placeholder=words.text("Search")))
        self.field.setAccessibleName(words.text("Search"))
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self.list = body.add(QListWidget(), 1)
        self.list.setAccessibleName(words.text("Results"))
        self.list.itemActivated.connect(self._open)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(ResultPainter(self.list))
        self._nothing = body.add(Text(words.text("Nothing holds these words"), colour="text2"))
        self._log = body.add(Button(words.text("Log it"), ButtonKind.TINTED, icon="plus"))
        self._log.clicked.connect(self._log_it)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MS)
        self._wait.timeout.connect(self.search)
        self.resize(theme().px(WIDE), theme().px(HIGH))
        if parent is not None:
            left = parent.mapToGlobal(parent.rect().center()).x() - self.width() // 2
            self.move(left, parent.mapToGlobal(parent.rect().topLeft()).y() + theme().px(TOP))
        self.search()
        self.field.setFocus()

    def search(self) -> None:
        """Ask for what the field holds; without words the clients and commands are listed."""
        typed, journal = self.field.text().strip(), self._workbench.journal
        self._workbench.ask(lambda: _ask(journal, typed), self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field choose in the list; Enter opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        self._wait.start()

    def _show(self, answer: _Answer) -> None:
        if answer.typed != self.field.text().strip():
            return
        found = [*self._clients(answer), *self._people(answer), *self._entries(answer), *self._commands(answer.typed)]
        self.list.clear()
        group = ""
        for each in found:
            if each.group != group:
                group = each.group
                self._heading(group)
            line = QListWidgetItem(icon(each.icon), f"{each.text}, {each.right}" if each.right else each.text)
            line.setData(Qt.ItemDataRole.UserRole, each)
            line.setData(RESULT, Result(each.icon, each.text, each.right, answer.typed))
            self.list.addItem(line)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._log.setVisible(not found)
        self._step(1)

    def _heading(self, group: str) -> None:
        line = QListWidgetItem(group)
        line.setFlags(Qt.ItemFlag.NoItemFlags)
        line.setFont(theme().font("caption", 600))
        self.list.addItem(line)

    def _clients(self, answer: _Answer) -> list[Found]:
        group, typed = self._workbench.words.text("Clients"), folded(answer.typed)
        fitting = [each for each in answer.clients if typed in folded(each.name)]
        return [Found(group, "users", visible(each.name), each.number) for each in fitting[:MOST_NAMES]]

    def _people(self, answer: _Answer) -> list[Found]:
        if not answer.typed:
            return []
        group, typed = self._workbench.words.text("People"), folded(answer.typed)
        fitting = [each for each in answer.people if typed in folded(f"{each.name} {each.called}")]
        return [Found(group, "user", visible(each.name), each.client) for each in fitting[:MOST_NAMES]]

    def _entries(self, answer: _Answer) -> list[Found]:
        words, zone = self._workbench.words, self._workbench.zone
        names = {each.number: visible(each.name) for each in answer.clients}
        found = []
        for entry in answer.entries:
            said = " ".join(visible(entry.text).split())[:SHOWN_WORDS] or kind_name(words, entry.kind)
            when = words.date(entry.happened.astimezone(zone).date(), short=True)
            text = f"{said}  ·  {names.get(entry.client, '')}"
            found.append(Found(words.text("Entries"), "notebook-text", text, entry.client, entry.seq, right=when))
        return found

    def _commands(self, typed: str) -> list[Found]:
        words = self._workbench.words
        named = [(command.key, words.text(command.text), command.keys) for command in COMMANDS]
        fitting = [each for each in named if folded(typed) in folded(each[1]) and each[0] not in ("search", "menu")]
        return [Found(words.text("Commands"), "keyboard", name, command=key, right=keys) for key, name, keys in fitting]

    def _step(self, step: int) -> None:
        at = self.list.currentRow() + step
        while 0 <= at < self.list.count():
            if self.list.item(at).flags() & Qt.ItemFlag.ItemIsSelectable:
                self.list.setCurrentRow(at)
                return
            at += step

    def _open(self, line: QListWidgetItem | None) -> None:
        found = line.data(Qt.ItemDataRole.UserRole) if line is not None else None
        if not isinstance(found, Found):
            return
        self.close()
        if found.command:
            self._workbench.command(found.command)
        else:
            self._workbench.show("client", found.client, found.item)

    def _log_it(self) -> None:
        text = self.field.text()
        self.close()
        self._workbench.open("log", text=text)


class _Answer(Struct, frozen=True):
    typed: str
    clients: Sequence[Client]
    people: Sequence[Person]
    entries: Sequence[Entry]


def _ask(journal: Journal, typed: str) -> _Answer:
    clients = journal.clients.all()
    people = [person for each in clients for person in journal.clients.people(each.number)] if typed else []
    entries = journal.reading.search(typed, limit=MOST_ENTRIES) if typed else []
    return _Answer(typed, clients, people, entries)
