"""The one connection that writes: SQLAlchemy's transactions over it, made when the first of them begins."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from app.storage.connection import Connection
from app.storage.driver import driver

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Writer:
    """Holds the driver's connection `raw` from opening to `close`."""

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def begin(self) -> AbstractContextManager[Connection]:
        """A transaction: committed when its block ends well, undone otherwise."""
        return self._engine.begin()

    def get_ready(self) -> None:
        """Import and make what the first transaction needs."""
        _ = self._engine

    def close(self) -> None:
        """Close the connection."""
        self.raw.close()

    @cached_property
    def _engine(self) -> Engine:
        """Imported late: to open a journal and to read in it nothing of SQLAlchemy is needed (8.1)."""
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import StaticPool

        engine = create_engine("sqlite://", module=driver(), creator=self._opened, poolclass=StaticPool)
        event.listen(engine, "begin", _begin)
        return engine

    def _opened(self) -> Any:
        return self.raw


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
