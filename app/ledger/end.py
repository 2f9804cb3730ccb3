"""The end of the log as it is known in memory: asked by any thread, moved on by the one transaction that appends."""

from __future__ import annotations

from threading import Lock

from app.ledger.tip import Tip
from app.storage.database import Connection


class End:
    """The settled end, which every thread may ask for, and the working one of a transaction, which goes with it."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._settled: Tip | None = None
        self._working: Tip | None = None
        self._connection: Connection | None = None

    def begin(self, connection: Connection) -> Tip:
        """The end that this transaction moves on; the same for the whole of it."""
        if self._working is None:
            self._working = (self._settled or self._load(connection)).fork()
            self._connection = connection
        return self._working

    def come_back(self, before: Tip) -> None:
        """The transaction goes on from there: what came after it does not stand."""
        self._working = before

    def done(self, kept: bool) -> tuple[int, str] | None:
        """The transaction is over. N and H_N where it moved the end."""
        working, self._working, self._connection = self._working, None, None
        if not kept or working is None:
            return None
        working.settle()
        with self._turn:
            self._settled = working
        return working.head.size, working.head.hex()

    def size_and_head(self, connection: Connection) -> tuple[int, str]:
        """N and H_N, within a transaction or a reading."""
        tip = self._working if connection is self._connection else None
        tip = tip or self._settled or self._load(connection)
        return tip.head.size, tip.head.hex()

    def known(self) -> tuple[int, str] | None:
        """N and H_N after the last transaction, if anybody asked for them yet; nothing is read."""
        tip = self._settled
        return (tip.head.size, tip.head.hex()) if tip is not None else None

    def _load(self, connection: Connection) -> Tip:
        """A second's work for a million entries. Whoever settled an end meanwhile knows a later one than was read."""
        tip = Tip.of(connection)
        with self._turn:
            if self._settled is None:
                self._settled = tip
            return self._settled
