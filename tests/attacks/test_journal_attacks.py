"""The attacks of 4-evidence 4.8 on a journal's file: seen from inside, or only by a head that somebody else holds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.errors import Unavailable
from app.ledger import sshsig
from app.ledger.findings import Held, Report, Verdict, finding
from app.ledger.high_water import HighWater, Standing, standing
from app.ledger.log import head_at
from app.ledger.verify_journal import verify_journal
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import open_reading
from app.storage.driver import connect
from app.storage.failures import said_by
from app.storage.log_table import LOG_DDL
from tests.attacks.hand import hand, judged, put, record_at, rewrite, written
from tests.ledger.small_journal import KEY, LOG_ID, OTHER_KEY, START, SmallJournal, small_journal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed journal of eight entries and a checkpoint: 1 opened, 2 the client, 3 to 8 messages."""
    where = tmp_path / "journal.ashore"
    with small_journal(where):
        pass
    return where


@pytest.fixture
def sheet(path: Path) -> Held:
    """What the client's drawer holds: the number of entries and the head."""
    report = judged(path)
    assert (report.verdict, report.entries, report.up_to) == (Verdict.UNANCHORED, 8, 8)
    return Held(report.entries, report.head)


def codes(report: Report) -> set[str]:
    return {problem.code for problem in report.problems}


def test_an_untouched_journal_is_held_by_the_sheet_and_unanchored_without(path: Path, sheet: Held) -> None:
    assert judged(path, sheet).verdict is Verdict.HELD
    assert judged(path, sheet).exit_code == 0
    assert judged(path).exit_code == 3


def edit_a_row(connection: Any) -> None:
    put(connection, 5, written(msgspec.structs.replace(record_at(connection, 5), body={"text": "x"})), and_hash=False)


def edit_a_row_and_its_hash(connection: Any) -> None:
    put(connection, 5, written(msgspec.structs.replace(record_at(connection, 5), body={"text": "x"})), and_hash=True)


def edit_the_last_row_and_its_hash(connection: Any) -> None:
    put(connection, 8, written(msgspec.structs.replace(record_at(connection, 8), body={"text": "x"})), and_hash=True)


def delete_a_middle_row(connection: Any) -> None:
    connection.execute("DELETE FROM log WHERE seq = 5")


def delete_and_renumber(connection: Any) -> None:
    delete_a_middle_row(connection)
    for seq in (6, 7, 8):
        connection.execute("UPDATE log SET seq = ?, cseq = cseq - 1 WHERE seq = ?", (seq - 1, seq))


def reorder(connection: Any) -> None:
    connection.execute("UPDATE log SET seq = 100, cseq = 100 WHERE seq = 5")
    connection.execute("UPDATE log SET seq = 5, cseq = 4 WHERE seq = 6")
    connection.execute("UPDATE log SET seq = 6, cseq = 5 WHERE seq = 100")


def null_without_redaction(connection: Any) -> None:
    connection.execute("UPDATE log SET record = NULL WHERE seq = 5")


def duplicate_key(connection: Any) -> None:
    data = connection.execute("SELECT record FROM log WHERE seq = 5").fetchone()[0]
    put(connection, 5, data.replace(b'{"body":{', b'{"body":{"channel":"email",'), and_hash=False)


def duplicate_key_and_hash(connection: Any) -> None:
    data = connection.execute("SELECT record FROM log WHERE seq = 8").fetchone()[0]
    put(connection, 8, data.replace(b'{"body":{', b'{"body":{"channel":"email",'), and_hash=True)


def another_log(connection: Any) -> None:
    record = msgspec.structs.replace(record_at(connection, 8), log="f" * 32)
    put(connection, 8, written(record), and_hash=True)


def another_key(connection: Any) -> None:
    text = connection.execute("SELECT text FROM checkpoints").fetchone()[0]
    signature = sshsig.sign(OTHER_KEY, sshsig.CHECKPOINT, text.encode())
    connection.execute("UPDATE checkpoints SET signature = ?", (signature,))


def edit_the_checkpoint(connection: Any) -> None:
    connection.execute("UPDATE checkpoints SET text = replace(text, 'size: 8', 'size: 7')")


def empty_the_log(connection: Any) -> None:
    connection.execute("DELETE FROM log")


