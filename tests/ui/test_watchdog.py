"""No frozen window ever: the event loop of a day of use, watched from another thread (Q20, issue: 100 ms)."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.demo.build import build_demo
from app.settings import Settings
from tests.ui.day_of_use import Day
from tests.ui.watchdog import Block, Watchdog
from ui.main_window import MainWindow
from ui.theme import Theme
from ui.workbench import Workbench

pytestmark = pytest.mark.skipif(
    not hasattr(time, "pthread_getcpuclockid"), reason="this system does not tell what a thread's processor time is"
)

MOST_SECONDS = 0.100
ALONE = "ASHORE_WATCHED_ALONE"


@pytest.fixture
def watchdog(dressed: Theme) -> Iterator[Watchdog]:
    """One that watches this thread; stopped at the end in any case."""
    watching = Watchdog()
    watching.start()
    yield watching
    watching.stop()
    watching.deleteLater()


def work(seconds: float) -> None:
    """Keep the processor busy."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def in_the_loop(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def test_a_slot_that_works_too_long_is_noticed(watchdog: Watchdog) -> None:
    watchdog.step = "working"
    QTimer.singleShot(20, partial(work, 0.15))
    in_the_loop(60)
    in_the_loop(60)  # the beat that waited is answered
    (block,) = watchdog.over(MOST_SECONDS)
    assert block.step == "working"
    assert 0.13 < block.seconds < 0.6


def test_waiting_is_no_work(watchdog: Watchdog) -> None:
    in_the_loop(150)
    assert watchdog.over(MOST_SECONDS) == []


def steps_that_block(folder: Path, watchdog: Watchdog) -> dict[str, Block]:
    """One day with a window of its own: the longest stretch over the limit of each step that has one."""
    bench = Workbench(build_demo(folder / "sample.ashore"), Settings(), "en")
    window = MainWindow(bench.settings, "en")
    window.show()
    in_the_loop(50)
    QTimer.singleShot(0, partial(window.attach, bench))
    gc.collect()
    watchdog.blocks.clear()
    try:
        Day(window, bench, watchdog).live()
        assert len(watchdog.blocks) > 100
        return {each.step: each for each in reversed(watchdog.over(MOST_SECONDS))}
    finally:
        window.close()
        bench.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def test_a_day_of_use_on_the_sample_journal_never_blocks_the_window() -> None:
    """In a process of its own: what other tests left alive would be dressed anew with the window."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")} | {ALONE: "1"}
    asked = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", f"{__file__}::test_the_day_itself"]
    done = subprocess.run(asked, env=alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.skipif(ALONE not in os.environ, reason="lived in a process of its own")
def test_the_day_itself(watchdog: Watchdog, tmp_path: Path) -> None:
    """Neighbours on the same processor make the same work dearer: what stood still must do so on each of three days."""
    found = steps_that_block(tmp_path, watchdog)
    for day in ("second", "third"):
        if found:
            (tmp_path / day).mkdir()
            again = steps_that_block(tmp_path / day, watchdog)
            found = {step: block for step, block in again.items() if step in found}
    assert not found, "The window stood still:\n" + "\n".join(map(str, found.values()))
