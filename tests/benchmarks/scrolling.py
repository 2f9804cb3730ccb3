"""Q8, Q9 and the scrolling of Q20: the timeline of the busiest client against the same view on a hundred rows."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from statistics import median

from app.storage.driver import connect
from tests.benchmarks.filling import filled
from tests.benchmarks.findings import Finding, Row, compared

_FLOOR = "same view on 100 rows"
FIRST = Row(name="Q8", what="timeline, first page, 95th percentile", floor=_FLOOR, limit=1.5, growth=1.5,
            same_floor=True)  # fmt: skip
JUMP = Row(name="Q8", what="timeline, jump anywhere, 95th percentile", floor=_FLOOR, limit=3, growth=1.5,
           same_floor=True)  # fmt: skip
MEMORY = Row(name="Q9", what="memory of the timeline", floor=_FLOOR, limit=1.1, growth=1.1, same_floor=True)
LONGEST = Row(name="Q20", what="longest frame while scrolling 10,000 rows", floor="a block of 50 ms", limit=1)
NEARLY = Row(name="Q20", what="the same, 99th percentile", floor="a block of 16 ms", limit=1)
_ROWS = 105
"""A client, its contact, its agreement, and what was said and done since: a hundred rows."""
_ROUNDS = 9


def scrolled(journal: Path, entries: int) -> list[Finding]:
    """Times of one process that shows both, turn by turn; memory of processes that show one each."""
    floor = journal.with_name("hundred.ashore")
    if not floor.exists():
        filled(floor, _ROWS, clients=1)
    least, most = (floor, _busiest(floor)), (journal, _busiest(journal))
    times = json.loads(_run("times", *least, *most))
    held = [(int(_run("memory", *least)), int(_run("memory", *most))) for _ in range(_ROUNDS)]
    little, ours = (median(each) for each in zip(*held, strict=True))
    return [
        compared(FIRST, entries, _slow(times["floor first"], 0.95), _slow(times["first"], 0.95)),
        compared(JUMP, entries, _slow(times["floor jump"], 0.95), _slow(times["jump"], 0.95)),
        Finding(row=MEMORY, entries=entries, floor=f"{little / 1024:.0f} MiB", product=f"{ours / 1024:.0f} MiB",
                ratio=ours / little, cost=ours),
        compared(LONGEST, entries, 0.050, max(times["frames"]), f"{len(times['frames']):,} frames, the longest"
                 f" {1000 * max(times['worked']):.1f} ms of the processor alone"),
        compared(NEARLY, entries, 0.016, _slow(times["frames"], 0.99)),
    ]  # fmt: skip


def _busiest(journal: Path) -> int:
    """The client with the most entries; asked here, so that no page of the answer lies in the memory measured."""
    with closing(connect(journal, "ro")) as plain:
        ask = "SELECT client FROM log WHERE client > 0 GROUP BY client ORDER BY max(cseq) DESC LIMIT 1"
        return int(plain.execute(ask).fetchone()[0])


def _slow(times: list[float], part: float) -> float:
    """A percentile: nearest rank."""
    return sorted(times)[math.ceil(part * len(times)) - 1]


def _run(*words: object) -> str:
    arguments = [sys.executable, "-m", "tests.benchmarks.timelines", *map(str, words)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{arguments} failed:\n{done.stderr}")
    return done.stdout
