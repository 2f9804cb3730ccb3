"""Garbage is collected in the window's thread only: a widget that a worker's collection let go would crash Qt."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PULSE_MS = 5_000


class Collecting(QObject):
    """While one lives, Python collects cycles when this thread is idle, and no other thread does."""

    _living = 0

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        Collecting._living += 1
        gc.disable()
        self._settled = False
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE_MS)
        self._pulse.timeout.connect(self.look)
        self._pulse.start()

    def look(self) -> None:
        """Collect the youngest generation that has grown past its threshold.

        What was there at the first look stays to the end, modules above all: it is not gone through again (Q20).
        """
        if not self._settled:
            self._settled = True
            gc.freeze()
            return
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Hand collecting back to Python when the last one closes."""
        self._pulse.stop()
        Collecting._living -= 1
        if Collecting._living <= 0:
            gc.unfreeze()
            gc.enable()
