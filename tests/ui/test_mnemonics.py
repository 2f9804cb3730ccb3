"""The menu: no two letters alike in any language; every command stands in it with name and shortcut (6.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.words import words_for
from tests.ui.desk import Desk
from tests.ui.pictured import LANGUAGES
from ui.actions import COMMANDS, MENUS
from ui.mnemonics import marked
from ui.theme import Theme


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def entries_of(title: QAction) -> list[QAction]:
    """What stands in the menu under a title."""
    menu = title.menu()
    assert isinstance(menu, QMenu)
    return menu.actions()


def letter(text: str) -> str:
    """The letter after a single &."""
    sequence = QKeySequence.mnemonic(text)
    return sequence.toString()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_of_a_menu_opens_two_entries(language: str, desk: Desk) -> None:
    desk.window.complete()
    desk.bench.speak(language)
    bar = desk.window.menuBar()
    levels = [bar.actions(), *(entries_of(title) for title in bar.actions())]
    assert len(levels) == 1 + len(MENUS)
    for level in levels:
        letters = [letter(action.text()) for action in level]
        assert all(letters), [action.text() for action in level]
        assert len(set(letters)) == len(letters)


def test_a_letter_is_the_first_of_a_word_where_it_is_free() -> None:
    assert marked(["Log", "Message", "Edit request", "Missing"]) == ["&Log", "&Message", "&Edit request", "M&issing"]
    assert marked(["Правка", "Печать", "п"]) == ["&Правка", "П&ечать", "п"]


def test_every_command_with_a_shortcut_is_an_entry_of_a_menu_with_its_name(desk: Desk) -> None:
    desk.window.complete()
    entries = {
        action.text().replace("&", ""): action.shortcut().toString()
        for title in desk.window.menuBar().actions()
        for action in entries_of(title)
    }
    words = words_for("en")
    for command in COMMANDS:
        assert entries[words.text(command.text)] == QKeySequence(command.keys).toString()


def test_alt_alone_opens_the_menu_and_alt_with_a_key_does_not(desk: Desk) -> None:
    desk.window.complete()
    alt, at = Qt.KeyboardModifier.AltModifier, desk.window
    bar = at.menuBar()
    QTest.keyPress(at, Qt.Key.Key_Alt)
    QTest.keyPress(at, Qt.Key.Key_Left, alt)
    QTest.keyRelease(at, Qt.Key.Key_Left, alt)
    QTest.keyRelease(at, Qt.Key.Key_Alt)
    QApplication.processEvents()
    assert not bar.isVisible()
    QTest.keyPress(at, Qt.Key.Key_Alt)
    QTest.keyRelease(at, Qt.Key.Key_Alt)
    assert bar.isVisible()
