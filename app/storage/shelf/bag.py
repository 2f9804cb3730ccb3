"""What an evidence export takes out of the log: a client's records, the journal's own, the list of hashes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.storage import log_table
from app.storage.connection import Connection


class LogLine(NamedTuple):
    """A record's place and bytes; `record` is None once it was redacted."""

    seq: int
    cseq: int
    kind: str
    happened: int
    sha256: bytes
    record: bytes | None


_LINES = (
    "SELECT log.seq, log.cseq, log.kind, entry.happened, log.sha256, log.record FROM log"
    " JOIN entry ON entry.seq = log.seq WHERE log.client = ? AND log.cseq > ? ORDER BY log.cseq LIMIT 500"
)


def client_lines(connection: Connection, client: int) -> Iterator[LogLine]:
    """Every record of a client, in order."""
    after = 0
    while rows := [LogLine(*row) for row in connection.exec_driver_sql(_LINES, (client, after))]:
        yield from rows
        after = rows[-1].cseq


def list_lines(connection: Connection) -> Iterator[bytes]:
    """The whole list of 4.1, 88 bytes an entry, in large pieces."""
    seq = 0
    for digests in log_table.digests(connection):
        piece = []
        for digest in digests:
            seq += 1
            piece.append(f"{digest.hex()}  records/{seq:08d}.json\n")
        yield "".join(piece).encode("ascii")
