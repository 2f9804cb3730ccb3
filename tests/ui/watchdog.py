"""Notices when the window's thread works too long at one thing, and says at what (Q20; 6: no frozen window ever).

A thread beside it sends beats; between two beats that the window answers lies what kept it from answering. Time is that
of the processor in the window's thread, so that a busy machine blames nobody.
"""

from __future__ import annotations

import math
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal

ROOT = Path(__file__).parents[2]
BEAT_SECONDS = 0.003
LOOK_SECONDS = 0.005
SUSPICIOUS_SECONDS = 0.012
"""From here on the stack is looked at."""
MOST_LINES = 6


class Block(Struct, frozen=True, kw_only=True):
    """One stretch without an answer: the step of the day, seconds of the processor, and the lines seen most often."""

    step: str
    seconds: float
    where: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = "".join(f"\n      {line}" for line in self.where)
        return f"{self.seconds * 1000:.0f} ms in “{self.step}”{lines}"


class Watchdog(QObject):
    """Watches the thread in which it is made, from `start` to `stop`."""

    _sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.step = ""
        self.blocks: list[Block] = []
        self._watched = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._watched)
        self._answered = threading.Event()
        self._over = threading.Event()
        self._spent = 0.0
        self._sent.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._beating = threading.Thread(target=self._beat, name="watchdog", daemon=True)

    @property
    def longest(self) -> Block:
        """The longest stretch of all."""
        return max(self.blocks, key=lambda each: each.seconds)

    def over(self, seconds: float) -> list[Block]:
        """Everything longer than that, the longest first."""
        return sorted((each for each in self.blocks if each.seconds > seconds), key=lambda each: -each.seconds)

    def percentile(self, share: float) -> float:
        """Seconds that so many of all stretches do not exceed: nearest rank."""
        ordered = sorted(each.seconds for each in self.blocks)
        return ordered[math.ceil(share * len(ordered)) - 1]

    def start(self) -> None:
        """Begin to watch."""
        self._beating.start()

    def stop(self) -> None:
        """End it, from the watched thread."""
        self._over.set()
        self._answered.set()
        self._beating.join()

    def _answer(self) -> None:
        self._spent = time.thread_time()
        self._answered.set()

    def _beat(self) -> None:
        while not self._over.is_set():
            begun, step = time.clock_gettime(self._clock), self.step
            self._answered.clear()
            self._sent.emit()
            seen = self._look_until_answered(begun)
            if not self._over.is_set():
                self.blocks.append(Block(step=self.step or step, seconds=self._spent - begun, where=_lines(seen)))
            time.sleep(BEAT_SECONDS)

    def _look_until_answered(self, begun: float) -> list[tuple[str, ...]]:
        seen: list[tuple[str, ...]] = []
        while not self._answered.wait(LOOK_SECONDS):
            if time.clock_gettime(self._clock) - begun > SUSPICIOUS_SECONDS:
                seen.append(_stack(sys._current_frames().get(self._watched)))
        return seen


def _stack(frame: FrameType | None) -> tuple[str, ...]:
    """The program's own lines, outermost first."""
    lines: list[str] = []
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(ROOT) and "site-packages" not in file.parts and file.parts[-3:-1] != ("tests", "ui"):
            lines.append(f"{file.relative_to(ROOT)}:{frame.f_lineno} {frame.f_code.co_qualname}")
        frame = frame.f_back
    return tuple(reversed(lines))


def _lines(seen: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Where it stood most often: the slot, then what it called, as far as most looks agree."""
    counted = Counter(line for stack in seen for line in dict.fromkeys(stack))
    agreed = [
        line for line in dict.fromkeys(line for stack in seen for line in stack) if counted[line] * 3 >= len(seen)
    ]
    return tuple(f"{line} ({counted[line]} of {len(seen)} looks)" for line in agreed[-MOST_LINES:])
