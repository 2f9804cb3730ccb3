"""SIGTERM and SIGINT close the window as its button does: nothing half done, the journal closed (fault 34)."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Stopping(QObject):
    """`asked` in the window's thread when the system wants the program to end."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)
        # Python handles a signal between two of its own instructions; Qt's loop has none, so a byte wakes it.
        signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, _nothing)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        self._here.recv(64)
        self.asked.emit()


def _nothing(number: int, frame: object) -> None:
    """The byte in the socket says it all."""
