"""Bundles of rows: each check of 4.1 and 4.2 holds for a row in the middle of many as it does for one alone (Q12)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.ledger import log
from app.ledger.bundle_look import Before, look
from app.ledger.findings import Report, Verdict
from app.ledger.head import Head, list_line
from app.ledger.journal_scan import JournalScan
from app.ledger.many_bodies import BodyReader
from app.ledger.record import MOST_BYTES
from app.ledger.verify_journal import verify_journal
from app.storage import log_table
from app.storage.database import open_reading
from app.storage.log_bundles import AT_ONCE, NO_LINK, Bundle, ahead, bundles
from tests.attacks.hand import hand, judged, put, record_at, written
from tests.ledger.small_journal import LOG_ID, small_journal

MIDDLE, LAST = 70, 107
"""What is changed in the last entry, with its hash, contradicts nothing that follows: one check alone can see it."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Some hundred entries of two clients: more than one of the small bundles that are taken apart."""
    where = tmp_path / "journal.ashore"
    with small_journal(where, messages=100) as journal:
        number = journal.add("client.added", None, name="Другая студия").seq
        for text in ("x", "Ёлка «ёё» 🙂", 'a "quote" and a \\ stroke', "line\nfeed\r\u2028\x00\x7f"):
            journal.add("message.received", number, channel="email", text=text)
    return where


