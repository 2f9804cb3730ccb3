"""What a shelf asks through: SQL in, rows out. For reading it is the driver itself, for writing SQLAlchemy's.

SQLAlchemy costs two bare windows to import (8.1), so nothing that only reads waits for it; both answer the same calls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol


class Scalars(Protocol):
    """The first column of the rows."""

    def all(self) -> Sequence[Any]:
        """All of them."""

    def __iter__(self) -> Iterator[Any]: ...


class Result(Protocol):
    """The rows of an answer, each a tuple; taken once."""

    def all(self) -> Sequence[Any]:
        """All rows that are left."""

    def fetchall(self) -> Sequence[Any]:
        """The same."""

    def first(self) -> Any:
        """The first row, None without one; the rest is let go."""

    def one(self) -> Any:
        """The only row; an error where there are none or several."""

    def scalar(self) -> Any:
        """The first column of the first row, None without one."""

    def scalar_one(self) -> Any:
        """The first column of the only row."""

    def scalars(self) -> Scalars:
        """The first column of every row."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """A transaction or a reading of one moment."""

    def exec_driver_sql(self, statement: str, parameters: Any = None) -> Result:
        """Carry out one statement; a list of tuples carries it out for each of them."""


class DriverConnection:
    """The driver's connection, answering as SQLAlchemy's does."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def exec_driver_sql(self, statement: str, parameters: Any = None) -> DriverResult:
        """Carry out one statement."""
        if isinstance(parameters, list):
            return DriverResult(self.raw.executemany(statement, parameters))
        return DriverResult(self.raw.execute(statement, parameters or ()))


class DriverResult:
    """The driver's cursor, answering as SQLAlchemy's result does."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor
        self.all = self.fetchall = cursor.fetchall

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cursor)

    def first(self) -> Any:
        """The first row, None without one."""
        row = self._cursor.fetchone()
        self._cursor.close()
        return row

    def one(self) -> Any:
        """The only row."""
        (row,) = self._cursor.fetchall()
        return row

    def scalar(self) -> Any:
        """The first column of the first row, None without one."""
        row = self.first()
        return None if row is None else row[0]

    def scalar_one(self) -> Any:
        """The first column of the only row."""
        return self.one()[0]

    def scalars(self) -> DriverScalars:
        """The first column of every row."""
        return DriverScalars(self._cursor)


class DriverScalars:
    """The first column of a cursor's rows."""

    def __init__(self, cursor: Any) -> None:
        self._cursor = cursor

    def all(self) -> list[Any]:
        """All of them."""
        return [row[0] for row in self._cursor.fetchall()]

    def __iter__(self) -> Iterator[Any]:
        return (row[0] for row in self._cursor)


def raw_of(connection: Connection) -> Any:
    """The driver's own connection: for what neither of the two has a word for."""
    if isinstance(connection, DriverConnection):
        return connection.raw
    pooled: Any = connection
    return pooled.connection.driver_connection
