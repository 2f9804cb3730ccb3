"""Q20: a day of use on a journal of any size, the event loop watched: the longest block and the 99th percentile.

`python -m tests.benchmarks.using JOURNAL` prints every stretch as JSON; with `--tell` what stood where, for a reader.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.findings import Finding, Row, compared

if TYPE_CHECKING:
    from tests.ui.watchdog import Watchdog

LONGEST = Row(name="Q20", what="longest block of the event loop in a day of use", floor="a block of 50 ms", limit=1)
NEARLY = Row(name="Q20", what="the same, 99th percentile", floor="a block of 16 ms", limit=1)
TOLD = 3
"""So many of the longest are named."""
LONG_SECONDS = 0.040


def used(journal: Path, entries: int) -> list[Finding]:
    """One day in a process of its own; seconds of the processor in the window's thread."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.using", str(journal)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"The day of use failed:\n{done.stderr}")
    found = json.loads(done.stdout.splitlines()[-1])
    longest = ", ".join(f"{step} {seconds * 1000:.0f} ms" for step, seconds in found["steps"])
    return [
        compared(LONGEST, entries, 0.050, found["longest"], longest),
        compared(NEARLY, entries, 0.016, found["nearly"], f"{found['stretches']:,} stretches"),
    ]


def main(words: list[str]) -> None:
    """Live through the day on the journal that the words name, reading only."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.__main__ import prepare

    prepare()
    from PySide6.QtCore import QTimer

    from app.clock import system_clock
    from app.journal.opening import open_journal
    from app.settings import Settings
    from tests.ui.day_of_use import Day
    from tests.ui.watchdog import Watchdog
    from ui.main_window import MainWindow
    from ui.start import new_application
    from ui.theme import theme
    from ui.workbench import Workbench

    app = new_application()
    theme().dress(app, mode="light", percent=100)
    bench = Workbench(open_journal(Path(words[0]), system_clock, writes=False), Settings(), "en")
    window = MainWindow(bench.settings, "en")
    window.show()
    watchdog = Watchdog()
    watchdog.start()
    QTimer.singleShot(0, partial(window.attach, bench))
    Day(window, bench, watchdog, records=False).live()
    watchdog.stop()
    _say(watchdog, telling="--tell" in words)
    sys.stdout.flush()
    os._exit(0)  # what is tidied up after is no part of the day


def _say(watchdog: Watchdog, *, telling: bool) -> None:
    steps: dict[str, float] = {}
    for block in watchdog.over(0.0):
        steps.setdefault(block.step, block.seconds)
    if telling:
        print(*watchdog.over(LONG_SECONDS), sep="\n")
    found = {
        "longest": watchdog.longest.seconds,
        "nearly": watchdog.percentile(0.99),
        "stretches": len(watchdog.blocks),
        "steps": list(steps.items())[:TOLD],
    }
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
