"""The sample rebuilt from its log alone gives the same tables, row by row, the words of the search among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.journal.checking import check_journal
from app.journal.journal import Journal
from app.storage.database import Connection, Database, create
from app.storage.log_table import LOG_DDL
from app.storage.rebuild import rebuild
from app.storage.rows import PROJECTION_DDL, TABLES


@pytest.fixture
def again(journal: Journal, tmp_path: Path) -> Iterator[Database]:
    """A second file with the same log, its tables laid out by nothing but the log."""
    with journal.look() as source:
        rows = [tuple(row) for row in source.exec_driver_sql("SELECT * FROM log ORDER BY seq").all()]
    database = create(tmp_path / "again.ashore", LOG_DDL + PROJECTION_DDL)
    marks = ", ".join("?" * len(rows[0]))
    with database.transaction() as connection:
        connection.exec_driver_sql(f"INSERT INTO log VALUES ({marks})", rows)
        assert rebuild(connection) == len(rows)
    yield database
    database.close()


def rows_of(connection: Connection, table: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2").all()]


def words_of(connection: Connection) -> list[tuple[object, ...]]:
    """Every word of the search index with the entry, the column and the place where it stands."""
    connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.words_found USING fts5vocab('main', 'search', 'instance')")
    found = connection.exec_driver_sql("SELECT term, doc, col, offset FROM temp.words_found ORDER BY 1, 2, 3, 4").all()
    connection.exec_driver_sql("DROP TABLE temp.words_found")
    return [tuple(row) for row in found]


@pytest.mark.parametrize("table", [table for table in TABLES if table != "search"])
def test_a_table_is_the_same_row_by_row(journal: Journal, again: Database, table: str) -> None:
    with journal.look() as one, again.reading() as other:
        assert rows_of(one, table) == rows_of(other, table)


def test_the_search_finds_the_same_words_in_the_same_entries(journal: Journal, again: Database) -> None:
    with again.transaction() as other:
        rebuilt = words_of(other)
    with journal.database.transaction() as one:
        kept = words_of(one)
    assert len(rebuilt) > 1000
    assert kept == rebuilt


def test_the_program_finds_its_own_tables_sound(journal: Journal) -> None:
    assert check_journal(journal).sound
