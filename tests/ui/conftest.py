"""What tests of the window stand on: a dressed application, light and at 100 % unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings import Settings
from tests.ui.shore import Shore
from ui.sample import sample_journal
from ui.theme import Theme, theme
from ui.workbench import Told, Workbench


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Theme]:
    """The theme, light and at 100 %; put back afterwards."""
    theme().dress(qapp, mode="light", percent=100)
    yield theme()
    theme().wear(mode="light", percent=100)


@pytest.fixture
def press(dressed: Theme) -> Callable[[QWidget, Qt.Key], None]:
    """Presses and releases one key on a widget."""

    def send(widget: QWidget, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    return send


@pytest.fixture
def show(qtbot: QtBot, dressed: Theme) -> Callable[..., QWidget]:
    """Shows a widget as a window of its own and gives it back."""

    def shown(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width or widget.sizeHint().width(), height or widget.sizeHint().height())
        widget.show()
        QApplication.processEvents()
        return widget

    return shown


@pytest.fixture
def spoken() -> Callable[[QWidget], str]:
    """What a screen reader says for a widget."""

    def name(widget: QWidget) -> str:
        return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)

    return name


@pytest.fixture
def workbench(tmp_path: Path, dressed: Theme) -> Iterator[Workbench]:
    """The sample journal at Friday, 20 November 2026, 11:42."""
    bench = Workbench(sample_journal(tmp_path), Settings(), "en")
    yield bench
    bench.close()


@pytest.fixture
def told(workbench: Workbench) -> list[Told]:
    """The notices said so far."""
    said: list[Told] = []
    workbench.told.connect(said.append)
    return said


@pytest.fixture
def shore(tmp_path: Path, dressed: Theme) -> Iterator[Shore]:
    """A small journal of one client, on a workbench."""
    found = Shore(tmp_path)
    yield found
    found.close()


@pytest.fixture
def behind(qtbot: QtBot, dressed: Theme) -> QWidget:
    """A window over which forms open."""
    found = QWidget()
    found.resize(1024, 700)
    qtbot.addWidget(found)
    found.show()
    return found
