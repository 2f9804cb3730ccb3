"""Q5: the flags of 200 clients, against the least SQL that could know them, and against a naive walk with an ORM."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from app.clock import system_clock
from app.journal.journal import Journal
from app.journal.opening import open_journal
from app.storage.driver import connect
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.orm_walk import walk
from tests.benchmarks.timing import Act, in_turns

FLOOR = Row(
    name="Q5", what="flags of 200 clients, all rules", floor="covering-index SQL for last in, last out, open promises",
    limit=15, growth=1.5,
)  # fmt: skip
NAIVE = Row(name="Q5", what="the same", floor="naive ORM walk over every entry", limit=1 / 200, at_a_million=True)
_ROUNDS = 15

_CLIENTS = "SELECT number FROM party WHERE number > 0"
_LAST = "SELECT happened FROM entry WHERE client = ? AND mine = ? ORDER BY happened DESC, seq DESC LIMIT 1"
_OPEN = "SELECT number, client, begun FROM item WHERE open > 0 AND stirred > 0"


def flagged(journal_path: Path, entries: int) -> list[Finding]:
    """All flags as Today asks for them, the journal open and warm; the clock stands still as in one minute of use."""
    with (
        closing(open_journal(journal_path, system_clock, writes=False)) as journal,
        closing(connect(journal_path, "ro")) as plain,
    ):
        acts: dict[str, Act] = {"floor": _Floor(plain), "product": _Product(journal)}
        in_turns(acts, 2)
        times = in_turns(acts, _ROUNDS)
        naive = in_turns({"walk": _Walk(journal_path)}, 1)["walk"].middle
        count = len(journal.desk.flags())
    floor, ours = times["floor"].middle, times["product"].middle
    return [
        compared(FLOOR, entries, floor, ours, f"{count} flags"),
        compared(NAIVE, entries, naive, ours),
    ]


class _Floor:
    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __call__(self) -> list[Any]:
        ask = self._connection.execute
        found = [ask(_LAST, (number, side)).fetchone() for (number,) in ask(_CLIENTS).fetchall() for side in (0, 1)]
        return found + list(ask(_OPEN).fetchall())


class _Product:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __call__(self) -> object:
        return self._journal.desk.flags()


class _Walk:
    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> object:
        return walk(self._path)
