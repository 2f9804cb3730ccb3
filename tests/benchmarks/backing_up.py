"""Q18: a verified backup of an open journal, against cp and fsync of the same bytes."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

from app.clock import system_clock
from app.journal.opening import open_journal
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.timing import in_turns

ROW = Row(name="Q18", what="verified backup: copied, pages, rows, head, hash", floor="cp + fsync", limit=6)
_ROUNDS = 7


def backed_up(journal_path: Path, entries: int) -> list[Finding]:
    """The floor copies a copy: nothing opens the live file but SQLite."""
    resting, copy = journal_path.with_name("resting"), journal_path.with_name("copied")
    folder = journal_path.with_name("backups")
    shutil.copyfile(journal_path, resting)

    def floor() -> None:
        copy.unlink(missing_ok=True)
        shutil.copyfile(resting, copy)
        with copy.open("rb+") as written:
            os.fsync(written.fileno())

    with closing(open_journal(journal_path, system_clock, writes=False)) as journal:
        journal.size_and_head()  # as a window knows them

        def product() -> None:
            journal.backups.make_in(folder)

        times = in_turns({"floor": floor, "product": product}, _ROUNDS)
    for each in (resting, copy):
        each.unlink()
    shutil.rmtree(folder)
    return [compared(ROW, entries, times["floor"].middle, times["product"].middle)]
