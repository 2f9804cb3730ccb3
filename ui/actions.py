"""Every command once: name, shortcut, slot; the menu bar and the page of keys are made from them (6.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QWidget

from app.words import N_, Words
from ui.mnemonics import marked


class Command(Struct, frozen=True):
    """A command of the window: key, menu, words, shortcut; an empty key stands for a line in the menu."""

    key: str
    menu: str
    text: str
    keys: str = ""


MENUS = (
    ("journal", N_("Journal")),
    ("go", N_("Go")),
    ("record", N_("Record")),
    ("help", N_("Help")),
)

COMMANDS = (
    Command("log", "record", N_("Log"), "Ctrl+N"),
    Command("message", "record", N_("Message"), "Ctrl+M"),
    Command("edit", "record", N_("Edit request"), "Ctrl+E"),
    Command("call", "record", N_("Call note"), "Ctrl+L"),
    Command("request", "record", N_("Request to the client"), "Ctrl+R"),
    Command("plan_call", "record", N_("Plan a call")),
    Command("forms", "record", N_("Forms")),
    Command("new_client", "record", N_("New client")),
    Command("take_back", "record", N_("Take back the last entry")),
    Command("import", "record", N_("Import a chat")),
    Command("print", "journal", N_("Print"), "Ctrl+P"),
    Command("drafts", "journal", N_("Drafts and snippets")),
    Command("check", "journal", N_("Check the journal")),
    Command("verify", "journal", N_("Verify a file")),
    Command("settings", "journal", N_("Settings"), "Ctrl+,"),
    Command("quit", "journal", N_("Quit"), "Ctrl+Q"),
    Command("today", "go", N_("Today"), "Ctrl+1"),
    Command("clients", "go", N_("Clients"), "Ctrl+2"),
    Command("calls", "go", N_("Calls"), "Ctrl+3"),
    Command("edits", "go", N_("Edits"), "Ctrl+4"),
    Command("week", "go", N_("Week"), "Ctrl+5"),
    Command("evidence", "go", N_("Evidence"), "Ctrl+6"),
    Command("search", "go", N_("Search"), "Ctrl+K"),
    Command("pane", "go", N_("Next pane"), "F6"),
    Command("back", "go", N_("Back"), "Alt+Left"),
    Command("keys", "help", N_("Keys"), "F1"),
    Command("menu", "help", N_("Menu"), "F10"),
    Command("about", "help", N_("About Ashore")),
)


class Actions(QObject):
    """The commands of one window as QActions, in the language of the moment."""

    def __init__(self, window: QMainWindow, run: Callable[[str], None]) -> None:
        super().__init__(window)
        self._run = run
        self.by_key: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(window)
            action.setData(command.key)
            if command.keys:
                action.setShortcut(QKeySequence(command.keys))
            action.triggered.connect(self._triggered)
            window.addAction(action)
            self.by_key[command.key] = action

    def say(self, words: Words) -> None:
        """Take the words of a language."""
        for key, _ in MENUS:
            held = [command for command in COMMANDS if command.menu == key]
            for command, text in zip(held, marked([words.text(each.text) for each in held]), strict=True):
                self.by_key[command.key].setText(text)

    def fill(self, bar: QMenuBar, words: Words) -> None:
        """Put every command into its menu."""
        for menu in bar.findChildren(QMenu):
            menu.deleteLater()
        bar.clear()
        titles = marked([words.text(name) for _, name in MENUS])
        for (key, _), title in zip(MENUS, titles, strict=True):
            menu = bar.addMenu(title)
            menu.addActions([self.by_key[command.key] for command in COMMANDS if command.menu == key])

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._run(str(action.data()))


def next_pane(panes: Sequence[QWidget], window: QMainWindow) -> QWidget | None:
    """The pane after the one that holds the focus; the first one when none does."""
    shown = [pane for pane in panes if pane.isVisibleTo(window)]
    inside = QApplication.focusWidget() or window
    around = [pane is inside or pane.isAncestorOf(inside) for pane in shown]
    at = around.index(True) if True in around else -1
    return shown[(at + 1) % len(shown)] if shown else None
