"""Q10: a Telegram export imported, all in, against its bare parse and one plain insert per message."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

import ijson

from app.clock import FixedClock, system_clock
from app.journal.imports import Asked
from app.journal.journal import Journal
from app.journal.opening import create_journal
from app.storage.driver import driver
from tests.benchmarks.filling import OWNER
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.timing import in_turns
from tests.exchange.make_export import CLIENT, ME, believable, write_personal

ROW = Row(
    name="Q10", what="import of a Telegram export, all in", floor="streamed parse + one plain insert per message",
    limit=3, growth=13, tenfold=True,
)  # fmt: skip
_ROUNDS = 3


def imported(folder: Path, messages: int) -> list[Finding]:
    """Scan, parse, file kept, hashes, tables, word search, commit; each time into a journal of its own."""
    export = write_personal(folder / f"result-{messages}.json", believable(messages))
    numbers = count()

    def floor() -> None:
        _plainly(export, folder / f"plain-{messages}-{next(numbers)}.db")

    def product() -> None:
        _imported(export, folder / f"import-{messages}-{next(numbers)}" / "journal.ashore")

    times = in_turns({"floor": floor, "product": product}, _ROUNDS)
    plain, ours = times["floor"].middle, times["product"].middle
    return [compared(ROW, messages, plain, ours, f"{ours / messages * 1e6:.0f} µs a message")]


def _plainly(export: Path, path: Path) -> None:
    """What any program must do: read each message, put it into a table, commit. ijson, so that any size fits."""
    with closing(driver().connect(path, isolation_level=None)) as connection, export.open("rb") as file:
        connection.execute("CREATE TABLE message (id INTEGER PRIMARY KEY, at TEXT, author TEXT, text TEXT)")
        connection.execute("BEGIN")
        for each in ijson.items(file, "messages.item"):
            said = each["text"]
            text = said if isinstance(said, str) else "".join(p if isinstance(p, str) else p["text"] for p in said)
            row = (each["id"], each["date_unixtime"], each.get("from"), text)
            connection.execute("INSERT INTO message VALUES (?, ?, ?, ?)", row)
        connection.execute("COMMIT")
    path.unlink()


def _imported(export: Path, path: Path) -> None:
    with closing(empty_journal(path)) as journal:
        journal.imports.take(journal.clients.named(CLIENT[0]).number, export, Asked(me=ME[1]))


def empty_journal(path: Path) -> Journal:
    """A journal with the client whose correspondence the export holds."""
    clock = FixedClock(system_clock())
    journal = create_journal(path, {**OWNER, "name": ME[0]}, clock)
    client = journal.clients.add(CLIENT[0], language="ru")
    person = journal.clients.add_person(client, CLIENT[0])
    journal.clients.designate(client, person, (clock.at - timedelta(days=3650)).date())
    return journal
