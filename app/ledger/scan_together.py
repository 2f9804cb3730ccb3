"""All rows of a journal scanned, a large one by several processes at once: each takes a stretch of it (8.1, Q12)."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from app.ledger.head import Head
from app.ledger.journal_scan import JournalScan, Question, Seen
from app.ledger.record import MOST_BYTES
from app.ledger.tip import Place
from app.storage import log_table
from app.storage.database import Connection, Database, open_reading
from app.storage.log_bundles import Bundle, ahead, bundles

LARGE = 200_000
"""Rows from which on starting another process pays."""

_MOST_PROCESSES = 4
_FEW = 32
"""Rows in a bundle that are looked at one by one where something is odd about one of them."""

Stretch = tuple[int, int]
"""The entry before the first one, and the last one."""


def scan_all(
    connection: Connection, database: Database, question: Question, progress: Callable[[int], None] | None = None
) -> Seen:
    """What the rows say at this moment. Entries never change, so every process sees the same up to the last one."""
    last = log_table.tail(connection)
    size = last.seq if last else 0
    stretches = _stretches(size, _processes(size))
    if len(stretches) > 1:
        try:
            return _scan_together(connection, database, question, stretches, progress)
        except (BrokenProcessPool, OSError):
            # A computer that lets no other process live: slower, and nothing else.
            pass
    return _scan(connection, database, question, (0, size), progress)


def _scan_together(
    connection: Connection,
    database: Database,
    question: Question,
    stretches: list[Stretch],
    progress: Callable[[int], None] | None,
) -> Seen:
    first, *rest = stretches
    with ProcessPoolExecutor(len(rest), multiprocessing.get_context("spawn")) as others:
        asked = [others.submit(_scan_apart, database.path, database.passphrase, question, one) for one in rest]
        seen = _scan(connection, database, question, first, progress)
        for stretch, answer in zip(rest, asked, strict=True):
            _join(seen, answer.result())
            if progress is not None:
                progress(stretch[1])
    return seen


def _processes(size: int) -> int:
    # A frozen program is its own interpreter: a second process of it would be a second window.
    if size < LARGE or getattr(sys, "frozen", False):
        return 1
    return min(_MOST_PROCESSES, os.cpu_count() or 1)


def _stretches(size: int, count: int) -> list[Stretch]:
    ends = [size * number // count for number in range(count + 1)]
    return list(pairwise(ends))


def _scan_apart(path: Path, passphrase: str | None, question: Question, stretch: Stretch) -> Seen:
    """In another process: open the journal for reading and look at one stretch."""
    with closing(open_reading(path, passphrase)) as database, database.reading() as connection:
        return _scan(connection, database, question, stretch, None)


def _scan(
    connection: Connection,
    database: Database,
    question: Question,
    stretch: Stretch,
    progress: Callable[[int], None] | None,
) -> Seen:
    """Rows in bundles, as far as SQLite makes any: one that fails is taken in small ones, and those row by row."""
    scan = _begun(connection, question, stretch[0])
    if question.log is not None:
        with (
            database.reading() as beside,
            closing(ahead(bundles(beside, question.log, *stretch, MOST_BYTES))) as coming,
        ):
            for bundle in coming:
                if not scan.take(bundle):
                    _take_apart(scan, connection, question.log, bundle)
                if progress is not None:
                    progress(scan.size)
    _add_rows(scan, connection, stretch[1], progress)
    return scan.end(stretch[1])


def _take_apart(scan: JournalScan, connection: Connection, log: str, bundle: Bundle) -> None:
    for few in bundles(connection, log, bundle.first - 1, bundle.last, MOST_BYTES, _FEW):
        if not scan.take(few):
            _add_rows(scan, connection, few.last)
    _add_rows(scan, connection, bundle.last)


def _add_rows(
    scan: JournalScan, connection: Connection, upto: int, progress: Callable[[int], None] | None = None
) -> None:
    """Those of the rows that were not looked at yet, one by one."""
    for rows in log_table.walk(connection, scan.size, upto):
        for row in rows:
            scan.add(row)
        if progress is not None:
            progress(scan.size)


def _begun(connection: Connection, question: Question, after: int) -> JournalScan:
    """A scan that stands behind that entry."""
    head = Head()
    for digests in log_table.digests(connection, after) if after else ():
        head.add_all(digests)
    head.size = after
    before = log_table.read(connection, after) if after else None

    def place_of(client: int) -> Place:
        found = log_table.place_before(connection, client, after + 1) if after else None
        return (found[0], found[1].hex()) if found else (0, None)

    return JournalScan(question, head, before.rec_utc if before else "", before.kind if before else "", place_of)


def _join(seen: Seen, later: Seen) -> None:
    """What the next stretch showed, after what was seen so far."""
    seen.size, seen.head = later.size, later.head
    seen.heads.update(later.heads)
    seen.erased.update(later.erased)
    seen.telling += later.telling
    seen.problems += later.problems
    seen.notes += later.notes
