"""The journal's file: looked at before it is opened, one writer, all or nothing, and clear sentences (8.2, 8.3)."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import Held, Refused, Unavailable
from app.storage import log_table
from app.storage.database import FORMAT, Database, create, creating, open_reading, open_writing
from app.storage.driver import connect
from app.storage.log_table import LOG_DDL, Row
from app.storage.open_file import Way
from app.storage.synced import synced_by
from app.storage.writer_lock import WriterLock

ROOT = os.name == "posix" and os.geteuid() == 0


def row(seq: int, *, size: int = 100) -> Row:
    return Row(seq, 0, seq, "note.written", "2026-01-05T09:00:01.000Z", bytes(32), b"x" * size)


def size_of(database: Database) -> int:
    with database.reading() as connection:
        last = log_table.tail(connection)
    return last.seq if last else 0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Заказчики ёё 🙂" / "журнал.ashore"


@pytest.fixture
def journal(path: Path) -> Path:
    database = create(path, LOG_DDL)
    with database.transaction() as connection:
        log_table.insert(connection, [row(1), row(2)])
    database.close()
    return path


def test_a_new_journal_is_this_users_alone_and_one_file_when_closed(journal: Path) -> None:
    assert [file.name for file in journal.parent.iterdir()] == [journal.name]
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700


def test_side_files_of_an_open_journal_are_this_users_alone(journal: Path) -> None:
    with closing(open_writing(journal)) as database:
        with database.transaction() as connection:
            log_table.insert(connection, [row(3)])
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in journal.parent.iterdir()}
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_every_acknowledged_entry_is_synced_and_guards_are_on(journal: Path) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "recursive_triggers": 1,
    }
    with closing(open_writing(journal)) as database, database.transaction() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted


def test_a_transaction_that_fails_leaves_nothing(journal: Path) -> None:
    heard: list[bool] = []
    with closing(open_writing(journal)) as database:
        database.when_done(heard.append)
        with pytest.raises(ZeroDivisionError), database.transaction() as connection:
            log_table.insert(connection, [row(3)])
            raise ZeroDivisionError
        assert size_of(database) == 2
        with database.transaction() as connection:
            log_table.insert(connection, [row(3)])
        assert size_of(database) == 3
    assert heard == [False, True]


def test_a_reader_sees_one_moment_beside_a_writer(journal: Path) -> None:
    with closing(open_writing(journal)) as writer, closing(open_reading(journal)) as reader:
        with reader.reading() as before:
            assert log_table.tail(before) is not None
            with writer.transaction() as connection:
                log_table.insert(connection, [row(3)])
            last = log_table.tail(before)
        assert last is not None
        assert last.seq == 2
        assert size_of(reader) == 3


def test_a_reader_alone_leaves_one_file_behind(journal: Path) -> None:
    before = journal.read_bytes()
    with closing(open_reading(journal)) as first, closing(open_reading(journal)) as second:
        assert (size_of(first), size_of(second)) == (2, 2)
    assert [file.name for file in journal.parent.iterdir()] == [journal.name]
    assert journal.read_bytes() == before


def test_a_reader_that_goes_takes_nothing_from_those_who_stay(journal: Path) -> None:
    reader = open_reading(journal)
    assert size_of(reader) == 2
    with closing(open_writing(journal)) as writer:
        reader.close()
        with writer.transaction() as connection:
            log_table.insert(connection, [row(3)])
        with closing(open_reading(journal)) as later:
            assert size_of(later) == 3


def test_a_reader_cannot_write(journal: Path) -> None:
    with closing(open_reading(journal)) as database:
        with pytest.raises(Unavailable, match="reading only"), database.transaction():
            pass
        with pytest.raises(Unavailable, match="only be read"), database.reading() as connection:
            connection.exec_driver_sql("UPDATE log SET record = NULL")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"not a database, but some text\n" * 100, "not a journal"),
        (b"SQLite format 3\0", "not a jour"),
    ],
)
def test_what_is_no_journal_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "journal.ashore"
    path.write_bytes(content)
    for opening in (open_writing, open_reading):
        with pytest.raises(Unavailable, match=words):
            opening(path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("journal.ashore", content)]


def test_a_missing_journal_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="not there"):
        open_writing(tmp_path / "journal.ashore")
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    path.touch()
    with closing(connect(path, "rw")) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = path.read_bytes()
    with pytest.raises(Unavailable, match="not a journal"):
        open_writing(path)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("other.db", before)]


def test_a_journal_of_a_newer_format_is_refused_and_left_as_it_is(journal: Path) -> None:
    with closing(connect(journal, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    before, when = journal.read_bytes(), journal.stat().st_mtime_ns
    for opening in (open_writing, open_reading):
        with pytest.raises(Refused, match="newer Ashore"):
            opening(journal)
    assert (journal.read_bytes(), journal.stat().st_mtime_ns) == (before, when)
    assert [file.name for file in journal.parent.iterdir()] == [journal.name]


def test_nothing_is_made_over_a_file_that_is_there(journal: Path) -> None:
    before = journal.read_bytes()
    with pytest.raises(Refused, match="already there"):
        create(journal, LOG_DDL)
    assert journal.read_bytes() == before


def test_a_journal_whose_making_fails_leaves_no_file(path: Path) -> None:
    with pytest.raises(ZeroDivisionError), creating(path, LOG_DDL) as database:
        with database.transaction() as connection:
            log_table.insert(connection, [row(1)])
        raise ZeroDivisionError
    assert list(path.parent.iterdir()) == []


WRITER = """
import sys
from pathlib import Path
from app.storage.database import open_writing
database = open_writing(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
database.close()
"""


def another_writer(journal: Path) -> subprocess.Popen[str]:
    """A second process that holds the journal until it is told to let go, or killed."""
    words = [sys.executable, "-c", WRITER, str(journal)]
    root = Path(__file__).parents[2]
    other = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
    assert other.stdout is not None
    assert other.stdout.readline() == "open\n"
    return other


def test_a_second_writer_is_told_so_and_readers_are_not_hindered(journal: Path) -> None:
    with another_writer(journal) as other:
        with pytest.raises(Unavailable, match="Another program holds this journal"):
            open_writing(journal, wait_seconds=0.1)
        with closing(open_reading(journal)) as reader:
            assert size_of(reader) == 2
        other.communicate("go\n")
    open_writing(journal, wait_seconds=0).close()


def test_after_a_kill_the_lock_is_taken_over_and_every_acknowledged_entry_is_there(journal: Path) -> None:
    with another_writer(journal) as other:
        other.kill()
        other.communicate()
    with closing(open_writing(journal, wait_seconds=0)) as database:
        assert size_of(database) == 2


def test_in_one_process_a_journal_has_one_writer_too(journal: Path) -> None:
    with (
        closing(open_writing(journal)),
        pytest.raises(Unavailable, match="Another program"),
    ):
        open_writing(journal.parent / "." / journal.name, wait_seconds=0)


def test_a_foreign_lock_is_waited_for_and_then_named(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.storage.driver.BUSY_SECONDS", 0.1)
    with closing(open_writing(journal)) as database, closing(connect(journal, "rw")) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="Another program is working"), database.transaction():
            pass
        foreign.execute("ROLLBACK")
        with database.transaction() as connection:
            log_table.insert(connection, [row(3)])
        assert size_of(database) == 3


def test_when_the_folder_is_renamed_nothing_is_said_to_be_saved(journal: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    with closing(open_writing(journal)) as database:
        with pytest.raises(Unavailable, match="Nothing was saved"), database.transaction() as connection:
            log_table.insert(connection, [row(3)])
            journal.parent.rename(elsewhere)
        elsewhere.rename(journal.parent)
        with pytest.raises(Unavailable, match="opened again"), database.transaction():
            pass
    with closing(open_writing(journal)) as database:
        assert size_of(database) == 2


def test_when_the_file_was_exchanged_nothing_is_said_to_be_saved(journal: Path) -> None:
    with closing(open_writing(journal)) as database:
        with pytest.raises(Unavailable, match="not where it was"), database.transaction() as connection:
            log_table.insert(connection, [row(3)])
            shutil.copy(journal, journal.with_name("copy"))
            journal.with_name("copy").replace(journal)
        assert size_of_lost(database)


def size_of_lost(database: Database) -> bool:
    with pytest.raises(Unavailable, match="opened again"), database.transaction():
        pass
    return True


@pytest.mark.skipif(not (ROOT and sys.platform == "linux"), reason="a file system of its own needs root on Linux")
def test_a_full_disk_is_said_and_recording_goes_on_when_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    try:
        with closing(create(disk / "journal.ashore", LOG_DDL)) as database:
            (disk / "ballast").write_bytes(b"x" * 1_200_000)
            with pytest.raises(Unavailable, match="disk is full"), database.transaction() as connection:
                log_table.insert(connection, [row(seq, size=10_000) for seq in range(1, 200)])
            assert size_of(database) == 0
            (disk / "ballast").unlink()
            with database.transaction() as connection:
                log_table.insert(connection, [row(seq, size=10_000) for seq in range(1, 20)])
            assert size_of(database) == 19
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.skipif(not (ROOT and sys.platform == "linux"), reason="a read-only medium needs root on Linux")
def test_a_read_only_medium_opens_for_reading_and_leaves_no_trace(journal: Path, tmp_path: Path) -> None:
    if subprocess.run(["mount", "--bind", journal.parent, journal.parent], capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", journal.parent], check=True, capture_output=True)
        with pytest.raises(Unavailable, match="only be read"):
            open_writing(journal, wait_seconds=0)
        with closing(open_reading(journal)) as database:
            assert size_of(database) == 2
    finally:
        subprocess.run(["umount", journal.parent], check=True)
    assert [file.name for file in journal.parent.iterdir()] == [journal.name]


def test_a_journal_with_a_passphrase_opens_with_that_one_only(path: Path) -> None:
    if not connectable_with_a_passphrase():
        pytest.skip("this SQLite cannot encrypt")
    create(path, LOG_DDL, "пароль'; --").close()
    assert not path.read_bytes().startswith(b"SQLite")
    for wrong in (None, "другой"):
        with pytest.raises(Unavailable, match="passphrase"):
            open_reading(path, wrong)
    with closing(open_writing(path, "пароль'; --")) as database:
        assert size_of(database) == 0


@pytest.mark.parametrize(
    "code",
    [
        "CREATE TRIGGER log_after AFTER INSERT ON log BEGIN DELETE FROM checkpoints; END",
        "CREATE VIEW desk AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n",
        "DROP TABLE checkpoints; CREATE VIEW checkpoints AS SELECT 1 AS size, '' AS text, '' AS signature",
        "DROP TABLE stamps; CREATE TABLE stamps (number, size AS (hex(zeroblob(1000000000))), reply)",
        "DROP TRIGGER log_keeps; CREATE TRIGGER log_keeps BEFORE DELETE ON log BEGIN SELECT 1; END",
    ],
)
def test_a_file_with_a_strangers_code_is_not_opened(journal: Path, code: str) -> None:
    with closing(connect(journal, "rw")) as connection:
        connection.executescript(code)
    for opening in (open_writing, open_reading):
        with pytest.raises(Unavailable, match="program code"):
            opening(journal)


def connectable_with_a_passphrase() -> bool:
    from app.storage.driver import can_encrypt

    return can_encrypt()


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox", "Dropbox"),
        ("OneDrive - Студия", "OneDrive"),
        ("Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Yandex.Disk", "Yandex Disk"),
        ("Яндекс.Диск", "Yandex Disk"),
        ("Documents", None),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str | None) -> None:
    assert synced_by(tmp_path / folder / "journal.ashore") == service


def test_in_a_synced_folder_everything_lies_in_one_file_at_every_moment(tmp_path: Path) -> None:
    path = tmp_path / "Dropbox" / "journal.ashore"
    with closing(create(path, LOG_DDL)) as database:
        assert database.way is Way.SYNCED
        with database.transaction() as connection:
            log_table.insert(connection, [row(1)])
            synchronous = connection.exec_driver_sql("PRAGMA synchronous").scalar()
        assert synchronous == 3
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        assert size_of(database) == 1


def test_a_draft_that_a_killed_program_left_is_swept_by_the_next_one(tmp_path: Path) -> None:
    """A journal half made, its side files, a mark half written; what only looks like one stays."""
    path = tmp_path / "journal.ashore"
    left = [".journal.ashore.0123abcd.new", ".journal.ashore.0123abcd.new-wal", ".journal.ashore.erasing.0123abcd.part"]
    stay = [".journal.ashore.copy.new", ".other.ashore.0123abcd.new", "journal.ashore.0123abcd.new"]
    for name in (*left, *stay):
        (tmp_path / name).write_bytes(b"half")
    create(path, LOG_DDL).close()
    assert {each.name for each in tmp_path.iterdir() if each.name.endswith(("new", "wal", "part"))} == set(stay)
    for name in left:
        (tmp_path / name).write_bytes(b"half")
    open_writing(path).close()
    assert not any((tmp_path / name).exists() for name in left)


def test_a_draft_is_left_alone_while_another_program_makes_the_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.ashore"
    with creating(path, LOG_DDL):
        [draft] = tmp_path.glob(".journal.ashore.*.new")
        lock = WriterLock(path)
        with pytest.raises(Held):
            lock.take(0)
        assert draft.exists()
    assert path.exists() and not draft.exists()
