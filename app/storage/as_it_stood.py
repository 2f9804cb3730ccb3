"""The journal as it stood at an earlier moment: the log up to then, laid out anew in a scratch file (7.1)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.errors import Refused
from app.ledger.record import moment
from app.storage.connection import Connection
from app.storage.database import APPLICATION_ID, FORMAT
from app.storage.log_table import LOG_DDL
from app.storage.rebuild import beside, lay_out

_TABLES = tuple(statement for statement in LOG_DDL if "CREATE TRIGGER" not in statement)
"""The log without its guards: what was erased since comes without its bytes."""


def is_earlier(connection: Connection, at: datetime) -> bool:
    """Whether something was recorded after `at`."""
    newest = connection.exec_driver_sql("SELECT rec_utc FROM log ORDER BY seq DESC LIMIT 1").scalar()
    return newest is not None and str(newest) > moment(at)


@contextmanager
def as_it_stood(path: Path, at: datetime) -> Iterator[Path]:
    """A journal that holds what was recorded up to `at`; its files and checkpoints are left out. Gone after the block.

    The first entry later than `at` ends it, whatever the clock said afterwards: the log is a chain.
    """
    with tempfile.TemporaryDirectory(prefix="ashore-") as folder:
        scratch = Path(folder) / path.name
        with beside(path, scratch) as connection:
            for statement in _TABLES:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(
                "INSERT INTO main.log SELECT * FROM source.log WHERE seq <"
                " coalesce((SELECT min(seq) FROM source.log WHERE rec_utc > ?), 9223372036854775807)",
                (moment(at),),
            )
            if not lay_out(connection):
                raise Refused("Nothing was recorded yet at that moment. Name a later one.")
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        yield scratch
