"""Q4: one message recorded and acknowledged, against 4 KB appended to a file and synced."""

from __future__ import annotations

import os
import random
from contextlib import closing
from pathlib import Path

from app.clock import system_clock
from app.journal.opening import open_journal
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.saying import said
from tests.benchmarks.timing import Act, in_turns

MIDDLE = Row(
    name="Q4",
    what="one entry acknowledged, median",
    floor="append 4 KB + fdatasync",
    limit=6,
    growth=2,
    same_floor=True,
)
SLOW = Row(name="Q4", what="the same, 95th percentile", floor="its median", limit=30, growth=2, same_floor=True)
_ROUNDS = 300
_WARM = 20


def recorded(journal_path: Path, entries: int) -> list[Finding]:
    """The verb of a message sent, with hash, tables, search and fsync, as the window calls it."""
    chance = random.Random(3)
    block = os.urandom(4096)
    file = os.open(journal_path.with_suffix(".floor"), os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def floor() -> None:
        os.write(file, block)
        os.fdatasync(file)

    try:
        with closing(open_journal(journal_path, system_clock)) as journal:
            clients = [each.number for each in journal.clients.all()]

            def product() -> None:
                journal.talk.sent(chance.choice(clients), said(chance), channel="telegram")

            acts: dict[str, Act] = {"floor": floor, "product": product}
            in_turns(acts, _WARM)
            times = in_turns(acts, _ROUNDS)
    finally:
        os.close(file)
    plain, ours = times["floor"], times["product"]
    return [
        compared(MIDDLE, entries, plain.middle, ours.middle),
        compared(SLOW, entries, plain.middle, ours.slow),
    ]
