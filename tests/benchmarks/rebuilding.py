"""Q13: everything derived laid out anew, against the import that brought the same entries."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from app.clock import system_clock
from app.journal.checking import rebuild_journal
from app.journal.imports import Asked
from app.journal.opening import open_journal
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.importing import empty_journal
from tests.benchmarks.timing import in_turns
from tests.exchange.make_export import CLIENT, ME, believable, write_personal

ROW = Row(name="Q13", what="everything derived laid out anew", floor="import of the same entries", limit=1)
_ROUNDS = 3


def rebuilt(folder: Path, messages: int) -> list[Finding]:
    """In turns: each round imports into a journal of its own, then lays that one out anew."""
    export = write_personal(folder / f"again-{messages}.json", believable(messages))
    paths = (folder / f"rebuild-{messages}-{number}" / "journal.ashore" for number in count())
    made: list[Path] = []

    def floor() -> None:
        made.append(next(paths))
        with closing(empty_journal(made[-1])) as journal:
            journal.imports.take(journal.clients.named(CLIENT[0]).number, export, Asked(me=ME[1]))

    def product() -> None:
        with closing(open_journal(made[-1], system_clock)) as journal:
            rebuild_journal(journal)

    acts: dict[str, Callable[[], None]] = {"floor": floor, "product": product}
    times = in_turns(acts, _ROUNDS)
    cost, ours = times["floor"].middle, times["product"].middle
    return [compared(ROW, messages, cost, ours, f"{ours / messages * 1e6:.0f} µs a message")]
