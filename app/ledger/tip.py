"""Where the log ends: what the next record must follow, kept in memory and taken back when a transaction fails."""

from __future__ import annotations

from app.ledger.head import Head
from app.storage import log_table
from app.storage.database import Connection

Place = tuple[int, str | None]
"""A client's last `cseq` and the hash of that record; (0, None) before the first."""


class Tip:
    """The running head, the last record's time, and the last record of each client met so far."""

    def __init__(self, head: Head, rec_utc: str | None, places: dict[int, Place]) -> None:
        self.head = head
        self.rec_utc = rec_utc
        self._settled = places
        self._fresh: dict[int, Place] = {}

    @classmethod
    def of(cls, connection: Connection) -> Tip:
        """The end of the stored log: a second's work for a million entries."""
        head = Head()
        for digests in log_table.digests(connection):
            head.add_all(digests)
        last = log_table.tail(connection)
        return cls(head, last.rec_utc if last else None, {})

    def place(self, connection: Connection, client: int) -> Place:
        """The client's last record."""
        known = self._fresh.get(client) or self._settled.get(client)
        if known is None:
            last = log_table.tail(connection, client)
            known = self._settled[client] = (last.cseq, last.sha256.hex()) if last else (0, None)
        return known

    def add(self, client: int, cseq: int, sha256: str, rec_utc: str) -> None:
        """The next record stands."""
        self.head.add(sha256)
        self.rec_utc = rec_utc
        self._fresh[client] = (cseq, sha256)

    def fork(self) -> Tip:
        """A tip for one transaction; forgotten when that fails."""
        return Tip(self.head.copy(), self.rec_utc, self._settled)

    def copy(self) -> Tip:
        """The same place once more, to come back to."""
        twin = self.fork()
        twin._fresh = dict(self._fresh)
        return twin

    def settle(self) -> None:
        """The transaction is kept: so is what it added."""
        self._settled.update(self._fresh)
        self._fresh = {}
