"""Loads the rooms of the other pages and dialogs while nobody does anything, a few milliseconds at a time (Q20).

Not in a thread: Python would have the two take turns, and everything painted meanwhile would wait for its turn.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SHELVES = ("app.facts", "app.rules", "app.papers", "ui.widgets", "ui.printing", "ui.pages", "ui.dialogs")
"""What others stand on comes first, so that no single room brings a whole house with it."""
BEGIN_MS, PULSE_MS, AT_ONCE_SECONDS = 1_500, 40, 0.004


class Ahead(QObject):
    """Begins a while after the first page was painted; ends by itself, or with the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms = rooms()
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE_MS)
        self._pulse.timeout.connect(self._load)
        QTimer.singleShot(BEGIN_MS, self, self._pulse.start)

    def _load(self) -> None:
        end = perf_counter() + AT_ONCE_SECONDS
        while perf_counter() < end:
            room = next(self._rooms, None)
            if room is None:
                self._pulse.stop()
                return
            import_module(room)


def rooms() -> Iterator[str]:
    """The modules below the shelves; pictures of them are made by developers only."""
    for shelf in SHELVES:
        yield shelf
        for each in pkgutil.walk_packages(import_module(shelf).__path__, f"{shelf}."):
            if not each.name.endswith(("pictures", "__main__")):
                yield each.name
