"""Whose turn it is to write: threads of one program come one after another, and a window is not held up (8.2)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock, get_ident

from app.errors import Unavailable


class Turn:
    """A lock that its holder may take again."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._window = 0
        self._seconds = 0.0

    def answer_within(self, seconds: float) -> None:
        """The calling thread is a window's: where others write for longer, it hears Unavailable and goes on."""
        self._window, self._seconds = get_ident(), seconds

    @contextmanager
    def taken(self) -> Iterator[None]:
        """For what may be refused: a transaction."""
        if not self._lock.acquire(timeout=self._seconds if get_ident() == self._window else -1):
            raise Unavailable(
                "A long piece of work is writing in this journal. Nothing was saved; try again when it has ended."
            )
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def waited_for(self) -> Iterator[None]:
        """For what must be done: closing."""
        with self._lock:
            yield
