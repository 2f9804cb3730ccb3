"""Q1, Q2, Q3, Q17: whole processes from their start to the painted window, or to the end of a command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.timing import in_turns

_BARE = "bare QMainWindow painted once"
FRAME = Row(
    name="Q1", what="frame of the window painted, whole process", floor=_BARE, limit=1.5, growth=1.1, same_floor=True
)
TODAY = Row(
    name="Q2",
    what="Today's cards painted, whole process; aim 1.8 ×",
    floor=_BARE,
    limit=3.0,
    growth=1.2,
    same_floor=True,
)
MEMORY = Row(name="Q3", what="memory at that moment", floor=_BARE, limit=2.2, growth=1.1, same_floor=True)
VERSION = Row(name="Q17", what="`ashore --version`", floor=_BARE, limit=0.4, growth=1.2, same_floor=True)
COMMAND = Row(name="Q17", what="`ashore today`", floor=_BARE, limit=3.0, growth=1.2, same_floor=True)
_ROUNDS = 9


def started(journal: Path, entries: int) -> list[Finding]:
    """Every process in turns, at least nine times each; the first round of each is not counted."""
    memory: dict[str, list[int]] = {"floor": [], "today": []}
    window = ["-m", "tests.benchmarks.windows"]
    acts: dict[str, Callable[[], object]] = {
        "floor": _Process([*window, "bare"], memory["floor"]),
        "frame": _Process([*window, "frame", str(journal)], []),
        "today": _Process([*window, "today", str(journal)], memory["today"]),
        "version": _Process(["-m", "ui", "--version"]),
        "command": _Process(["-m", "ui", "--journal", str(journal), "today"]),
    }
    in_turns(acts, 1)
    for held in memory.values():
        held.clear()
    times = in_turns(acts, _ROUNDS)
    found = [
        compared(row, entries, times["floor"].middle, times[name].middle)
        for row, name in ((FRAME, "frame"), (TODAY, "today"), (VERSION, "version"), (COMMAND, "command"))
    ]
    return [*found[:2], _memory_finding(memory, entries), *found[2:]]


class _Process:
    """Runs Python with some words; where `memory` is given, the process says how many KiB it holds at its end."""

    def __init__(self, arguments: list[str], memory: list[int] | None = None) -> None:
        self._words = [sys.executable, *arguments]
        self._memory = memory

    def __call__(self) -> None:
        done = subprocess.run(self._words, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{self._words} failed:\n{done.stderr}")
        if self._memory is not None:
            self._memory.append(int(done.stdout.split()[-1]))


def _memory_finding(memory: dict[str, list[int]], entries: int) -> Finding:
    floor, ours = median(memory["floor"]), median(memory["today"])
    return Finding(
        row=MEMORY,
        entries=entries,
        floor=f"{floor / 1024:.0f} MiB",
        product=f"{ours / 1024:.0f} MiB",
        ratio=ours / floor,
        cost=ours,
    )
