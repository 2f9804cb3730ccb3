"""Rows of a journal against their hashes, the list, the links and their columns, in one pass (4-evidence 4.2, 4.8)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import Struct

from app.ledger.findings import Finding, finding
from app.ledger.head import EMPTY_HEAD, Head
from app.ledger.log import CLOCK_NOTED, steps_back
from app.ledger.many_bodies import BodyReader
from app.ledger.quotes import quoted_heads
from app.ledger.record import MOST_BYTES, Body
from app.ledger.row_diagnosis import Expected, column_problems, record_problems
from app.ledger.tip import Place
from app.ledger.told import TELLING
from app.storage.log_table import Plain, Row
from app.words import N_

Met = tuple[Plain, str, Place]
"""A row, the head before it, and the last entry of its client before it."""

_HEX = b"0123456789abcdef"
_KIND = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_WHEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


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
    """Fed with rows in order, from the first or from any on; `seen` tells."""

    def __init__(
        self, question: Question, head: Head, last_utc: str, last_kind: str, place_of: Callable[[int], Place]
    ) -> None:
        self.seen = Seen()
        self._question = question
        self._head = head
        self._place_of = place_of
        self._bodies = BodyReader()
        self._clients: dict[int, Place] = {}
        self._linked = True
        self._last_utc = last_utc
        self._last_kind = last_kind

    def add(self, rows: Sequence[Plain]) -> None:
        """Take in the next rows: all with a quick look, those that fail it one by one in words."""
        sound, bodies, odd = self._look(rows)
        values = self._bodies.values(bodies)
        if values is None:
            odd, sound, values = sorted(odd + sound, key=_number), [], []
        for (row, _, _), value in zip(sound, values, strict=True):
            if row[3] in TELLING or "attachments" in value or (self._question.quotes and quoted_heads(row[3], value)):
                self.seen.telling.append((row[0], row[3], value))
        for met in odd:
            self._diagnose(met)
        self.seen.size, self.seen.head = self._head.size, self._head.hex()

    def end(self, upto: int) -> None:
        """There are no more rows up to that number."""
        if self._head.size < upto:
            self._miss(upto + 1)

    def _look(self, rows: Sequence[Plain]) -> tuple[list[Met], list[bytes], list[Met]]:
        """Rows of which all but the body is exactly as it must be, their bodies, and the other rows.

        One loop, spelled out: it runs a million times, and a call in it costs a tenth of the whole.
        """
        sound: list[Met] = []
        bodies: list[bytes] = []
        odd: list[Met] = []
        head, clients, wanted, log = self._head, self._clients, self._question.wanted, self._question.log
        for row in rows:
            seq, client, cseq, kind, rec_utc, sha256, data = row
            if seq != head.size + 1:
                self._miss(seq)
            prev, digits = head.hex(), sha256.hex()
            head.add(digits)
            place = last, cprev = clients.get(client) or self._place_of(client)
            clients[client] = (cseq, digits)
            if not last or data is None or rec_utc < self._last_utc or seq in wanted:
                self._remark(row, last)
            self._last_utc, self._last_kind = rec_utc, kind
            if data is None:
                continue
            after = b'","seq":%d,"v":1}' % seq
            salt = data[-len(after) - 32 : -len(after)]
            before = "null" if cprev is None else f'"{cprev}"'
            rest = (
                f',"client":{client},"cprev":{before},"cseq":{last + 1},"kind":"{kind}","log":"{log}","prev":"{prev}",'
                f'"rec_utc":"{rec_utc}","salt":"{salt.decode("latin-1")}","seq":{seq},"v":1}}'
            ).encode()
            if (
                data.endswith(rest)
                and cseq == last + 1
                and hashlib.sha256(data).digest() == sha256
                and data.startswith(b'{"body":')
                and len(data) <= MOST_BYTES
                and not salt.translate(None, _HEX)
                and _shaped(kind, rec_utc)
            ):
                sound.append((row, prev, place))
                bodies.append(data[8 : -len(rest)])
            else:
                odd.append((row, prev, place))
        return sound, bodies, odd

    def _remark(self, row: Plain, last: int) -> None:
        """What is not so of nearly every row."""
        seq, client, cseq, kind, rec_utc, sha256, data = row
        if seq in self._question.wanted:
            self.seen.heads[seq] = self._head.hex()
        if data is None:
            self.seen.erased[seq] = (cseq, sha256.hex(), kind)
        if not last and client and (kind, client) != ("client.added", seq):
            text = N_("Entry {seq} belongs to a client who was never added.")
            self.seen.problems.append(finding("client", text, seq=seq))
        if rec_utc < self._last_utc:
            self._step_back(seq, rec_utc, kind)

    def _miss(self, seq: int) -> None:
        first, last = self._head.size + 1, seq - 1
        text = N_("Entries {first} to {last} are not there.")
        self.seen.problems.append(finding("missing", text, first=first, last=last))
        self._head.size = last
        self._linked = False

    def _step_back(self, seq: int, rec_utc: str, kind: str) -> None:
        """A clock that went back is no fraud, but it is said; so is one that the journal did not note (4.2)."""
        if kind == CLOCK_NOTED:
            self.seen.notes.append(finding("clock", N_("Before entry {seq} the clock was set back."), seq=seq + 1))
        elif self._last_kind != CLOCK_NOTED and _steps_back(self._last_utc, rec_utc):
            text = N_("Entry {seq} is earlier than the one before it, unnoted.")
            self.seen.notes.append(finding("clock", text, seq=seq))

    def _diagnose(self, met: Met) -> None:
        row, prev, place = Row(*met[0]), met[1], met[2]
        log, prev_known = self._question.log, prev if self._linked else None
        expected = Expected(seq=row.seq, sha256=row.sha256.hex(), log=log, prev=prev_known, place=place)
        record, problems = record_problems(row.record or b"", expected)
        if record is not None:
            columns = {name: getattr(row, name) for name in ("seq", "client", "cseq", "kind", "rec_utc")}
            problems += column_problems(record, columns)
            self.seen.telling.append((row.seq, row.kind, record.body))
        self._linked = self._linked and not any(one.code == "prev" for one in problems)
        self.seen.problems += problems


def _steps_back(before_utc: str, rec_utc: str) -> bool:
    """What is no time at all is told as a wrong column, not here."""
    try:
        return steps_back(before_utc, rec_utc)
    except ValueError:
        return False


def _number(met: Met) -> int:
    return met[0][0]


@lru_cache(maxsize=4096)
def _shaped(kind: str, rec_utc: str) -> bool:
    return _KIND.fullmatch(kind) is not None and _WHEN.fullmatch(rec_utc) is not None