@pytest.mark.parametrize(
    ("attack", "expected"),
    [
        (edit_a_row, {"hash"}),
        (edit_a_row_and_its_hash, {"prev", "cprev", "head"}),
        (edit_the_last_row_and_its_hash, {"head"}),
        (delete_a_middle_row, {"missing", "cprev", "head"}),
        (delete_and_renumber, {"number", "prev", "cprev", "column", "head"}),
        (reorder, {"number", "prev", "cprev", "column", "head"}),
        (null_without_redaction, {"null"}),
        (duplicate_key, {"hash", "record"}),
        (duplicate_key_and_hash, {"record", "head"}),
        (another_log, {"log", "head"}),
        (another_key, {"signature"}),
        (edit_the_checkpoint, {"head", "signature"}),
        (empty_the_log, {"empty", "checkpoint", "key"}),
    ],
)
def test_it_is_seen_from_inside(path: Path, attack: Callable[[Any], None], expected: set[str]) -> None:
    with hand(path) as connection:
        attack(connection)
    report = judged(path)
    assert (report.verdict, report.exit_code, report.up_to) == (Verdict.INVALID, 5, 0)
    assert codes(report) == expected
    assert all(str(problem) for problem in report.problems)


def no_attack(connection: Any) -> None:
    pass


@pytest.mark.parametrize("attack", [no_attack, edit_a_row_and_its_hash, delete_a_middle_row, null_without_redaction])
def test_several_processes_see_what_one_sees(
    path: Path, sheet: Held, attack: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    with hand(path) as connection:
        attack(connection)
    alone = judged(path, sheet)
    monkeypatch.setattr("app.ledger.scan_together.LARGE", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    together = judged(path, sheet)
    assert (together.verdict, together.entries, together.head) == (alone.verdict, alone.entries, alone.head)
    # Where links break early, the second stretch says once more that they do.
    assert {one.code for one in alone.problems} == {one.code for one in together.problems}


def test_where_no_process_may_be_made_one_looks_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ledger.scan_together.LARGE", 1)
    monkeypatch.setattr("app.ledger.scan_together.ProcessPoolExecutor", no_process)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert judged(path).problems == ()


def no_process(*asked: Any) -> None:
    raise PermissionError(1, "Operation not permitted")


@pytest.mark.parametrize(
    ("column", "value"),
    [("client", 7), ("cseq", 9), ("kind", "message.sent"), ("rec_utc", "2026-01-05T09:00:09.000Z")],
)
def test_an_edited_column_copy_is_seen_from_inside_and_named(path: Path, column: str, value: object) -> None:
    with hand(path) as connection:
        connection.execute(f"UPDATE log SET {column} = ? WHERE seq = 8", (value,))
    report = judged(path)
    assert report.verdict is Verdict.INVALID
    assert [problem.values["column"] for problem in report.problems if problem.code == "column"] == [column]


def test_dropping_the_last_entries_is_seen_by_the_checkpoint_over_them(path: Path) -> None:
    with hand(path) as connection:
        connection.execute("DELETE FROM log WHERE seq > 6")
    assert codes(judged(path)) == {"head"}


def test_dropping_the_last_entries_and_their_checkpoint_is_seen_only_from_outside(path: Path, sheet: Held) -> None:
    with hand(path) as connection:
        connection.execute("DELETE FROM log WHERE seq > 6")
        connection.execute("DELETE FROM checkpoints")
    assert judged(path).verdict is Verdict.UNANCHORED
    assert judged(path, sheet).verdict is Verdict.DIVERGED
    assert judged(path, sheet).exit_code == 4


def test_a_journal_forged_whole_with_the_true_key_is_seen_only_from_outside(path: Path, sheet: Held) -> None:
    def change(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
        said[4]["body"] = {"text": "Мы договорились иначе"}
        return said

    with hand(path) as connection:
        rewrite(connection, change)
        connection.execute("DELETE FROM checkpoints")
    journal = SmallJournal(path, new=False)
    journal.now = START + timedelta(hours=1)
    journal.checkpoint(KEY)
    journal.database.close()
    assert judged(path).verdict is Verdict.UNANCHORED
    assert judged(path, sheet).verdict is Verdict.DIVERGED


def test_going_on_from_an_old_backup_is_seen_by_the_mark_and_from_outside(path: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.ashore"
    shutil.copy(path, backup)
    marks = HighWater(tmp_path / "marks")
    sheets = []
    for text in ("first", "second"):
        journal = SmallJournal(path, new=False)
        journal.now = START + timedelta(hours=1)
        journal.talk(2, 3)
        journal.add("note.written", 2, text=text)
        sheets.append(Held(*journal.size_and_head()))
        if text == "first":
            marks.set_mark(LOG_ID, *journal.size_and_head())
        journal.database.close()
        if text == "first":
            shutil.copy(backup, path)
            assert mark_says(marks, path) is Standing.SHORTER
    assert judged(path).verdict is Verdict.UNANCHORED
    assert mark_says(marks, path) is Standing.ANOTHER
    assert [judged(path, sheet).verdict for sheet in sheets] == [Verdict.DIVERGED, Verdict.HELD]
    # Two parallel journals: two heads for one size, and both sheets cannot be of one journal.
    assert sheets[0].size == sheets[1].size
    assert judged(path, *sheets).verdict is Verdict.DIVERGED


def mark_says(marks: HighWater, path: Path) -> Standing:
    with closing(open_reading(path)) as database, database.reading() as connection:
        size = judged(path).entries
        return standing(marks.mark(LOG_ID), size, lambda at: head_at(connection, at))


def test_a_clock_set_back_and_forth_is_no_fraud_and_is_told(path: Path) -> None:
    journal = SmallJournal(path, new=False)
    for hours in (2, -5, 9):
        journal.now = START + timedelta(hours=hours)
        journal.add("note.written", 2, text="x")
    journal.database.close()
    report = judged(path)
    assert report.problems == ()
    assert [str(note) for note in report.notes] == ["Before entry 11 the clock was set back."]


def test_a_step_back_that_the_journal_did_not_note_is_told(path: Path) -> None:
    def change(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
        said[5]["rec_utc"] = "2020-01-01T00:00:00.000Z"
        return said

    with hand(path) as connection:
        rewrite(connection, change)
        connection.execute("DELETE FROM checkpoints")
    assert [note.code for note in judged(path).notes if note.code != "guard"] == ["clock"]


def test_guards_that_were_taken_away_are_told_and_no_contradiction_of_the_bytes(path: Path) -> None:
    with hand(path):
        pass
    report = judged(path)
    assert report.problems == ()
    assert [(note.code, note.values["name"]) for note in report.notes] == [
        ("guard", "log_appends"), ("guard", "log_keeps"), ("guard", "log_stands")
    ]  # fmt: skip


@pytest.mark.parametrize("sort", ["TABLE", "INDEX"])
def test_a_journal_whose_log_is_not_whole_is_damaged_and_never_a_traceback(path: Path, sort: str) -> None:
    with hand(path) as connection:
        connection.execute({"TABLE": "DROP TABLE stamps", "INDEX": "DROP INDEX log_lines"}[sort])
    with pytest.raises(Unavailable, match="is damaged"):
        judged(path)


@pytest.mark.parametrize("table", ["log", "checkpoints", "stamps", "attachments"])
def test_a_table_that_one_bit_of_the_contents_hides_is_damage(table: str) -> None:
    """What SQLite says while it reads; found by throwing bits about."""
    said = said_by(Exception(f"no such table: {table}"), Path("journal.ashore"))
    assert said is not None and "is damaged" in str(said)


def test_a_number_of_the_format_that_no_sqlite_knows_is_damage(path: Path) -> None:
    """Byte 47 of the file; found by throwing bits about."""
    data = bytearray(path.read_bytes())
    data[47] = 6
    path.write_bytes(data)
    with pytest.raises(Unavailable, match="is damaged"):
        judged(path)


@pytest.mark.parametrize(
    ("column", "value"), [("rec_utc", b"x"), ("sha256", "x" * 32), ("cseq", "nine"), ("record", "x")]
)
def test_a_value_of_another_sort_in_a_damaged_file_is_named(path: Path, column: str, value: object) -> None:
    with hand(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(replace(sql, 'STRICT', ''), 'INTEGER NOT NULL', 'NOT NULL')"
            " WHERE name = 'log'"
        )
    with closing(connect(path, "rw")) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(f"UPDATE log SET {column} = ? WHERE seq = 5", (value,))
        connection.execute("PRAGMA writable_schema = ON")
        sql = next(each.strip() for each in LOG_DDL if "CREATE TABLE log" in each)
        connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'log'", (sql,))
    report = judged(path)
    assert (report.verdict, report.exit_code) == (Verdict.INVALID, 5)
    assert codes(report) == {"unreadable"}


@pytest.fixture
def with_attachment(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "journal.ashore"
    with small_journal(path) as journal:
        kept = AttachmentFiles(path).keep_file(Path(__file__))
        named = {"sha256": kept.sha256, "size": kept.size, "name": "x.py"}
        journal.add("message.received", 2, channel="email", text="x", attachments=[named])
    return path, kept.sha256


def test_a_swapped_or_dropped_attachment_is_seen_from_inside(with_attachment: tuple[Path, str]) -> None:
    path, sha256 = with_attachment
    files = AttachmentFiles(path)
    assert judged(path).problems == ()
    files.path_of(sha256).write_bytes(b"another")
    assert [str(one) for one in judged(path).problems] == [f"The attachment {sha256} of entry 9 was changed."]
    files.drop(sha256)
    assert [str(one) for one in judged(path).problems] == [f"The attachment {sha256} of entry 9 is missing."]


def test_a_file_that_no_entry_names_is_told_and_left(with_attachment: tuple[Path, str], tmp_path: Path) -> None:
    path, _ = with_attachment
    (tmp_path / "stray").write_bytes(b"stray")
    kept = AttachmentFiles(path).keep_file(tmp_path / "stray")
    report = judged(path)
    assert report.problems == ()
    assert [(note.code, note.values["name"]) for note in report.notes] == [("unnamed", kept.sha256)]


def erase(journal: SmallJournal, seq: int, **other: Any) -> None:
    with journal.database.transaction() as connection:
        row = connection.exec_driver_sql("SELECT cseq, sha256, kind FROM log WHERE seq = ?", (seq,)).one()
        body = {"seq": seq, "cseq": row[0], "sha256": row[1].hex(), "erased_kind": row[2], "reason": "asked", **other}
        journal.log.append(connection, "journal.redacted", 2, body, journal.now)
        connection.exec_driver_sql("UPDATE log SET record = NULL WHERE seq = ?", (seq,))


def test_after_an_erasure_list_head_sheet_and_signature_still_hold(path: Path, sheet: Held) -> None:
    journal = SmallJournal(path, new=False)
    journal.now = START + timedelta(hours=1)
    erase(journal, 5)
    journal.database.close()
    report = judged(path, sheet)
    assert (report.verdict, report.up_to, report.problems) == (Verdict.HELD, 8, ())
    assert (report.count.shown, report.count.redacted) == (8, 1)


def test_an_erasure_that_names_another_hash_is_seen_from_inside(path: Path) -> None:
    journal = SmallJournal(path, new=False)
    journal.now = START + timedelta(hours=1)
    erase(journal, 5, sha256="0" * 64)
    journal.database.close()
    assert codes(judged(path)) == {"null"}


def test_an_erasure_that_did_not_happen_is_seen_from_inside(path: Path) -> None:
    journal = SmallJournal(path, new=False)
    journal.add("journal.redacted", 2, seq=5, cseq=4, sha256="0" * 64, erased_kind="message.received", reason="asked")
    journal.database.close()
    assert codes(judged(path)) == {"erasure"}


def test_an_entry_of_a_client_who_was_never_added_is_seen(path: Path) -> None:
    journal = SmallJournal(path, new=False)
    journal.add("note.written", 77, text="x")
    journal.database.close()
    assert codes(judged(path)) == {"client"}


def test_a_derived_table_that_differs_from_a_rebuild_makes_the_journal_invalid(path: Path) -> None:
    with closing(open_reading(path)) as database:
        report = verify_journal(
            database, rebuilt=lambda _: [finding("projection", "The table {table} differs.", table="x")]
        )
    assert [str(problem) for problem in report.problems] == ["The table x differs."]
    assert report.exit_code == 5


def test_bytes_of_the_file_that_cannot_be_read_make_the_journal_invalid(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    report = judged(path)
    assert codes(report) == {"unreadable"}
    assert report.exit_code == 5


@pytest.mark.parametrize(
    ("source", "grouped", "verdict"),
    [
        ({"class": "A", "import": 9}, True, Verdict.ACKNOWLEDGED),
        ({"class": "B", "import": 9}, False, Verdict.ACKNOWLEDGED),
        ({"class": "C", "import": 9}, False, Verdict.HELD),
        (None, False, Verdict.HELD),
    ],
)
def test_acknowledged_needs_the_clients_own_message_and_the_readers_own_head(
    path: Path, sheet: Held, source: dict[str, Any] | None, grouped: bool, verdict: Verdict
) -> None:
    head = " ".join(sheet.head[at : at + 8] for at in range(0, 64, 8)) if grouped else sheet.head
    journal = SmallJournal(path, new=False)
    more = {"source": source} if source else {}
    journal.add("message.received", 2, channel="email", text=f"Получила: {head.upper()}.", **more)
    journal.database.close()
    assert judged(path, sheet).verdict is verdict
    assert judged(path).verdict is Verdict.UNANCHORED
