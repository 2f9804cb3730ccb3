"""Erased words leave the bytes of a file however it is open; a reader elsewhere is waited for, then named (4.7)."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from app.errors import Unavailable
from app.storage import log_table
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Database, create
from app.storage.erasure import drop_file, holds, sweep_out
from app.storage.erasure_mark import ErasureMark, read_mark, remove_mark, write_mark
from app.storage.log_table import LOG_DDL
from app.storage.open_file import Way
from app.storage.rows import PROJECTION_DDL
from app.storage.side_files import changes_file
from tests.storage.test_log_table import row

SECRET = "пароль ДубоваяРоща".encode()


@pytest.fixture(params=["Dropbox", None], ids=["in a synced folder", "in a folder of one's own"])
def database(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Database:
    """Entry 2 held the secret and is erased; its bytes are still in the file."""
    monkeypatch.setattr("app.storage.database.synced_by", lambda path: request.param)
    made = create(tmp_path / "journal.ashore", LOG_DDL + PROJECTION_DDL)
    assert (made.way is Way.SYNCED) == bool(request.param)
    with made.transaction() as connection:
        log_table.insert(connection, [row(1), row(2, record=SECRET * 3000)])
    made.fold()
    with made.transaction() as connection:
        log_table.insert(connection, [row(3, kind="journal.redacted", record=b'{"body":{"seq":2}}')])
        log_table.erase(connection, 2)
    return made


def bytes_of(database: Database) -> bytes:
    side = changes_file(database.path)
    return database.path.read_bytes() + (side.read_bytes() if side.exists() else b"")


def test_after_the_sweep_no_byte_of_the_file_or_beside_it_holds_the_words(database: Database) -> None:
    """4.7: WAL truncated, optimize, VACUUM."""
    with closing(database):
        assert SECRET in bytes_of(database)
        steps: list[int] = []
        sweep_out(database, lambda done, _: steps.append(done))
        assert steps == [0, 1, 2, 3]
        assert SECRET not in bytes_of(database)
        sweep_out(database)


def test_a_reader_in_another_program_is_named(database: Database) -> None:
    """4.7: its view needs the old pages, so the words cannot go yet, and that is said."""
    from app.storage.database import open_reading

    with closing(database), database.alone() as raw:
        raw.execute("PRAGMA busy_timeout = 0").fetchall()
        if database.way is Way.SYNCED:
            return  # nothing is beside the file there, and SQLite lets no reader in while it writes
        with closing(open_reading(database.path)) as other, other.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM log").scalar()
            with pytest.raises(Unavailable, match="Another program"):
                sweep_out(database)
        sweep_out(database)
        assert SECRET not in bytes_of(database)


def test_words_are_found_in_a_file_across_pieces_and_as_json_writes_them(tmp_path: Path) -> None:
    """4.7: the words in every source file, wherever they stand in it and however they are escaped."""
    files = AttachmentFiles(tmp_path / "journal.ashore")
    whole = tmp_path / "export"
    for text in ("Наш «пароль»", "\\u041d\\u0430\\u0448 \\u00ab\\u043f\\u0430\\u0440\\u043e\\u043b\\u044c\\u00bb"):
        whole.write_bytes(b"x" * ((1 << 20) - 5) + text.encode() + b"y" * 100)
        assert holds(files, files.keep_file(whole).sha256, ["Наш «пароль»"])
    assert not holds(files, files.keep_file(whole).sha256, ["другое слово"])
    assert not holds(files, "0" * 64, ["Наш «пароль»"])


def test_a_damaged_copy_goes_with_its_file(tmp_path: Path) -> None:
    """4.7: what was put aside as damaged holds the words, too."""
    files = AttachmentFiles(tmp_path / "journal.ashore")
    source = tmp_path / "note"
    source.write_bytes(SECRET)
    kept = files.keep_file(source).sha256
    files.path_of(kept).write_bytes(SECRET + b"!")
    files.keep_file(source)
    drop_file(files, kept)
    assert list(files.path_of(kept).parent.iterdir()) == []


def test_a_mark_is_read_as_it_was_written_and_a_broken_one_is_none(tmp_path: Path) -> None:
    """8.3: what is still to do survives a kill; a damaged mark begins nothing."""
    journal = tmp_path / "journal.ashore"
    mark = ErasureMark(records=(2,), files=("0" * 64,), backups=True)
    write_mark(journal, mark)
    assert read_mark(journal) == mark
    (place,) = tmp_path.iterdir()
    assert place.stat().st_mode & 0o077 == 0
    place.write_bytes(b"{")
    assert read_mark(journal) is None
    remove_mark(journal)
    assert read_mark(journal) is None
