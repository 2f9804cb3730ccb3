"""SIGTERM and SIGINT close the window as its button does, and within two seconds: nothing half done (fault 34)."""

from __future__ import annotations

import os
import signal
import sys
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

SECONDS = 1.8
"""What has not ended by then is cut off: a transaction that was not committed is undone by the next opening."""
CUT_OFF = 1


class Stopping(QObject):
    """`asked` in the window's thread when the system wants the program to end."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._here, there = _wire()
        # Python handles a signal between two of its own instructions; Qt's loop has none, so a byte wakes a thread.
        signal.set_wakeup_fd(there, warn_on_full_buffer=False)
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, _nothing)
        Thread(target=self._wait, name="stopping", daemon=True).start()

    def _wait(self) -> None:
        """Ask the window; end the process where neither it nor what works beside it comes to an end."""
        _take(self._here)
        self.asked.emit()
        Event().wait(SECONDS)
        os._exit(CUT_OFF)


if sys.platform == "win32":
    import socket

    _ENDS = []

    def _wire() -> tuple[int, int]:
        """Two ends for bytes; Windows wakes for sockets only."""
        ends = socket.socketpair()
        ends[1].setblocking(False)
        _ENDS.extend(ends)
        return ends[0].fileno(), ends[1].fileno()

    def _take(end: int) -> None:
        _ENDS[0].recv(64)

else:

    def _wire() -> tuple[int, int]:
        """Two ends for bytes: a pipe, because the room of sockets takes as long to load as half a page."""
        here, there = os.pipe()
        os.set_blocking(there, False)
        return here, there

    def _take(end: int) -> None:
        os.read(end, 64)


def _nothing(number: int, frame: object) -> None:
    """The byte in the pipe says it all."""
