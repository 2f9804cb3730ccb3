"""Connections that only read: as many as read at once, kept for the next reading, each seeing one moment."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from app.storage.connection import DriverConnection


class Readers:
    """Lends a connection to whoever reads, in any thread; `opener` makes another when all are lent."""

    def __init__(self, opener: Callable[[], Any]) -> None:
        self._opener = opener
        self._turn = threading.Lock()
        self._idle: list[Any] = []
        self._closed = False

    @contextmanager
    def one(self) -> Iterator[DriverConnection]:
        """A connection within a transaction of its own."""
        raw = self._take()
        try:
            raw.execute("BEGIN")
            yield DriverConnection(raw)
        finally:
            self._give_back(raw)

    def close(self) -> None:
        """Close what is not lent; what is lent closes when it comes back."""
        with self._turn:
            idle, self._idle, self._closed = self._idle, [], True
        for raw in idle:
            raw.close()

    def _take(self) -> Any:
        with self._turn:
            if self._idle:
                return self._idle.pop()
        return self._opener()

    def _give_back(self, raw: Any) -> None:
        if raw.in_transaction:
            raw.rollback()
        with self._turn:
            if not self._closed:
                self._idle.append(raw)
                return
        raw.close()
