"""Q12: a whole journal verified, against a plain scan of the same rows."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from app.ledger.verify_journal import verify_journal
from app.storage.database import open_reading
from app.storage.driver import connect
from tests.benchmarks.findings import Finding, Row, compared
from tests.benchmarks.timing import in_turns

ROW = Row(
    name="Q12", what="hashes, links, columns of every entry verified", floor="plain scan of the same rows", limit=3
)
_SCAN = "SELECT seq, client, cseq, kind, rec_utc, sha256, record FROM log ORDER BY seq"
_ROUNDS = 9


def verified(journal_path: Path, entries: int) -> list[Finding]:
    """The journal open for reading, pages warm for both."""
    with closing(connect(journal_path, "ro")) as plain, closing(open_reading(journal_path)) as database:

        def floor() -> int:
            return _length(plain)

        def product() -> None:
            report = verify_journal(database, files=False)
            if not report.sound:
                raise SystemExit(f"The journal of this run is not sound: {report.problems[:3]}")

        times = in_turns({"floor": floor, "product": product}, _ROUNDS)
    scan, ours = times["floor"].middle, times["product"].middle
    return [compared(ROW, entries, scan, ours)]


def _length(connection: Any) -> int:
    cursor = connection.execute(_SCAN)
    total = 0
    while rows := cursor.fetchmany(1000):
        total += sum(len(row[6]) for row in rows)
    return total
