"""SIGTERM and SIGINT close the window as its button does: nothing half done, the journal closed (fault 34)."""

from __future__ import annotations

import os
import signal
import sys

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Stopping(QObject):
    """`asked` in the window's thread when the system wants the program to end."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, self._there = _wire()
        # Python handles a signal between two of its own instructions; Qt's loop has none, so a byte wakes it.
        signal.set_wakeup_fd(self._there, warn_on_full_buffer=False)
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, _nothing)
        self._notifier = QSocketNotifier(self._here, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        _take(self._here)
        self.asked.emit()


if sys.platform == "win32":
    import socket

    _ENDS = []

    def _wire() -> tuple[int, int]:
        """Two ends for bytes; Windows wakes for sockets only."""
        ends = socket.socketpair()
        for end in ends:
            end.setblocking(False)
        _ENDS.extend(ends)
        return ends[0].fileno(), ends[1].fileno()

    def _take(end: int) -> None:
        _ENDS[0].recv(64)

else:

    def _wire() -> tuple[int, int]:
        """Two ends for bytes: a pipe, because the room of sockets takes as long to load as half a page."""
        here, there = os.pipe()
        os.set_blocking(here, False)
        os.set_blocking(there, False)
        return here, there

    def _take(end: int) -> None:
        os.read(end, 64)


def _nothing(number: int, frame: object) -> None:
    """The byte in the pipe says it all."""
