"""Waiting without sleeping: a question is asked again whenever an event of AT-SPI came, or a moment passed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from typing import TypeVar

from gi.repository import Atspi, GLib

T = TypeVar("T")

SECONDS = 15.0
LOOK_AGAIN_MS = 60


class NotSo(AssertionError):
    """What was expected did not come; holds what was there instead."""


class Waiting:
    """Waits as long as `process` runs."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(_heard)
        self._listener.register("object:children-changed")

    def until(self, question: Callable[[], T], what: str, seconds: float = SECONDS) -> T:
        """Ask until the answer is true, and give it. Raises NotSo after `seconds`, or when the program ended."""
        deadline = time.monotonic() + seconds
        while True:
            answer = _asked(question)
            if answer:
                return answer
            if self.process.poll() is not None:
                raise NotSo(f"The program ended with {self.process.returncode} while waiting for {what}.")
            if time.monotonic() > deadline:
                raise NotSo(f"Waited {seconds:g} s in vain for {what}.")
            self._turn()

    def _turn(self) -> None:
        """Let events come; a timer ends the wait when none do."""
        timer = GLib.timeout_add(LOOK_AGAIN_MS, _rang)
        self._context.iteration(True)
        if self._context.find_source_by_id(timer):
            GLib.source_remove(timer)


def _heard(event: object) -> None:
    """An event of AT-SPI: its arrival alone ends the wait."""


def _rang() -> bool:
    return False


def _asked(question: Callable[[], T]) -> T | None:
    """The answer, or None when what was asked about went away meanwhile."""
    try:
        return question()
    except GLib.Error:
        return None
