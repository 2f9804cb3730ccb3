"""Opens the window of first run as it stands on Friday, 20 November 2026, 11:42 in Madrid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.clock import FixedClock
from tests.ui.first_run.steps import Open
from ui.dialogs.first_run import FirstRun
from ui.theme import Theme

NOW = datetime(2026, 11, 20, 11, 42, tzinfo=ZoneInfo("Europe/Madrid"))


@pytest.fixture
def begin(dressed: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens the window of first run; the journals that it makes are closed."""
    monkeypatch.setattr("app.system_zone.system_zone", lambda: "Europe/Madrid")
    made: list[object] = []
    windows: list[FirstRun] = []

    def opened(language: str = "en", width: int = 1000, height: int = 640) -> FirstRun:
        window = FirstRun(tmp_path / "journal.ashore", FixedClock(NOW), language)
        windows.append(window)
        window.finished.connect(made.append)
        window.journals = made  # type: ignore[attr-defined]
        window.resize(width, height)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    yield opened
    for journal in made:
        journal.close()  # type: ignore[attr-defined]
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
