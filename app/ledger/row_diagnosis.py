"""What exactly is wrong with a row or record that failed the quick look; slow and in words (4-evidence 4.8)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from msgspec import Struct

from app.errors import Refused
from app.ledger.findings import Finding, finding
from app.ledger.record import Record, parse
from app.words import N_


class Expected(Struct, frozen=True, kw_only=True):
    """What list and links say of an entry. `log`, `prev` and `place` are None where they are not known (any more)."""

    seq: int
    sha256: str
    log: str | None
    prev: str | None
    place: tuple[int, str | None] | None
    """The `cseq` and hash of the entry before it of the same client; (0, None) for none."""


def record_problems(data: bytes, expected: Expected) -> tuple[Record | None, list[Finding]]:
    """The record, where the bytes are one, and everything that contradicts what was expected of it."""
    seq = expected.seq
    problems = []
    if hashlib.sha256(data).hexdigest() != expected.sha256:
        problems.append(
            finding("hash", N_("Entry {seq} was changed: its bytes do not give the hash in the list."), seq=seq)
        )
    try:
        record = parse(data)
    except Refused as no:
        reason = Finding("record", no.text, no.values)
        problems.append(
            finding("record", N_("Entry {seq} is not a record of the format. {reason}"), seq=seq, reason=reason)
        )
        return None, problems
    return record, problems + list(_link_problems(record, expected))


def _link_problems(record: Record, expected: Expected) -> Iterator[Finding]:
    seq = expected.seq
    if record.seq != seq:
        yield finding("number", N_("Entry {seq} calls itself entry {said}."), seq=seq, said=record.seq)
    if expected.log is not None and record.log != expected.log:
        yield finding("log", N_("Entry {seq} belongs to another journal."), seq=seq)
    if expected.prev is not None and record.prev != expected.prev:
        yield finding("prev", N_("Entry {seq} does not follow the list of the entries before it."), seq=seq)
    if expected.place is not None and (record.cseq - 1, record.cprev) != expected.place:
        yield finding("cprev", N_("Entry {seq} does not follow the entry before it of its client."), seq=seq)


def column_problems(record: Record, columns: dict[str, object]) -> Iterator[Finding]:
    """Copies for queries that differ from the bytes."""
    for column, said in columns.items():
        if getattr(record, column) != said:
            yield finding(
                "column",
                N_("Entry {seq}: the table says {said} as its {column}, the record {recorded}."),
                seq=record.seq,
                column=column,
                said=said,
                recorded=getattr(record, column),
            )
