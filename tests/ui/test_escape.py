"""Escape on a filled form asks once and loses nothing (6.2): tried on every dialog and window there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from app.facts.work import Edit
from tests.ui.desk import Desk
from tests.ui.hands import press, write
from ui.dialogs import DIALOGS
from ui.theme import Theme

NOTHING_TO_TYPE: Final = {
    "about": "a page to read",
    "keys": "a page to read",
    "search": "a question, nothing that is recorded",
    "forms": "a list of forms",
    "make_all": "a list of sheets",
    "paper": "a page to read",
    "paste": "a preview; the piece stays in the field it was pasted into",
    "returned": "one choice of three",
    "stamps": "an address that is saved as a setting",
    "import": "a file is chosen; nothing is written by hand",
    "agreement": "terms; tried in agreement/test_terms_form",
    "drafts": "texts of the owner's own; leaving asks with three buttons (test_drafts_window)",
}
"""Windows in which nobody writes what could be lost, and why."""
WORDS = "Слова, que no se pierden"
ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def client_of(desk: Desk) -> int:
    return desk.journal.clients.named("Кедровый дом").number


def asked_for(desk: Desk, dialog: str) -> dict[str, Any]:
    """What a dialog must be told."""
    items = desk.journal.reading.open_items(client_of(desk))
    if dialog == "item":
        return {"item": next(each.number for each in items if isinstance(each, Edit))}
    if dialog == "stop_work":
        return {"request": desk.journal.requests.make(client_of(desk), ["Состав"], channel="telegram")}
    if dialog == "form":
        return {"sort": "brief"}
    if dialog == "erase":
        return {"entries": (desk.journal.reading.timeline(client_of(desk))[-1].seq,)}
    if dialog == "person":
        return {"person": desk.journal.clients.people(client_of(desk))[0].number}
    return {}


def opened(desk: Desk, dialog: str, what: dict[str, Any]) -> QWidget:
    window = desk.bench.open(dialog, client_of(desk), **what)
    assert window is not None
    desk.read()
    return window


def texts(window: QWidget) -> list[QLineEdit | QTextEdit]:
    """What one can write in, in the order in which it stands."""
    found: list[QLineEdit | QTextEdit] = [
        each
        for each in window.findChildren(QLineEdit) + window.findChildren(QTextEdit)
        if each.isVisible() and each.isEnabled() and not each.isReadOnly()
        and not isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
    ]  # fmt: skip
    return found


def text_of(editor: QLineEdit | QTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def is_there(window: QWidget) -> bool:
    QApplication.processEvents()
    return isValid(window) and window.isVisible()


def let_go() -> None:
    """Windows that were closed are gone, as they are a moment later on a screen."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.mark.parametrize("dialog", sorted(DIALOGS.keys() - NOTHING_TO_TYPE.keys()))
def test_escape_on_a_filled_form_asks_once_and_loses_nothing(desk: Desk, dialog: str) -> None:
    what = asked_for(desk, dialog)
    window = opened(desk, dialog, what)
    editor = texts(window)[0]
    editor.setFocus()
    write(WORDS)
    press(ESCAPE)
    assert is_there(window), "the first Escape asks"
    assert WORDS in text_of(editor)
    press(ESCAPE)
    assert not is_there(window), "the second Escape leaves"
    let_go()
    again = opened(desk, dialog, what)
    assert any(WORDS in text_of(each) for each in texts(again)), "what was typed is there again"


@pytest.mark.parametrize("dialog", sorted(DIALOGS.keys() - NOTHING_TO_TYPE.keys()))
def test_escape_leaves_a_form_at_once_in_which_nothing_was_typed(desk: Desk, dialog: str) -> None:
    window = opened(desk, dialog, asked_for(desk, dialog))
    texts(window)[0].setFocus()
    press(ESCAPE)
    assert not is_there(window)
