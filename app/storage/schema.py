"""What a journal's file may hold besides data: our own triggers, no views, the log as we made it (8.3, fault 21)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.errors import Unavailable
from app.storage.connection import Connection
from app.storage.failures import DAMAGED
from app.storage.log_table import LOG_DDL
from app.storage.rows import PROJECTION_DDL

_SHELF_TABLES = ("log", "checkpoints", "stamps", "attachments")


_MADE = re.compile(r"CREATE (?:UNIQUE )?(TABLE|INDEX|TRIGGER) (\w+)")


def foreign_code(connection: Connection, name_of_file: str) -> list[str]:
    """The names of triggers, views and of changed tables of the log: what SQLite would run on a stranger's behalf.

    Asked before any other question, of the table of contents alone: nothing of it runs while it is read. Unavailable
    where a table or index of the log is not there at all.
    """
    ours = {_plain(statement) for statement in LOG_DDL + PROJECTION_DDL}
    try:
        contents = connection.exec_driver_sql("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").all()
    except UnicodeDecodeError:  # SQLite's complaint quotes what stands in the damaged page
        raise Unavailable(DAMAGED, name=name_of_file) from None
    foreign = [
        name
        for kind, name, sql in contents
        if (kind in ("trigger", "view") or name in _SHELF_TABLES) and _plain(sql) not in ours
    ]
    # A draft is opened before its tables are made.
    if contents and not foreign and any(not _made(kind) <= _names(contents, kind) for kind in ("table", "index")):
        raise Unavailable(DAMAGED, name=name_of_file)
    return foreign


def is_laid_out(connection: Connection) -> bool:
    """Whether the derived tables are made as this program makes them; else the log is to be laid out anew.

    A guard that is missing is no older version: it was taken away, and that is told.
    """
    there = {_plain(sql) for (sql,) in connection.exec_driver_sql("SELECT coalesce(sql, '') FROM sqlite_schema").all()}
    return all(_plain(statement) in there for statement in PROJECTION_DDL if "CREATE TRIGGER" not in statement)


def missing_guards(connection: Connection) -> list[str]:
    """Triggers that keep the log as it is, and are not there; changes would not be refused without them (4.2)."""
    there = _names(connection.exec_driver_sql("SELECT type, name, '' FROM sqlite_schema").all(), "trigger")
    return sorted(_made("trigger") - there)


def set_guards(connection: Connection) -> None:
    """Put back the triggers that are missing."""
    missing = missing_guards(connection)
    for statement in LOG_DDL:
        made = _MADE.search(statement)
        if made and made[2] in missing:
            connection.exec_driver_sql(statement)


def _made(kind: str) -> set[str]:
    """The names of that kind that the log is made with."""
    return {made[2] for statement in LOG_DDL if (made := _MADE.search(statement)) and made[1].lower() == kind}


def _names(contents: Sequence[Sequence[str]], kind: str) -> set[str]:
    return {name for found, name, _ in contents if found == kind}


def _plain(statement: str) -> str:
    return " ".join(statement.split()).rstrip("; ")
