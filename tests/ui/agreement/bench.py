"""A journal with one client, and the forms of the agreement over it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock
from app.facts.beginning import Beginning, FirstClient
from app.facts.public_holidays import holidays_body
from app.journal.beginning import begin
from app.journal.holidays import holiday_year
from app.settings import Settings
from ui.workbench import Workbench

NOW = datetime(2026, 11, 20, 11, 42, tzinfo=ZoneInfo("Europe/Madrid"))


class Bench:
    """A journal with one client, Мастерская «Глина», for whom Ольга speaks since Monday, 2 November."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock(NOW - timedelta(days=18))
        years = [holiday_year("ES", "VC", 2026, "en")]
        given = Beginning(
            name="Elena Marín",
            zone="Europe/Madrid",
            holidays=holidays_body("ES", "VC", years),
            client=FirstClient(name="Мастерская «Глина»", contact="Ольга"),
        )
        begun = begin(folder / "journal.ashore", given, self.clock)
        self.journal, self.client = begun.journal, begun.client
        self.clock.move_to(NOW)
        self.workbench = Workbench(self.journal, Settings(), "en")
        self.said: list[str] = []
        self.workbench.told.connect(self._hear)
        self._shown: list[QWidget] = []

    def show(self, widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
        """Show a form as its own window."""
        self._shown.append(widget)
        if width:
            widget.resize(width, height)
        widget.show()
        widget.activateWindow()
        QApplication.processEvents()
        return widget

    def close(self) -> None:
        """Close everything."""
        for widget in self._shown:
            widget.close()
            widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.workbench.close()

    def _hear(self, told: object) -> None:
        self.said.append(told.notice.text)  # type: ignore[attr-defined]
