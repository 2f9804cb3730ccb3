"""The processes that Q8, Q9 and the scrolling of Q20 measure: a timeline is opened, jumped about in, scrolled through.

`times FLOOR CLIENT JOURNAL CLIENT` prints every duration as JSON; `memory JOURNAL CLIENT` the KiB held after all of it.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtWidgets import QApplication

from app.clock import system_clock
from app.journal.opening import open_journal
from app.settings import Settings
from tests.benchmarks.timing import in_turns
from ui.__main__ import collect_less
from ui.pages.client.timeline_bar import WHOLE
from ui.pages.client.timeline_view import Timeline
from ui.start import new_application
from ui.theme import theme
from ui.workbench import Workbench

ROUNDS = 200
ROWS = 10_000
STEP = 160
"""Pixels of a frame while scrolling: two notches of a wheel."""
_WARM = 200


class Shown:
    """The timeline of a client, as wide and high as in the window of the pictures."""

    def __init__(self, path: str, client: str) -> None:
        self._bench = Workbench(open_journal(Path(path), system_clock, writes=False), Settings(), "en")
        self._chance = random.Random(1)
        self._client = int(client)
        self.view = Timeline(self._bench)
        self.view.resize(755, 596)
        self.view.show()
        self.first_page()

    def first_page(self) -> None:
        """The newest page from nothing to painted."""
        self.view.pages.client = 0
        self.view.show_client(self._client)
        self.view.viewport().repaint()

    def jump(self) -> None:
        """Drag the bar to anywhere."""
        self.view.verticalScrollBar().setValue(self._chance.randrange(1, WHOLE))
        self.view.viewport().repaint()

    def frame(self, pixels: int) -> tuple[float, float, int]:
        """Scroll up, from the start again from the end: seconds until painted, of the processor, rows that came in."""
        before = self.view.scrolling.places.seen()[0]
        seq = self.view.lines.lines[before.row].entry.seq
        if self.view.scrolling.places.is_at_start:
            self.view.scrollToBottom()
            return 0.0, 0.0, 0
        begun, worked = perf_counter(), thread_time()
        self.view.scrolling.by(-pixels)
        self.view.viewport().repaint()
        took, works = perf_counter() - begun, thread_time() - worked
        return took, works, self.view.lines.row_of(seq) - self.view.scrolling.places.seen()[0].row

    def scroll(self, rows: int) -> tuple[list[float], list[float]]:
        """The frames while so many rows go by: seconds, and seconds of the processor alone."""
        frames, worked, passed = [], [], 0
        while passed < rows:
            took, works, came = self.frame(STEP)
            passed += came
            frames.append(took)
            worked.append(works)
        return frames, worked


def main(words: list[str]) -> None:
    """Measure what the words ask for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = new_application()
    theme().dress(app, mode="light", percent=100)
    collect_less()
    if words[0] == "memory":
        _use(Shown(*words[1:]))
        print(_memory(), flush=True)
    else:
        print(json.dumps(_times(Shown(*words[1:3]), Shown(*words[3:]))), flush=True)
    os._exit(0)  # what is tidied up after is no part of what is measured


def _use(shown: Shown) -> None:
    for _ in range(ROUNDS):
        shown.jump()
    shown.view.scrollToBottom()
    shown.scroll(ROWS // 10)
    QApplication.processEvents()


def _times(floor: Shown, ours: Shown) -> dict[str, list[float]]:
    pages = {"floor first": floor.first_page, "first": ours.first_page}
    jumps = {"floor jump": floor.jump, "jump": ours.jump}
    in_turns({**pages, **jumps}, 3)
    times = in_turns(pages, ROUNDS) | in_turns(jumps, ROUNDS)
    ours.view.scrollToBottom()
    ours.scroll(_WARM)
    frames, worked = ours.scroll(ROWS)
    return {name: each.all for name, each in times.items()} | {"frames": frames, "worked": worked}


def _memory() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


if __name__ == "__main__":
    main(sys.argv[1:])
