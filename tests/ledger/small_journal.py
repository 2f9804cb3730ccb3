"""A small journal made by the ledger alone, with the key, the salts and the clock of the golden vector where asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.ledger.checkpoint import make_checkpoint
from app.ledger.log import Log
from app.ledger.record import Record
from app.ledger.sshsig import public_line
from app.storage.checkpoint_table import Shelved
from app.storage.database import Connection, Database, create, open_writing
from app.storage.log_table import LOG_DDL

VECTOR = Path(__file__).parents[1] / "files" / "vectors" / "evidence"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32, 64)))
LOG_ID = "00112233445566778899aabbccddeeff"
START = datetime(2026, 1, 5, 9, 0, 1, tzinfo=UTC)


def anything(kind: str, body: dict[str, Any]) -> None:
    """A check that allows every body: these tests are about bytes."""


def no_tables(connection: Connection, records: object) -> None:
    """Nothing derived."""


class SmallJournal:
    """An open journal whose clock moves by a second with each entry."""

    def __init__(self, path: Path, *, log_id: str = LOG_ID, new: bool = True) -> None:
        self.path = path
        self.database: Database = create(path, LOG_DDL) if new else open_writing(path)
        self.log = Log(self.database, log_id, check=anything, apply=no_tables)
        self.now = START

    def add(self, kind: str, client: int | None = 0, **body: Any) -> Record:
        """One entry in a transaction of its own."""
        with self.database.transaction() as connection:
            record = self.log.append(connection, kind, client, body, self.now)
        self.now += timedelta(seconds=1)
        return record

    def checkpoint(self, key: Ed25519PrivateKey = KEY) -> Shelved:
        """Sign what stands."""
        with self.database.transaction() as connection:
            return make_checkpoint(connection, self.log.log_id, self.log.size_and_head(connection), key, self.now)

    def size_and_head(self) -> tuple[int, str]:
        """N and H_N."""
        with self.database.reading() as connection:
            return self.log.size_and_head(connection)

    def begin(self) -> int:
        """The first two entries: the journal opened, a client added. Gives the client."""
        self.add("journal.opened", owner="Иван Фрилансер", public_key=public_line(KEY))
        return self.add("client.added", None, name="Студия «Берег»").seq

    def talk(self, client: int, messages: int) -> None:
        """Some messages of the client."""
        for number in range(messages):
            self.add("message.received", client, channel="email", text=f"Делаем вариант {number}")


@contextmanager
def small_journal(path: Path, messages: int = 6) -> Iterator[SmallJournal]:
    """A journal with a client, some messages and a checkpoint over them; closed at the end."""
    journal = SmallJournal(path)
    try:
        journal.talk(journal.begin(), messages)
        journal.checkpoint()
        yield journal
    finally:
        journal.database.close()
