"""Appending to the log and reading it: hash, insert, re-read, re-hash, apply, in one transaction (4-evidence 4.2)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice

from msgspec import Struct

from app.errors import Unavailable
from app.ledger.end import End
from app.ledger.head import Head
from app.ledger.record import Body, Record, assemble, body_bytes, ending, instant, moment, parse
from app.ledger.tip import Tip
from app.storage import log_table
from app.storage.database import Connection, Database
from app.storage.log_table import Row

Check = Callable[[str, Body], None]
"""Called with kind and body before anything is written; raises Refused for a body that its format does not allow."""

Apply = Callable[[Connection, Sequence[Record]], None]
"""Called with the records just stored, in order: brings the derived tables up to them."""

Kept = Callable[[int, str], None]
"""Called after each commit that appended, with N and H_N: for the high-water mark."""

JOURNAL = 0
"""The client number of entries about the journal itself."""

CLOCK_NOTED = "journal.clock_noted"

_BATCH = 1000
_STEP_BACK = timedelta(seconds=2)


class Draft(Struct, frozen=True):
    """What is to be recorded. `client` None: the client whom this entry adds, named by the entry's own number."""

    kind: str
    client: int | None
    body: Body


def new_log_id() -> str:
    """A random name for a new log, 32 hex digits."""
    return os.urandom(16).hex()


def log_id(connection: Connection) -> str | None:
    """The name of the stored log, as its first record says it; None while it has no record."""
    first = log_table.read(connection, 1)
    return parse(first.record).log if first and first.record else None


def read(connection: Connection, seq: int) -> Record | None:
    """The record of that number, checked against its hash; None where there is none or it was redacted."""
    row = log_table.read(connection, seq)
    return _checked(row) if row and row.record is not None else None


def walk(
    connection: Connection, after: int = 0, upto: int | None = None, batch: int = _BATCH
) -> Iterator[list[Record]]:
    """The records after one number up to another, in order, in batches; redacted ones are left out."""
    for rows in log_table.walk(connection, after, upto, batch):
        yield [_checked(row) for row in rows if row.record is not None]


def head_at(connection: Connection, size: int) -> str:
    """H_n of the stored log, computed anew from the hashes of its first `size` entries."""
    head = Head()
    for digests in log_table.digests(connection, size):
        head.add_all(digests)
    return head.hex()


class Log:
    """The one hand that appends. Keeps the running head in memory; what a transaction loses, it forgets."""

    def __init__(
        self, database: Database, log_id: str, *, check: Check, apply: Apply, kept: Kept | None = None
    ) -> None:
        self.log_id = log_id
        self._kept = kept
        self._check = check
        self._apply = apply
        self._end = End()
        database.when_done(self._done)

    def size_and_head(self, connection: Connection) -> tuple[int, str]:
        """N and H_N, within a transaction or a reading; those of a million entries take a second the first time."""
        return self._end.size_and_head(connection)

    def known_end(self) -> tuple[int, str] | None:
        """N and H_N after the last transaction, if anybody asked for them yet; from any thread, nothing is read."""
        return self._end.known()

    def append(self, connection: Connection, kind: str, client: int | None, body: Body, now: datetime) -> Record:
        """Record one entry; Refused before anything is written when its body is not one."""
        return self.append_many(connection, (Draft(kind, client, body),), now)[0]

    def append_many(self, connection: Connection, drafts: Iterable[Draft], now: datetime) -> list[Record]:
        """Record entries in order, at one time. Gives the records of the drafts; a noted clock is not among them."""
        tip = self._end.begin(connection)
        rec_utc = moment(now)
        if tip.rec_utc is not None and steps_back(tip.rec_utc, rec_utc):
            step = {"previous_utc": tip.rec_utc, "now_utc": rec_utc}
            self._store(connection, tip, (Draft(CLOCK_NOTED, JOURNAL, step),), rec_utc)
        records: list[Record] = []
        rest = iter(drafts)
        while batch := tuple(islice(rest, _BATCH)):
            records += self._store(connection, tip, batch, rec_utc)
        return records

    def _store(self, connection: Connection, tip: Tip, drafts: Sequence[Draft], rec_utc: str) -> list[Record]:
        before = tip.copy()
        try:
            made = self._compose(connection, tip, drafts, rec_utc)
        except BaseException:
            # A verb may catch its refusal and record something else: that follows what really stands.
            self._end.come_back(before)
            raise
        rows, records = [row for row, _ in made], [record for _, record in made]
        log_table.insert(connection, rows)
        _read_again(connection, rows)
        self._apply(connection, records)
        return records

    def _compose(
        self, connection: Connection, tip: Tip, drafts: Sequence[Draft], rec_utc: str
    ) -> list[tuple[Row, Record]]:
        salts = os.urandom(16 * len(drafts)).hex()
        made = []
        for number, draft in enumerate(drafts):
            self._check(draft.kind, draft.body)
            made.append(self._next(connection, tip, draft, rec_utc, salts[32 * number : 32 * number + 32]))
        return made

    def _next(self, connection: Connection, tip: Tip, draft: Draft, rec_utc: str, salt: str) -> tuple[Row, Record]:
        seq, prev = tip.head.size + 1, tip.head.hex()
        client = seq if draft.client is None else draft.client
        last, cprev = tip.place(connection, client)
        cseq = last + 1
        rest = ending(
            log=self.log_id, seq=seq, prev=prev, client=client, cseq=cseq, cprev=cprev, kind=draft.kind,
            rec_utc=rec_utc, salt=salt,
        )  # fmt: skip
        data = assemble(body_bytes(draft.body), rest)
        sha256 = hashlib.sha256(data)
        digits = sha256.hexdigest()
        tip.add(client, cseq, digits, rec_utc)
        record = Record(
            log=self.log_id, seq=seq, prev=prev, client=client, cseq=cseq, cprev=cprev, kind=draft.kind,
            rec_utc=rec_utc, salt=salt, body=draft.body, sha256=digits,
        )  # fmt: skip
        return Row(seq, client, cseq, draft.kind, rec_utc, sha256.digest(), data), record

    def _done(self, kept: bool) -> None:
        end = self._end.done(kept)
        if end is not None and self._kept is not None:
            self._kept(*end)


def steps_back(before_utc: str, rec_utc: str) -> bool:
    """Whether a clock stands more than 2 s before the last entry's (4.2)."""
    return rec_utc < before_utc and instant(before_utc) - instant(rec_utc) > _STEP_BACK


def _read_again(connection: Connection, rows: Sequence[Row]) -> None:
    """Nothing is acknowledged that the table does not give back byte for byte."""
    stored = next(log_table.walk(connection, rows[0].seq - 1, rows[-1].seq, len(rows)), [])
    again = [(row.seq, hashlib.sha256(row.record or b"").digest()) for row in stored]
    if again != [(row.seq, row.sha256) for row in rows]:
        raise Unavailable("The disk gave back something else than was written. Nothing was saved; check the disk.")


def _checked(row: Row) -> Record:
    record = parse(row.record or b"")
    if bytes.fromhex(record.sha256) != row.sha256:
        raise Unavailable("Entry {seq} is not what was recorded. Check the journal.", seq=row.seq)
    return record
