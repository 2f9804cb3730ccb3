"""Reads the day once for all who ask: the page, the rail, the start; what was kept meanwhile is read again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from app.facts.today import Today
    from ui.workbench import Workbench

Taker = Callable[["Today"], object]


class DayReading(QObject):
    """One question at a time beside the window."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._takers: list[Taker] = []
        self._busy = self._stale = False
        workbench.changed.connect(self._changed)

    def ask(self, *takers: Taker) -> None:
        """Hand the next reading to `takers`; one that runs already will do while nothing was kept since."""
        self._takers.extend(takers)
        if not self._busy:
            self._begin()

    def _begin(self) -> None:
        self._busy, self._stale = True, False
        self._workbench.ask(self._workbench.journal.desk.today, self._read, self._failed)

    def _read(self, day: Today) -> None:
        if self._stale:
            self._begin()
            return
        self._busy = False
        takers, self._takers = self._takers, []
        for take in takers:
            take(day)

    def _failed(self) -> None:
        self._busy, self._takers = False, []

    def _changed(self, numbers: object) -> None:
        self._stale = True
