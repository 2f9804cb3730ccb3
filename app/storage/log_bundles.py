"""The log in bundles: many rows as a few long values, put together inside SQLite (8.1, Q12).

Row by row the driver takes three times as long; and while SQLite works, another thread of this program can.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event, Semaphore
from typing import NamedTuple

from app.storage.connection import Connection, raw_of
from app.storage.driver import driver

AT_ONCE = 1000
NO_LINK = "-" * 64
_AHEAD = 4
_BYTES_AT_ONCE = 4 << 20
"""Of long records fewer go into a bundle: several bundles are in memory at a time."""

_BEGIN = b'{"body":'
_END = ',"client":%d,"cprev":%s,"cseq":%d,"kind":"%s","log":"%s","prev":"%s","rec_utc":"%s","salt":"%s","seq":%d,"v":1}'
"""How a record of format 1 ends, in the words of SQLite's printf: the copied columns, and what only the record says."""

_AFTER_SALT = len('","seq":,"v":1}')
_AFTER_PREV = len('","rec_utc":"') + 24 + len('","salt":"') + 32 + _AFTER_SALT
_AFTER_LINK = len('","cseq":,"kind":"","log":"","prev":"') + 32 + 64 + _AFTER_PREV
_BEFORE_LINK = len(',"client":,"cprev":"')
_MOMENT = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9]Z"

# A first record has null where others have 64 digits and two quotes.
_FROM_LINK = f"{_AFTER_LINK} + length(cseq) + length(CAST(kind AS BLOB)) + length(seq)"
_ENDING = f"{_BEFORE_LINK} + length(client) + iif(cseq = 1, 2, 64) + {_FROM_LINK}"
# LIMIT keeps SQLite from working out these expressions anew in every place that names them.
_ROWS = f"""
    SELECT seq, client, cseq, kind, rec_utc, sha256, record, {_ENDING} AS ending,
        iif(cseq = 1, '{NO_LINK}', substr(record, -64 - ({_FROM_LINK}), 64)) AS link,
        substr(record, -length(seq) - {_AFTER_PREV + 64}, 64) AS prev,
        substr(record, -length(seq) - {_AFTER_SALT + 32}, 32) AS salt
    FROM log WHERE seq > :after AND seq <= :upto ORDER BY seq LIMIT :most
"""
_SOUND = f"""
    typeof(sha256) = 'blob' AND length(sha256) = 32 AND typeof(record) = 'blob' AND length(record) <= :most_bytes
    AND rec_utc GLOB '{_MOMENT}' AND substr(record, 1, {len(_BEGIN)}) = :begin
    AND substr(record, -ending) = CAST(printf(
        :ending, client, iif(cseq = 1, 'null', '"' || link || '"'), cseq, kind, :log, prev, rec_utc, salt, seq
    ) AS BLOB)
"""
_BODIES = f"substr(record, {len(_BEGIN) + 1}, length(record) - {len(_BEGIN)} - ending)"
_ASK = f"""
    SELECT count(*), min(seq), max(seq), sum({_SOUND}),
        CAST(group_concat(record, char(10)) AS BLOB),
        CAST(group_concat({_BODIES}, char(10)) AS BLOB),
        CAST(group_concat(sha256, '') AS BLOB),
        CAST(group_concat(printf('%s  records/%08d.json%c', lower(hex(sha256)), seq, char(10)), '') AS BLOB),
        CAST(group_concat(prev, '') AS BLOB), CAST(group_concat(link, '') AS BLOB),
        CAST(group_concat(salt, '') AS BLOB),
        json_group_array(client), json_group_array(cseq), json_group_array(kind), json_group_array(rec_utc)
    FROM ({_ROWS})
"""


class Bundle(NamedTuple):
    """Rows in order. What each of them holds stands one after the other, all of one width unless said otherwise."""

    rows: int
    first: int
    last: int
    sound: int
    """How many are of the right sorts and sizes, and end with the bytes that say what their columns say."""
    records: bytes | None
    """Between line feeds, which stand in no canonical record; None where all of them are erased."""
    bodies: bytes
    """The same."""
    digests: bytes
    """As the column has them, 32 bytes each."""
    lines: bytes
    """Of the list of 4.1, 88 bytes each up to entry 99,999,999."""
    prevs: bytes
    """64 digits each, as the records say them."""
    links: bytes
    """`cprev` as the records say it, 64 digits each or NO_LINK."""
    salts: bytes
    """32 digits each."""
    clients: str
    """A JSON array, as are those below."""
    cseqs: str
    kinds: str
    moments: str


def bundles(
    connection: Connection, log: str, after: int, upto: int, most_bytes: int, at_once: int = AT_ONCE
) -> Iterator[Bundle]:
    """The rows after one number up to another; they end early where rows are such that SQLite makes no bundle of them.

    `log`: the name that every record must give. A record longer than `most_bytes` is not sound.
    """
    fixed = {"log": log, "upto": upto, "most_bytes": most_bytes, "begin": _BEGIN, "ending": _END}
    most = at_once // 8 + 1  # whoever looks begins soon
    while True:
        try:
            row = raw_of(connection).execute(_ASK, {**fixed, "after": after, "most": most}).fetchone()
        except driver().Error:
            return
        if not row[0]:
            return
        made = Bundle(*row)
        yield made
        after, most = made.last, max(1, min(at_once, _BYTES_AT_ONCE * made.rows // len(made.records or b"-")))


def ahead(coming: Iterator[Bundle]) -> Generator[Bundle]:
    """The same bundles, made in another thread, some ahead of the one that is looked at; their connection is its own.

    The thread goes on to the next by itself: to be told it would have to wait until whoever looks makes a pause.
    """
    made: SimpleQueue[Bundle | None] = SimpleQueue()
    room, stopped = Semaphore(_AHEAD), Event()

    def make() -> None:
        try:
            for bundle in coming:
                made.put(bundle)
                room.acquire()
                if stopped.is_set():
                    return
        finally:
            made.put(None)

    with ThreadPoolExecutor(1, "bundles") as aside:
        making = aside.submit(make)
        try:
            while (bundle := made.get()) is not None:
                room.release()
                yield bundle
            making.result()
        finally:
            stopped.set()
            room.release()
