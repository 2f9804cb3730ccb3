"""Every row of a journal against its hash, the list, the links and its columns, in one pass (4-evidence 4.2, 4.8)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from app.ledger.canonical import decanonical_bodies
from app.ledger.findings import Finding, finding
from app.ledger.head import EMPTY_HEAD, Head
from app.ledger.log import CLOCK_NOTED, steps_back
from app.ledger.record import MOST_BYTES, ending
from app.ledger.row_diagnosis import Expected, column_problems, record_problems
from app.ledger.tip import Place
from app.ledger.told import TELLING, Told
from app.storage.log_table import Plain, Row
from app.words import N_

Met = tuple[Plain, str, Place]
"""A row, the head before it, and the last entry of its client before it."""

_FIRST: Place = (0, None)
_HEX = b"0123456789abcdef"
_KIND = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_WHEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


class JournalScan:
    """Fed with all rows in order. Afterwards: the head, the heads asked for, what was found, and what records name."""

    def __init__(self, log: str | None, wanted: Collection[int], ask_quotes: bool) -> None:
        self.log = log
        self.head = Head()
        self.heads: dict[int, str] = {0: EMPTY_HEAD}
        self.told = Told()
        self.problems: list[Finding] = []
        self.notes: list[Finding] = []
        self.erased: dict[int, Row] = {}
        self._wanted = frozenset(wanted)
        self._telling = TELLING | {"message.received"} if ask_quotes else TELLING
        self._clients: dict[int, Place] = {}
        self._linked = True
        self._last_utc = ""
        self._last_kind = ""

    def add(self, rows: Sequence[Plain]) -> None:
        """Take in the next rows: all with a quick look, those that fail it one by one in words."""
        sound: list[Plain] = []
        bodies: list[bytes] = []
        odd: list[Met] = []
        met_all: list[Met] = []
        for row in rows:
            met = self._meet(row)
            met_all.append(met)
            if (body := _quick_look(met, self.log)) is not None:
                sound.append(row)
                bodies.append(body)
            elif row[6] is not None:
                odd.append(met)
        values = decanonical_bodies(bodies)
        if values is None:
            odd, sound, values = [met for met in met_all if met[0][6] is not None], [], []
        for row, value in zip(sound, values, strict=True):
            if row[3] in self._telling or "attachments" in value:
                self.told.add(row[0], row[3], value)
        for met in odd:
            self._diagnose(met)

    def _meet(self, row: Plain) -> Met:
        """The row's line of the list, and what it must follow."""
        seq, client, cseq, kind, rec_utc, sha256, data = row
        head = self.head
        if seq != head.size + 1:
            self._miss(seq)
        prev, digits = head.hex(), sha256.hex()
        head.add(digits)
        if seq in self._wanted:
            self.heads[seq] = head.hex()
        place = self._clients.get(client, _FIRST)
        self._clients[client] = (cseq, digits)
        if not place[0] and client and (kind, client) != ("client.added", seq):
            self.problems.append(finding("client", N_("Entry {seq} belongs to a client who was never added."), seq=seq))
        if rec_utc < self._last_utc:
            self._step_back(seq, rec_utc, kind)
        self._last_utc, self._last_kind = rec_utc, kind
        if data is None:
            self.erased[seq] = Row(*row)
        return row, prev, place

    def _miss(self, seq: int) -> None:
        first, last = self.head.size + 1, seq - 1
        self.problems.append(finding("missing", N_("Entries {first} to {last} are not there."), first=first, last=last))
        self.head.size = last
        self._linked = False

    def _step_back(self, seq: int, rec_utc: str, kind: str) -> None:
        """A clock that went back is no fraud, but it is said; so is one that the journal did not note (4.2)."""
        if kind == CLOCK_NOTED:
            self.notes.append(finding("clock", N_("Before entry {seq} the clock was set back."), seq=seq + 1))
        elif self._last_kind != CLOCK_NOTED and steps_back(self._last_utc, rec_utc):
            self.notes.append(finding("clock", N_("Entry {seq} is earlier than the one before it, unnoted."), seq=seq))

    def _diagnose(self, met: Met) -> None:
        row, prev, place = Row(*met[0]), met[1], met[2]
        expected = Expected(
            seq=row.seq, sha256=row.sha256.hex(), log=self.log, prev=prev if self._linked else None, place=place
        )
        record, problems = record_problems(row.record or b"", expected)
        if record is not None:
            columns = {name: getattr(row, name) for name in ("seq", "client", "cseq", "kind", "rec_utc")}
            problems += column_problems(record, columns)
            self.told.add(row.seq, row.kind, record.body)
        self._linked = self._linked and not any(one.code == "prev" for one in problems)
        self.problems += problems


def _quick_look(met: Met, log: str | None) -> bytes | None:
    """The bytes of the body where everything around it is exactly as it must be; None where it is not."""
    (seq, client, cseq, kind, rec_utc, sha256, data), prev, (last, cprev) = met
    if data is None or len(data) > MOST_BYTES or cseq != last + 1 or hashlib.sha256(data).digest() != sha256:
        return None
    after_salt = b'","seq":%d,"v":1}' % seq
    salt = data[-len(after_salt) - 32 : -len(after_salt)]
    rest = ending(
        log=log or "", seq=seq, prev=prev, client=client, cseq=cseq, cprev=cprev, kind=kind, rec_utc=rec_utc,
        salt=salt.decode("latin-1"),
    )  # fmt: skip
    if not data.endswith(rest) or data[:8] != b'{"body":' or salt.translate(None, _HEX):
        return None
    if not _shaped(kind, rec_utc):
        return None
    return data[8 : -len(rest)]


@lru_cache(maxsize=4096)
def _shaped(kind: str, rec_utc: str) -> bool:
    return _KIND.fullmatch(kind) is not None and _WHEN.fullmatch(rec_utc) is not None
