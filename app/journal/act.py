"""One act of the owner: entries appended in one transaction, all or none (7.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from app.journal.bodies import present
from app.ledger.log import JOURNAL, Draft, Log
from app.ledger.record import Record
from app.storage.database import Connection

Sense = Callable[["Act", str, int | None, dict[str, Any]], None]
"""Called before an entry is appended; raises Refused for what makes no sense (D3)."""


class Act:
    """The open transaction. `add` writes an entry and gives its number; `added` are the numbers so far."""

    def __init__(self, connection: Connection, log: Log, now: datetime, sense: Sense) -> None:
        self.connection = connection
        self.now = now
        self.added: list[int] = []
        self.corrects: int | None = None
        """The entry whose corrected body is being looked at; what it says now does not speak against the new words."""
        self._log = log
        self._sense = sense

    def add(self, kind: str, client: int | None, body: Mapping[str, Any]) -> int:
        """Record one entry; `client` None is the client that it adds. Keys without a value are left out (B1)."""
        clean = present(body)
        self._sense(self, kind, client, clean)
        return self.put(kind, client, clean)

    def check_again(self, kind: str, client: int | None, body: dict[str, Any], of: int) -> None:
        """Would the verb accept this body? Asked for what a correction would make of the entry `of` (1.3b)."""
        self.corrects = of
        try:
            self._sense(self, kind, client, body)
        finally:
            self.corrects = None

    def note(self, kind: str, body: Mapping[str, Any], client: int = JOURNAL) -> int:
        """Record an entry of the program's own: about the journal, an import."""
        return self.put(kind, client, present(body))

    def put(self, kind: str, client: int | None, body: dict[str, Any]) -> int:
        """Record what has been looked at already."""
        return self.put_record(kind, client, body).seq

    def put_many(self, client: int, drafts: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Record many entries of a client at one time, (kind, body), as imports do."""
        records = self._log.append_many(self.connection, (Draft(kind, client, body) for kind, body in drafts), self.now)
        self.added.extend(record.seq for record in records)

    def put_record(self, kind: str, client: int | None, body: dict[str, Any]) -> Record:
        """Record what has been looked at already, and give the whole record."""
        record = self._log.append(self.connection, kind, client, body, self.now)
        self.added.append(record.seq)
        return record
