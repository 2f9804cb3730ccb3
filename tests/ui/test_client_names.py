"""Every control of the client's windows has a name for a screen reader, in every language (6.14)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shore import Shore
from ui.dialogs.call import CallNote
from ui.dialogs.correct import Correct
from ui.dialogs.edit import EditForm
from ui.dialogs.item import item_form
from ui.dialogs.request import RequestForm
from ui.pages.client import ClientPage
from ui.theme import Theme


@pytest.fixture(params=["en", "ru", "es"])
def shore(request: pytest.FixtureRequest, tmp_path: Path, dressed: Theme) -> Iterator[Shore]:
    found = Shore(tmp_path, request.param)
    yield found
    found.close()


def nameless(window: QWidget) -> list[str]:
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible() or isinstance(widget, QScrollArea):
            continue
        if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(type(widget).__name__)
    return found


def windows(shore: Shore) -> Iterator[QWidget]:
    edit = shore.journal.edits.request(shore.client, "Banner")
    request = shore.journal.requests.make(shore.client, ["Fotos"])
    call = shore.journal.calls.plan(shore.client, local="2026-05-15T11:00", zone="Europe/Madrid", topics=["Precios"])
    page = ClientPage(shore.bench)
    page.resize(1144, 860)
    page.show_client(shore.client)
    yield page
    yield EditForm(shore.bench, shore.client)
    yield CallNote(shore.bench, shore.client, call=call)
    yield RequestForm(shore.bench, shore.client)
    yield Correct(shore.bench, shore.client, entry=edit)
    for item in (edit, request, call):
        yield item_form(shore.bench, shore.client, item=item)


def test_every_control_has_a_name(shore: Shore, qtbot: QtBot) -> None:
    for window in windows(shore):
        qtbot.addWidget(window)
        window.show()
        shore.bench.settle()
        QApplication.processEvents()
        assert nameless(window) == [], type(window).__name__
