"""The derived tables out of the log anew: in place, or beside the journal to compare (4.2)."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from app.ledger.findings import Finding, finding
from app.ledger.log import walk
from app.storage.apply import apply
from app.storage.apply.lines import insert_erased
from app.storage.connection import Connection, DriverConnection
from app.storage.driver import connect
from app.storage.rows import PROJECTION_DDL, TABLES, WORD_LIST
from app.words import N_

Progress = Callable[[int], None]


def rebuild(connection: Connection, progress: Progress | None = None) -> int:
    """Drop the derived tables and lay the log out in new ones; within the caller's transaction. Entries laid out."""
    for table in (WORD_LIST, *TABLES):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
    for statement in PROJECTION_DDL:
        connection.exec_driver_sql(statement)
    return lay_out(connection, progress)


def differences(path: Path) -> Iterator[Finding]:
    """Rebuild beside the journal and compare row by row; a finding for each table that is not what the log says."""
    with _scratch_beside(path) as connection:
        try:
            lay_out(connection)
        except Exception as problem:
            yield finding("rebuild", N_("The log cannot be laid out anew: {problem}."), problem=str(problem)[:200])
            return
        connection.exec_driver_sql("COMMIT")  # the search's word list shows what is committed
        connection.exec_driver_sql("BEGIN")
        for table in TABLES:
            rows = _different(connection, table)
            if rows:
                text = N_("The table {table} is not what the log says, {rows} rows differ. `ashore rebuild` mends it.")
                yield finding("projection", text, table=table, rows=rows)


def lay_out(connection: Connection, progress: Progress | None = None) -> int:
    """Apply the whole log to empty tables. Entries laid out; `progress` is told how many so far."""
    laid = 0
    for records in walk(connection):
        apply(connection, records)
        laid += len(records)
        if progress is not None:
            progress(laid)
    insert_erased(connection)
    return laid


@contextmanager
def _scratch_beside(path: Path) -> Iterator[Connection]:
    """New derived tables in a scratch file; `log` there is a view of the journal's own."""
    with (
        tempfile.TemporaryDirectory(prefix="ashore-") as folder,
        beside(path, Path(folder) / "scratch") as connection,
    ):
        connection.exec_driver_sql("CREATE TEMP VIEW log AS SELECT * FROM source.log")
        yield connection


@contextmanager
def beside(path: Path, scratch: Path) -> Iterator[Connection]:
    """New derived tables in a file of their own, within a transaction; the journal's tables are there as `source`."""
    scratch.touch(mode=0o600)
    with closing(connect(scratch, "rw")) as raw:
        raw.execute("PRAGMA journal_mode = OFF")
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("PRAGMA temp_store = MEMORY")
        raw.execute("ATTACH DATABASE ? AS source", (f"file:{quote(os.fsencode(path))}?mode=ro",))
        raw.execute("BEGIN")
        connection = DriverConnection(raw)
        for statement in PROJECTION_DDL:
            connection.exec_driver_sql(statement)
        yield connection


def _different(connection: Connection, table: str) -> int:
    """Rows that stand in one of the two and not in the other; of the search, terms with their places."""
    if table == "search":
        return _different_words(connection)
    one, other = f"main.{table}", f"source.{table}"
    count = (
        f"SELECT (SELECT count(*) FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other}))"
        f" + (SELECT count(*) FROM (SELECT * FROM {other} EXCEPT SELECT * FROM {one}))"
    )
    return int(connection.exec_driver_sql(count).scalar_one())


def _different_words(connection: Connection) -> int:
    """Words that one index finds in an entry and the other does not.

    The list of an index's words still holds those of deleted rows, so what only the journal's has is looked up in it.
    """
    for schema in ("main", "source"):
        connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE temp.words_{schema} USING fts5vocab('{schema}', 'search', 'instance')"
        )
        # Copied first: EXCEPT over the virtual table itself trusts an order that it does not have.
        connection.exec_driver_sql(
            f'CREATE TEMP TABLE terms_{schema} AS SELECT term, doc, col, "offset" FROM temp.words_{schema}'
        )
    lacking = "SELECT count(*) FROM (SELECT * FROM temp.terms_main EXCEPT SELECT * FROM temp.terms_source)"
    missing = int(connection.exec_driver_sql(lacking).scalar_one())
    surplus = connection.exec_driver_sql(
        "SELECT DISTINCT term, doc, col FROM (SELECT * FROM temp.terms_source EXCEPT SELECT * FROM temp.terms_main)"
    ).all()
    found = "SELECT 1 FROM source.search WHERE search MATCH ? AND rowid = ?"
    for term, doc, column in surplus:
        if connection.exec_driver_sql(found, (f'{column} : "{term}"', doc)).first() and not _expected(
            connection, term, doc, column
        ):
            missing += 1
    return missing


def _expected(connection: Connection, term: str, doc: int, column: str) -> bool:
    """Whether the rebuilt index finds the word in that entry as well, at another place."""
    ask = "SELECT 1 FROM temp.terms_main WHERE term = ? AND doc = ? AND col = ? LIMIT 1"
    return connection.exec_driver_sql(ask, (term, doc, column)).first() is not None
