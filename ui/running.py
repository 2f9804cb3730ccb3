"""A long piece of work beside the window: told how far it is, and stopped when it is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.errors import Said
from ui.attempt import attempt

if TYPE_CHECKING:
    from ui.workbench import Workbench

Tell = Callable[[int], None]
Work = Callable[[Tell], Any]
"""Given a function to be told how far it is; that function raises when the work is to stop."""

_SECONDS_BETWEEN = 0.05


class Stopped(Exception):
    """The work was cancelled; nothing of it is kept."""


class Running(QObject):
    """One piece of work at a time. `ended` carries its value, what was said instead, or None when it was stopped."""

    progressed = Signal(int)
    ended = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._stop = Event()
        self._told_at = 0.0
        self.busy = False

    def start(self, work: Work) -> None:
        """Begin; what still runs is stopped first, and says nothing any more."""
        self._stop.set()
        self._stop = Event()
        self.busy = True
        self._workbench.ask(partial(self._work, work, self._stop), partial(self._end, self._stop), aside=True)

    def stop(self) -> None:
        """Have it stopped at its next step."""
        self._stop.set()

    def stopped(self) -> bool:
        """Asked by work that looks itself whether it is still wanted."""
        return self._stop.is_set()

    def _work(self, work: Work, stop: Event) -> object:
        try:
            return attempt(partial(work, partial(self._tell, stop)))
        except Stopped:
            return None

    def _tell(self, stop: Event, done: int) -> None:
        if stop.is_set():
            raise Stopped
        if monotonic() - self._told_at >= _SECONDS_BETWEEN:
            self._told_at = monotonic()
            self.progressed.emit(done)

    def _end(self, stop: Event, value: object) -> None:
        if stop is self._stop:
            self.busy = False
            self.ended.emit(value)


def said(value: object) -> Said | None:
    """What was said instead of the work's value, if that is what came back."""
    return value if isinstance(value, Said) else None