@pytest.fixture
def rowwise(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No bundle is believed: every row is looked at by itself."""
    monkeypatch.setattr(JournalScan, "take", lambda scan, bundle: False)
    yield


def made(path: Path, at_once: int = 8 * AT_ONCE) -> list[Bundle]:
    with closing(open_reading(path)) as database, database.reading() as connection:
        return list(bundles(connection, LOG_ID, 0, 1 << 40, MOST_BYTES, at_once))


def is_sound(path: Path) -> bool:
    """Whether all rows pass as one bundle: nothing is looked at by itself."""
    (bundle,) = made(path)
    return look(bundle, Before(Head(), "", {}, lambda client: (0, None)), BodyReader()) is not None


def test_a_bundle_holds_what_the_rows_hold(path: Path) -> None:
    (bundle,) = made(path)
    with closing(open_reading(path)) as database, database.reading() as connection:
        rows = [row for batch in log_table.walk(connection) for row in batch]
        records = [record for batch in log.walk(connection) for record in batch]
    assert (bundle.rows, bundle.first, bundle.last, bundle.sound) == (len(rows), 1, len(rows), len(rows))
    assert bundle.records.split(b"\n") == [row.record for row in rows]
    assert bundle.digests == b"".join(row.sha256 for row in rows)
    assert bundle.lines == b"".join(list_line(row.sha256.hex(), row.seq) for row in rows)
    assert bundle.prevs.decode() == "".join(record.prev for record in records)
    assert bundle.links.decode() == "".join(record.cprev or NO_LINK for record in records)
    assert bundle.salts.decode() == "".join(record.salt for record in records)
    assert [msgspec.json.decode(line) for line in bundle.bodies.split(b"\n")] == [record.body for record in records]
    copies = [msgspec.json.decode(array) for array in (bundle.clients, bundle.cseqs, bundle.kinds, bundle.moments)]
    assert list(zip(*copies, strict=True)) == [(row.client, row.cseq, row.kind, row.rec_utc) for row in rows]
    assert is_sound(path)


@pytest.mark.parametrize("at_once", [1, 7, 32])
def test_bundles_of_any_size_follow_each_other(path: Path, at_once: int) -> None:
    few = made(path, at_once)
    assert [each.first for each in few[1:]] == [each.last + 1 for each in few[:-1]]
    assert b"".join(each.digests for each in few) == made(path)[0].digests


def test_many_erased_entries_one_after_the_other_are_each_told(path: Path) -> None:
    """A bundle in which there are no bytes at all."""
    with hand(path) as connection:
        connection.execute("UPDATE log SET record = NULL WHERE seq BETWEEN 3 AND 90")
    report = judged(path)
    assert (report.count.shown, report.count.redacted) == (LAST - 88, 88)
    assert {problem.code for problem in report.problems} == {"null"}


def test_of_long_records_fewer_go_into_a_bundle(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.log_bundles._BYTES_AT_ONCE", 8192)
    some = made(path, 64)
    assert max(len(each.records) for each in some) < 3 * 8192
    assert sum(each.rows for each in some) == LAST


def test_bundles_made_ahead_are_the_same_and_stop_when_nobody_wants_them(path: Path) -> None:
    with closing(open_reading(path)) as database, database.reading() as connection:
        coming = bundles(connection, LOG_ID, 0, 1 << 40, MOST_BYTES, 3)
        with closing(ahead(coming)) as some:
            assert next(some) == made(path, 3)[0]
        with closing(ahead(bundles(connection, LOG_ID, 0, 1 << 40, MOST_BYTES, 3))) as every:
            assert list(every) == made(path, 3)


class Enough(Exception):
    """Somebody cancels."""


def test_whoever_is_told_how_far_it_is_may_stop_it_and_no_thread_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.log_bundles.bundles.__defaults__", (40,))
    told: list[int] = []

    def tell(done: int) -> None:
        told.append(done)
        if len(told) == 2:
            raise Enough

    with closing(open_reading(path)) as database:
        with pytest.raises(Enough):
            verify_journal(database, progress=tell)
        assert not [thread for thread in threading.enumerate() if thread.name.startswith("bundles")]
        assert 0 < told[0] < told[1] <= LAST
        assert verify_journal(database).problems == ()


COPIES = [
    ("client", "7"), ("client", "0"), ("cseq", "700"), ("cseq", "-cseq"), ("kind", "'message.sent'"),
    ("kind", "kind || char(0) || 'x'"), ("kind", "upper(kind)"), ("rec_utc", "rec_utc || char(0) || 'x'"),
    ("rec_utc", "replace(rec_utc, 'T', ' ')"), ("rec_utc", "replace(rec_utc, '.000', '.001')"),
    ("sha256", "zeroblob(32)"), ("sha256", "(SELECT sha256 FROM log WHERE seq = 69)"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "value"), COPIES)
@pytest.mark.parametrize("seq", [MIDDLE, LAST])
def test_each_copied_column_is_compared_with_the_bytes_among_many(
    path: Path, column: str, value: str, seq: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """4.2: columns beside the record bytes are copies; the verdict is the one that every row by itself gives."""
    with hand(path) as connection:
        connection.execute(f"UPDATE log SET {column} = {value} WHERE seq = ?", (seq,))
    assert not is_sound(path)
    report = judged(path)
    assert report.verdict is Verdict.INVALID
    monkeypatch.setattr(JournalScan, "take", lambda scan, bundle: False)
    assert said(report) == said(judged(path))


def said(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


@pytest.mark.parametrize(
    "change",
    [
        {"body": {"text": "x"}}, {"log": "f" * 32}, {"prev": "0" * 64}, {"cprev": "0" * 64}, {"cprev": None},
        {"seq": 71}, {"client": 3}, {"cseq": 700}, {"kind": "message.sent"}, {"salt": "0" * 32},
        {"rec_utc": "2026-01-05T09:00:09.001Z"},
    ],
)  # fmt: skip
def test_each_part_of_a_record_is_under_its_hash(
    path: Path, change: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    with hand(path) as connection:
        record = msgspec.structs.replace(record_at(connection, MIDDLE), **change)
        put(connection, MIDDLE, written(record), and_hash=False)
    assert not is_sound(path)
    report = judged(path)
    assert report.verdict is Verdict.INVALID
    monkeypatch.setattr(JournalScan, "take", lambda scan, bundle: False)
    assert said(report) == said(judged(path))


@pytest.mark.parametrize(
    "change",
    [
        {"log": "f" * 32}, {"prev": "0" * 64}, {"cprev": "0" * 64}, {"cprev": None}, {"seq": 71}, {"salt": "G" * 32},
        {"salt": "0" * 30}, {"cseq": 700}, {"client": 9}, {"client": 2, "cseq": 102},
        {"kind": "Message.received"}, {"kind": "message"}, {"rec_utc": "2026-01-05T09:00:09,001Z"},
        {"rec_utc": "2026-01-05T08:00:00.000Z"},
    ],
)  # fmt: skip
def test_each_part_of_a_record_is_looked_at_though_hash_and_column_fit(path: Path, change: dict[str, Any]) -> None:
    """In the last entry, its columns and its hash changed with it; only the one look at that part can see it."""
    with hand(path) as connection:
        record = msgspec.structs.replace(record_at(connection, LAST), **change)
        put(connection, LAST, written(record), and_hash=True)
        copied = [record.client, record.cseq, record.kind, record.rec_utc, LAST]
        connection.execute("UPDATE log SET client = ?, cseq = ?, kind = ?, rec_utc = ? WHERE seq = ?", copied)
        connection.execute("DELETE FROM checkpoints")
    assert not is_sound(path)
    report = judged(path)
    assert report.problems or report.notes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'{"body":{', b'{"body":{"channel":"email",'),
        (b'{"body":{', b'{"body": {'),
        (b'{"body":{', b'{"bodx":{'),
        (b'{"body":{', b'{"a":1,"body":{'),
        (b'{"body":{', b'{"body":{"a":1.0,'),
        (b'{"body":{', b'{"body":{"a":9007199254740992,'),
        (b'{"body":{', b'{"body":{"a":"\\u0041",'),
        (b'{"body":{', b'{"body":{"a":"\n",'),
        (b'{"body":{', b'{"body":{"a":"\xff",'),
        (b'{"body":{', '{"body":{"ё":1,'.encode()),
        (b'"salt":"', b'"salt":"G'),
        (b'"v":1}', b'"v":2}'),
        (b'"v":1}', b'"v":1} '),
    ],
)
def test_what_is_not_canonical_is_seen_among_many(path: Path, old: bytes, new: bytes) -> None:
    """4.1, with its own hash made to fit."""
    with hand(path) as connection:
        data = connection.execute("SELECT record FROM log WHERE seq = ?", (LAST,)).fetchone()[0]
        put(connection, LAST, data.replace(old, new), and_hash=True)
    assert not is_sound(path)
    assert "record" in {problem.code for problem in judged(path).problems}


@pytest.mark.usefixtures("rowwise")
def test_rows_one_by_one_say_the_same_of_a_sound_journal(path: Path) -> None:
    report = judged(path)
    assert (report.verdict, report.entries, report.problems) == (Verdict.UNANCHORED, 107, ())


@pytest.mark.parametrize("where", [1, 33, MIDDLE, 105])
def test_an_erased_entry_among_many_costs_no_other_its_look(path: Path, where: int) -> None:
    """A row without bytes is told; the rows about it stay sound."""
    with hand(path) as connection:
        connection.execute("UPDATE log SET record = NULL WHERE seq = ?", (where,))
    assert {problem.code for problem in judged(path).problems} >= {"null"}
    assert "hash" not in {problem.code for problem in judged(path).problems}
