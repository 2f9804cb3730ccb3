"""What a journal's file may hold besides data: our own triggers, no views, the log as we made it (8.3, fault 21)."""

from __future__ import annotations

from app.storage.connection import Connection
from app.storage.log_table import LOG_DDL
from app.storage.rows import PROJECTION_DDL

_SHELF_TABLES = ("log", "checkpoints", "stamps", "attachments")


def foreign_code(connection: Connection) -> list[str]:
    """The names of triggers, views and of changed tables of the log: what SQLite would run on a stranger's behalf.

    Asked before any other question, of the table of contents alone: nothing of it runs while it is read.
    """
    ours = {_plain(statement) for statement in LOG_DDL + PROJECTION_DDL}
    contents = connection.exec_driver_sql("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").all()
    return [
        name
        for kind, name, sql in contents
        if (kind in ("trigger", "view") or name in _SHELF_TABLES) and _plain(sql) not in ours
    ]


def _plain(statement: str) -> str:
    return " ".join(statement.split()).rstrip("; ")
