"""A journal's file while it is open: one writer's transactions, readers beside it, and whether it is still there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from app.errors import Unavailable
from app.storage.connection import Connection, DriverConnection
from app.storage.driver import connect, driver
from app.storage.failures import disk_sentences, sentences
from app.storage.readers import Readers
from app.storage.schema import foreign_code
from app.storage.side_files import changes_file, read_mode, sweep
from app.storage.turn import Turn
from app.storage.way import WRITER_PRAGMAS, Way
from app.storage.writer import Writer
from app.storage.writer_lock import WriterLock
from app.words import N_

__all__ = ["Done", "OpenFile", "Way"]

Done = Callable[[bool], None]

_GONE = N_("{name} is not where it was when it was opened. Nothing was saved; put it back, or open it where it is now.")
_GONE_SINCE = N_("{name} was moved while this was being saved. Open it where it is now and look whether it is there.")


class OpenFile:
    """The open database. `transaction()` writes all or nothing; `reading()` sees one moment, from any thread."""

    def __init__(self, path: Path, way: Way, passphrase: str | None, lock: WriterLock | None) -> None:
        self.path = path
        self.way = way
        self.passphrase = passphrase
        self._lock = lock
        self.turn = Turn()
        self._listeners: list[Done] = []
        self._lost = False
        with disk_sentences(path), sentences(path):
            self._identity = _identity(path)
            self._read_mode = read_mode(path)
            self._found_clean = not changes_file(path).exists()
            self._writer = Writer(self._write_connection()) if self.writes else None
            self._readers = Readers(self._read_connection)
            try:
                self._try_out()
            except BaseException:
                self._let_go()
                raise

    @property
    def writes(self) -> bool:
        """Whether entries may be recorded."""
        return self.way is not Way.READ

    def when_done(self, listener: Done) -> None:
        """Have `listener(kept)` called after every transaction: True when it was committed, False when undone."""
        self._listeners.append(listener)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing, with the disk's word that it is kept; Unavailable, with nothing written, otherwise."""
        writer = self._own_writer()
        with self.turn.taken():
            self._refuse_lost()
            kept = False
            try:
                with sentences(self.path, self._lose), writer.begin() as connection:
                    yield connection
                    self._refuse_gone(_GONE)
                self._refuse_gone(_GONE_SINCE)
                kept = True
            finally:
                for listener in self._listeners:
                    listener(kept)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment of the journal, however long the questions take."""
        with sentences(self.path), self._readers.one() as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Any]:
        """The writing connection outside of a transaction, for what SQLite does to a whole file at once."""
        writer = self._own_writer()
        with self.turn.waited_for(), sentences(self.path, self._lose):
            self._refuse_lost()
            yield writer.raw

    def get_ready(self) -> None:
        """Load what the first transaction needs; in any thread, when there is time for it."""
        if self._writer is not None:
            self._writer.get_ready()

    def fold(self) -> None:
        """When idle: fold the log of changes into the file, as far as no reader needs it."""
        if self.way is Way.WRITE and self._writer is not None:
            with self.turn.waited_for(), sentences(self.path):
                self._writer.raw.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Leave one file behind and let the next writer in. Closing twice does nothing."""
        self._readers.close()
        if self.way is Way.READ and self._found_clean and self._read_mode == "ro":
            with suppress(OSError, driver().Error):
                sweep(self.path, self.passphrase)
        with self.turn.waited_for():
            try:
                if self.way is Way.WRITE and self._writer is not None and not self._lost:
                    with sentences(self.path):
                        self._writer.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self._let_go()
                self._writer = None
                if self._lock is not None:
                    self._lock.release()

    def _write_connection(self) -> Any:
        connection = connect(self.path, "rw", self.passphrase)
        try:
            for pragma in WRITER_PRAGMAS[self.way]:
                connection.execute(pragma).fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

    def _read_connection(self) -> Any:
        connection = connect(self.path, self._read_mode, self.passphrase)
        connection.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
        connection.execute("PRAGMA query_only = ON")
        return connection

    def _try_out(self) -> None:
        """Have an error of opening appear now, in a sentence, and not with the first question; run nobody's code."""
        foreign = self._foreign_code()
        if foreign:
            raise Unavailable(
                "{name} holds program code that Ashore did not put there ({foreign}). It was not opened.",
                name=self.path.name,
                foreign=", ".join(foreign),
            )

    def _foreign_code(self) -> list[str]:
        if self._writer is not None:
            self._writer.raw.execute("BEGIN IMMEDIATE")
            found = foreign_code(DriverConnection(self._writer.raw), self.path.name)
            self._writer.raw.execute("ROLLBACK")
            return found
        try:
            with self._readers.one() as connection:
                return foreign_code(connection, self.path.name)
        except driver().Error:
            if self._read_mode == "immutable" or not self._found_clean:
                raise
        # A full disk has no room for the files that lie beside an open one; what is in the file can still be read.
        self._readers.close()
        self._read_mode, self._readers = "immutable", Readers(self._read_connection)
        with self._readers.one() as connection:
            return foreign_code(connection, self.path.name)

    def _let_go(self) -> None:
        self._readers.close()
        if self._writer is not None:
            self._writer.close()

    def _own_writer(self) -> Writer:
        if self._writer is None:
            raise Unavailable("{name} is open for reading only.", name=self.path.name)
        return self._writer

    def _refuse_lost(self) -> None:
        if self._lost:
            raise Unavailable("{name} must be opened again before anything more is recorded.", name=self.path.name)

    def _refuse_gone(self, sentence: str) -> None:
        """Asked before and after every commit: a file that lost its name takes everything and keeps nothing."""
        try:
            here = _identity(self.path)
        except OSError:
            here = None
        if here != self._identity:
            self._lose()
            raise Unavailable(sentence, name=self.path.name)

    def _lose(self) -> None:
        self._lost = True


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
