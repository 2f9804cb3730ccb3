"""Rows of a journal against their hashes, the list, the links and their columns, in one pass (4-evidence 4.2, 4.8)."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from app.ledger.bundle_look import Before, Sound, look
from app.ledger.findings import Finding, finding
from app.ledger.head import EMPTY_HEAD, Head
from app.ledger.log import CLOCK_NOTED, steps_back
from app.ledger.many_bodies import BodyReader
from app.ledger.quotes import quoted_heads
from app.ledger.record import Body
from app.ledger.row_diagnosis import Expected, column_problems, record_problems
from app.ledger.tip import Place
from app.ledger.told import TELLING
from app.storage.log_bundles import Bundle
from app.storage.log_table import Row
from app.words import N_

_SORTS = tuple((int, int, int, str, str, bytes, last) for last in (bytes, type(None)))
_COLUMNS = ("seq", "client", "cseq", "kind", "rec_utc")
"""Copies for queries beside the bytes."""


class Question(Struct, frozen=True):
    """What a scan is asked: the log's name, the sizes whose heads are wanted, and whether quoted heads matter."""

    log: str | None
    wanted: frozenset[int]
    quotes: bool


class Seen(Struct):
    """What a scan saw: plain values, so that several processes can look at one journal together."""

    size: int = 0
    head: str = EMPTY_HEAD
    heads: dict[int, str] = {}
    telling: list[tuple[int, str, Body]] = []
    erased: dict[int, tuple[int, str, str]] = {}
    """By entry: its cseq, hash and kind."""
    problems: list[Finding] = []
    notes: list[Finding] = []


class JournalScan:
    """Fed with rows in order, from the first or from any on, in bundles or one by one; `seen` tells."""

    def __init__(
        self, question: Question, head: Head, last_utc: str, last_kind: str, place_of: Callable[[int], Place]
    ) -> None:
        self._seen = Seen()
        self._question = question
        self._head = head
        self._place_of = place_of
        self._bodies = BodyReader()
        self._clients: dict[int, Place] = {}
        self._linked = True
        self._last_utc = last_utc
        self._last_kind = last_kind

    @property
    def size(self) -> int:
        """The last entry looked at."""
        return self._head.size

    def take(self, bundle: Bundle) -> bool:
        """Take in the next rows where all of them are sound and unremarkable; else nothing: add them one by one."""
        before = Before(self._head, self._last_utc, self._clients, self._place_of)
        sound = look(bundle, before, self._bodies)
        if sound is None:
            return False
        self._listen(bundle.first, sound)
        heads = [*sound.heads, bytes.fromhex(sound.head.hex())]
        for seq in self._question.wanted.intersection(range(bundle.first, bundle.last + 1)):
            self._seen.heads[seq] = heads[seq - bundle.first + 1].hex()
        self._clients.update(sound.places)
        self._head, self._last_utc, self._last_kind = sound.head, sound.last_utc, sound.last_kind
        return True

    def add(self, row: Row) -> None:
        """Take in the next row and say in words what is wrong with it; TypeError for a value of another sort."""
        if tuple(map(type, row)) not in _SORTS:
            raise TypeError(f"row {row.seq} of the log")
        if row.seq != self._head.size + 1:
            self._miss(row.seq)
        prev, digits = self._head.hex(), row.sha256.hex()
        self._head.add(digits)
        place = self._clients.get(row.client) or self._place_of(row.client)
        self._clients[row.client] = (row.cseq, digits)
        self._remark(row, place[0])
        self._last_utc, self._last_kind = row.rec_utc, row.kind
        if row.record is not None:
            self._diagnose(row, row.record, prev, place)

    def end(self, upto: int) -> Seen:
        """There are no more rows up to that number. What was seen."""
        if self._head.size < upto:
            self._miss(upto + 1)
        self._seen.size, self._seen.head = self._head.size, self._head.hex()
        return self._seen

    def _listen(self, first: int, sound: Sound) -> None:
        """What records tell beside that they are sound."""
        quotes = self._question.quotes
        if not quotes and TELLING.isdisjoint(sound.kinds) and not sound.names_files:
            return
        for seq, (kind, body) in enumerate(zip(sound.kinds, sound.bodies, strict=True), first):
            if kind in TELLING or "attachments" in body or (quotes and quoted_heads(kind, body)):
                self._seen.telling.append((seq, kind, body))

    def _remark(self, row: Row, last: int) -> None:
        """What is not so of nearly every row."""
        seq, client = row.seq, row.client
        if seq in self._question.wanted:
            self._seen.heads[seq] = self._head.hex()
        if row.record is None:
            self._seen.erased[seq] = (row.cseq, row.sha256.hex(), row.kind)
        if not last and client and (row.kind, client) != ("client.added", seq):
            text = N_("Entry {seq} belongs to a client who was never added.")
            self._seen.problems.append(finding("client", text, seq=seq))
        if row.rec_utc < self._last_utc:
            self._step_back(seq, row.rec_utc, row.kind)

    def _miss(self, seq: int) -> None:
        first, last = self._head.size + 1, seq - 1
        text = N_("Entries {first} to {last} are not there.")
        self._seen.problems.append(finding("missing", text, first=first, last=last))
        self._head.size = last
        self._linked = False

    def _step_back(self, seq: int, rec_utc: str, kind: str) -> None:
        """A clock that went back is no fraud, but it is said; so is one that the journal did not note (4.2)."""
        if kind == CLOCK_NOTED:
            self._seen.notes.append(finding("clock", N_("Before entry {seq} the clock was set back."), seq=seq + 1))
        elif self._last_kind != CLOCK_NOTED and _steps_back(self._last_utc, rec_utc):
            text = N_("Entry {seq} is earlier than the one before it, unnoted.")
            self._seen.notes.append(finding("clock", text, seq=seq))

    def _diagnose(self, row: Row, data: bytes, prev: str, place: Place) -> None:
        log, prev_known = self._question.log, prev if self._linked else None
        expected = Expected(seq=row.seq, sha256=row.sha256.hex(), log=log, prev=prev_known, place=place)
        record, problems = record_problems(data, expected)
        if record is not None:
            problems += column_problems(record, {name: getattr(row, name) for name in _COLUMNS})
            self._seen.telling.append((row.seq, row.kind, record.body))
        self._linked = self._linked and not any(one.code == "prev" for one in problems)
        self._seen.problems += problems


def _steps_back(before_utc: str, rec_utc: str) -> bool:
    """What is no time at all is told as a wrong column, not here."""
    try:
        return steps_back(before_utc, rec_utc)
    except ValueError:
        return False
