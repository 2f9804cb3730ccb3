"""The one SQLite library of the process, what it must be able to do, and a connection to a file (8.2)."""

from __future__ import annotations

import importlib
import os
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote

from app.errors import Unavailable

BUSY_SECONDS = 5.0

_ABILITIES = {
    "STRICT": ("CREATE TABLE strictly (a INTEGER) STRICT",),
    "FTS5": ("CREATE VIRTUAL TABLE words USING fts5 (text)",),
    "JSON": ("SELECT json_extract('{}', '$.a')",),
}
_GUARDS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
)


@cache
def driver() -> ModuleType:
    """sqlcipher3 where its wheel exists, else sqlite3; Unavailable where the library lacks what a journal needs."""
    try:
        module = importlib.import_module("sqlcipher3.dbapi2")
    except ImportError:
        module = importlib.import_module("sqlite3")
    _ask(module)
    return module


def can_encrypt() -> bool:
    """Whether a journal may have a passphrase here."""
    return driver().__name__.startswith("sqlcipher3")


def connect(path: Path, mode: str, passphrase: str | None = None) -> Any:
    """A guarded connection that begins nothing by itself. `mode`: rw, ro, or immutable (page by page, no locks).

    A missing file is never made: SQLite would make an empty one, which is a healthy database without a journal.
    """
    query = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = driver().connect(
        f"file:{quote(os.fsencode(path))}?{query}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    try:
        _guard(connection, passphrase)
    except BaseException:
        connection.close()
        raise
    return connection


def _guard(connection: Any, passphrase: str | None) -> None:
    if passphrase is not None:
        quoted = passphrase.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
    for pragma in _GUARDS:
        connection.execute(pragma)
    if hasattr(connection, "setconfig"):
        # Python 3.12 lets SQLite refuse writes to its own tables; earlier drivers have no word for it.
        connection.setconfig(importlib.import_module("sqlite3").SQLITE_DBCONFIG_DEFENSIVE, True)


def _ask(module: ModuleType) -> None:
    connection = module.connect(":memory:")
    try:
        for ability, statements in _ABILITIES.items():
            try:
                for statement in statements:
                    connection.execute(statement)
            except module.Error:
                raise _lacks(module, ability) from None
        if not hasattr(connection, "backup"):
            raise _lacks(module, "backup")
    finally:
        connection.close()


def _lacks(module: ModuleType, ability: str) -> Unavailable:
    return Unavailable(
        "SQLite {version} on this computer lacks {ability}, which a journal needs. Install a newer Python.",
        version=module.sqlite_version,
        ability=ability,
    )
