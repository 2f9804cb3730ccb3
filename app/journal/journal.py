"""The root of the verbs: an open file, a clock, and the rooms (7.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, get_ident
from typing import TYPE_CHECKING, Any

from app.clock import Clock
from app.errors import Unavailable
from app.facts.backups import Returned, ReturnSaid
from app.format import check, kinds
from app.journal.journal_rooms import JournalRooms
from app.ledger.high_water import HighWater
from app.ledger.log import Log, head_at, log_id
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Connection, Database
from app.storage.log_table import tail

if TYPE_CHECKING:
    from app.journal.act import Act
    from app.ledger.record import Record

Listener = Callable[[tuple[int, ...]], None]
"""Called after each kept act with the numbers of its entries."""


class Journal(JournalRooms):
    """An open journal. Rooms hold the verbs; `act` is a transaction, `look` a reading of one moment.

    A room is imported when somebody first enters it: the start of a program waits for none that it does not need (8.1).
    """

    def __init__(self, database: Database, clock: Clock, high_water: HighWater | None = None) -> None:
        self.database = database
        self.clock = clock
        self.high_water = high_water or HighWater()
        self.files = AttachmentFiles(database.path)
        self.returned_because = ReturnSaid.UNKNOWN
        self._is_as_remembered = False
        self._acting: Act | None = None
        self._actor = 0
        self._listeners: list[Listener] = []
        self._marking, self._marked = Lock(), 0
        with database.reading() as connection:
            found = log_id(connection)
        if found is None:
            raise Unavailable("{name} holds no entry: it is no journal any more. Restore a backup.",
                              name=database.path.name)  # fmt: skip
        self.log_id = found
        self._log = Log(database, found, check=check, apply=_apply)

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self.database.path

    @property
    def writes(self) -> bool:
        """Whether entries may be recorded."""
        return self.database.writes

    @contextmanager
    def act(self) -> Iterator[Act]:
        """One transaction; an act within an act joins it, so that verbs can be put together (B8)."""
        if self._acting is not None and self._actor == get_ident():
            yield self._acting
            return
        added: tuple[int, ...] = ()
        with self.database.transaction() as connection:
            self._actor, self._acting = get_ident(), self._begun(connection)
            try:
                yield self._acting
                added = tuple(self._acting.added)
                end = self._log.size_and_head(connection) if added else None
            finally:
                self._acting = None
        self._is_as_remembered = True
        if end is not None:
            self._mark(*end)
            for listener in self._listeners:
                listener(added)

    def _mark(self, size: int, head: str) -> None:
        """Remember the end outside; of two acts that end at once the later one stays, whoever comes first (4.2)."""
        with self._marking:
            if size > self._marked:
                self.high_water.set_mark(self.log_id, size, head)
                self._marked = size

    def _begun(self, connection: Connection) -> Act:
        from app.journal.act import Act
        from app.journal.sense import check_sense

        act = Act(connection, self._log, self.clock(), check_sense)
        if not self._is_as_remembered:
            self._note_return(act)
        return act

    def _note_return(self, act: Act) -> None:
        """Nothing is recorded over a journal that came back shorter before an entry says so (4.2)."""
        from app.journal.returned import note_return, returned_as

        found = returned_as(self, act.connection, *self._log.size_and_head(act.connection))
        if found is not None:
            note_return(act, found, self.returned_because)

    def _is_explained(self) -> bool:
        self.size_and_head()  # once for this question and for the checkpoint
        return self.returned() is None

    def returned(self) -> Returned | None:
        """Whether the journal came back shorter, or as another, and nothing was said of it yet."""
        from app.journal.returned import returned_as

        if self._is_as_remembered:
            return None
        with self.look() as connection:
            last = tail(connection)
            return returned_as(self, connection, last.seq, self.head_of(connection, last.seq)) if last else None

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """One moment of the journal; inside an act what it has written so far (another thread sees none of it)."""
        acting = self._acting
        if acting is not None and self._actor == get_ident():
            yield acting.connection
        else:
            with self.database.reading() as connection:
                yield connection

    def when_kept(self, listener: Listener) -> None:
        """Have `listener` called after each act that was kept."""
        self._listeners.append(listener)

    def size_and_head(self) -> tuple[int, str]:
        """N and H_N (4.1)."""
        with self.look() as connection:
            return self._log.size_and_head(connection)

    def head_of(self, connection: Connection, size: int) -> str:
        """H_n of what a reading sees; computed anew unless it is the end that the writer knows."""
        known = self._log.known_end()
        return known[1] if known is not None and known[0] == size else head_at(connection, size)

    def record(self, kind: str, client: int | None, body: dict[str, Any]) -> int:
        """Any kind of 1.3 with a body of format 1, by the same refusals as every verb."""
        with self.act() as act:
            return act.add(kind, client, body)

    def get_ready(self) -> None:
        """Load what the first entry recorded needs, so that nobody waits for it; in any thread, once all is painted."""
        from app.journal import act, sense, talk  # noqa: F401
        from app.storage import apply  # noqa: F401

        kinds()
        self.database.get_ready()

    def close(self) -> None:
        """Make the closing checkpoint and leave one file behind (4.1, 8.2)."""
        try:
            # What came back and was not explained yet is left as it was found: the next opening asks again.
            if self.writes and self._is_explained():
                self.evidence.checkpoint_at_close()
        finally:
            self.database.close()


def _apply(connection: Connection, records: Sequence[Record]) -> None:
    from app.storage.apply import apply

    apply(connection, records)
