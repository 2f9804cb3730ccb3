"""Where the keyboard is: F6 goes round the panes, a form gives it back, it is seen wherever it is (6.2, 6.14)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QComboBox, QTextEdit, QWidget

from tests.ui.audit import path_of
from tests.ui.desk import Desk
from tests.ui.eyeless import way_of_tab
from tests.ui.hands import focused, press
from ui.main_window import PAGE_KEYS
from ui.page_commands import DIALOG_KEYS
from ui.theme import Theme

PAGES = (*PAGE_KEYS, "settings", "client")
MODAL = tuple(key for key in DIALOG_KEYS if key not in ("call", "drafts"))
"""Call note and drafts are windows of their own: the desktop gives the keyboard back, not the program."""


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    found.window.complete()
    found.window.resize(1360, 860)
    found.window.activateWindow()
    yield found
    found.close()


def arrive(desk: Desk, page: str) -> None:
    """Show a page, the first client's where it is one."""
    desk.window.go(page, desk.journal.clients.all()[0].number if page == "client" else 0)
    desk.read()


@pytest.mark.parametrize("page", PAGES)
def test_f6_goes_from_the_rail_through_every_pane_and_round(page: str, desk: Desk) -> None:
    arrive(desk, page)
    shown = [desk.window.rail, *(pane for pane in desk.window.page.panes() if pane.isVisibleTo(desk.window))]  # type: ignore[union-attr]
    desk.window.run("pane")
    held = []
    for _ in range(len(shown) + 1):
        held.append(
            next((at for at, pane in enumerate(shown) if pane is focused() or pane.isAncestorOf(focused())), -1)
        )
        desk.window.run("pane")
    first = held[0]
    assert held == [(first + step) % len(shown) for step in range(len(shown) + 1)]


@pytest.mark.parametrize("page", PAGES)
def test_tab_leaves_every_table_list_and_text_and_comes_round(page: str, desk: Desk) -> None:
    arrive(desk, page)
    way = way_of_tab(desk.window)
    assert way
    kinds = (QAbstractItemView, QTextEdit, QAbstractScrollArea, QComboBox)
    inside = [each for each in way if isinstance(each, kinds)]
    assert all(way.count(each) == 1 for each in inside)
    way[-1].setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() is way[0], path_of(focused())


@pytest.mark.parametrize("dialog", MODAL)
def test_a_form_gives_the_keyboard_back_to_where_it_was_opened(dialog: str, desk: Desk) -> None:
    arrive(desk, "today")
    card = desk.card("Casa Jacaranda")
    card.setFocus()
    desk.window.run(dialog)
    desk.read()
    opened = QApplication.activeModalWidget()
    assert opened is not None
    for _ in range(2):  # a filled form asks once
        if QApplication.activeModalWidget() is opened:
            press(Qt.Key.Key_Escape)
    desk.read()
    assert QApplication.activeModalWidget() is None
    held = desk.window.focusWidget()  # the desktop gives the window the keyboard, the window gives it to this
    assert held is card, path_of(held) if held is not None else "nothing"


@pytest.mark.parametrize("page", PAGES)
def test_the_focus_is_seen_wherever_tab_comes(page: str, desk: Desk) -> None:
    arrive(desk, page)
    unseen = []
    for each in way_of_tab(desk.window):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        with_focus = looks(each)
        each.clearFocus()
        QApplication.processEvents()
        if with_focus == looks(each):
            unseen.append(path_of(each))
    assert unseen == []


def looks(widget: QWidget) -> QImage:
    """What a widget shows, with the edge of whatever holds it."""
    holder = widget.parentWidget()
    return (holder if isinstance(widget, QAbstractScrollArea) and holder is not None else widget).grab().toImage()
