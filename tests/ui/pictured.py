"""Every window that can be pictured, built for one test and let go after it; behind a form stands a bare window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import Settings
from ui.main_window import MainWindow
from ui.shots import Factory, Shot, build, leave
from ui.window_pictures import window_at, workbench_of_pictures

if TYPE_CHECKING:
    from ui.workbench import Workbench

LANGUAGES = ("en", "ru", "es")


def bare_window(shot: Shot, page: str, client: int = 0, workbench: Workbench | None = None) -> MainWindow:
    """What a form stands over: of the same size, but Today is not read for it."""
    if page != "today":
        return window_at(shot, page, client, workbench)
    workbench = workbench or workbench_of_pictures()
    workbench.language = shot.language
    window = MainWindow(Settings(width=shot.width, height=shot.height), shot.language)
    window.resize(shot.width, shot.height)
    window.workbench, workbench.window = workbench, window
    window.show()
    return window


@pytest.fixture
def bare_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms of this test stand over bare windows."""
    rooms = [room for name, room in sys.modules.items() if name.startswith("ui.") and name != "ui.window_pictures"]
    for room in rooms:
        if getattr(room, "window_at", None) is window_at:
            monkeypatch.setattr(room, "window_at", bare_window)


@contextmanager
def pictured(
    factory: Factory, language: str, width: int = 1360, height: int = 860, percent: int = 100
) -> Iterator[QWidget]:
    """The window as it stands on a screen of that size, which may be larger than the screen of the tests."""
    window = build(factory, Shot("light", language, width, height, percent))
    try:
        stand(window, width, height)
        window.activateWindow()
        QApplication.processEvents()
        yield window
    finally:
        leave(window)


def stand(window: QWidget, width: int, height: int) -> None:
    """Make what fills the screen as large as that screen."""
    if isinstance(window, MainWindow) or (not window.isModal() and window.screen().size().width() < width):
        window.resize(width, height)
        for _ in range(3):
            QApplication.processEvents()


Look = Callable[[QWidget], Iterator[Any]]
