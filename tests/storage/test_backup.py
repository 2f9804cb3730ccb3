"""A backup made by SQLite's own means, beside the writer: whole, private, checked, or not there at all (8.2, 8.3)."""

from __future__ import annotations

import hashlib
import resource
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import Unavailable
from app.facts.backups import Why
from app.ledger.log import head_at
from app.storage.backup import copy_closed, inspect
from app.storage.backup_shelf import LIST, BackupShelf
from tests.journal.conftest import Shore, bare, shore

__all__ = ["bare", "shore"]
FRIDAY = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


@pytest.fixture
def shelf(tmp_path: Path) -> BackupShelf:
    return BackupShelf(tmp_path / "backups")


def make(shelf: BackupShelf, shore: Shore) -> Path:
    return shelf.path_of(shelf.make(shore.journal.database, head_at, FRIDAY, Why.HAND))


def test_a_backup_is_one_private_file_that_holds_the_journals_head(shelf: BackupShelf, shore: Shore) -> None:
    path = make(shelf, shore)
    (listed,) = shelf.kept()
    assert (listed.entries, listed.head) == shore.journal.size_and_head()
    assert listed.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(shelf.folder.stat().st_mode) == 0o700
    assert {each.name for each in shelf.folder.iterdir()} == {path.name, LIST}


def test_the_writer_goes_on_while_a_backup_is_made_and_each_is_one_moment(shelf: BackupShelf, shore: Shore) -> None:
    done = threading.Event()

    def write() -> None:
        while not done.is_set():
            shore.journal.talk.note(shore.client, "ещё одна строка")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        paths = [make(shelf, shore) for _ in range(5)]
    finally:
        done.set()
        writer.join()
    listed = {each.name: each for each in shelf.kept()}
    for path in paths:
        held = inspect(path).held
        assert (held.entries, held.head) == (listed[path.name].entries, listed[path.name].head)
    with shore.journal.look() as connection:
        assert {head_at(connection, each.entries) for each in listed.values()} == {e.head for e in listed.values()}


def test_a_flipped_byte_in_a_page_is_said_and_the_file_is_not_used(shelf: BackupShelf, shore: Shore) -> None:
    path = make(shelf, shore)
    data = bytearray(path.read_bytes())
    data[4096 : 4096 + 64] = bytes(64)
    path.write_bytes(data)
    with pytest.raises(Unavailable, match="damaged"):
        inspect(path)


def test_a_backup_that_was_cut_or_emptied_is_never_taken_for_one(shelf: BackupShelf, shore: Shore) -> None:
    """Fault 11."""
    path = make(shelf, shore)
    whole = path.read_bytes()
    for size in (0, 1, 512, 4096, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:size])
        with pytest.raises(Unavailable):
            inspect(path)
        assert shelf.kept() == ()


def test_a_full_disk_is_a_sentence_and_the_last_good_one_stays(shelf: BackupShelf, shore: Shore) -> None:
    """Fault 35."""
    path = make(shelf, shore)
    before = path.read_bytes()
    with no_file_longer_than(50_000), pytest.raises(Unavailable):
        make(shelf, shore)
    assert {each.name for each in shelf.folder.iterdir()} == {path.name, LIST}
    assert path.read_bytes() == before
    assert len(shelf.kept()) == 1
    make(shelf, shore)
    assert len(shelf.kept()) == 2


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """As a disk that has so many bytes left; the system takes no byte after that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_list_that_was_lost_is_made_again_from_the_files(shelf: BackupShelf, shore: Shore) -> None:
    path = make(shelf, shore)
    before = shelf.kept()[0]
    (shelf.folder / LIST).write_text("{not a list")
    (shelf.folder / "holiday.ashore").write_bytes(b"no journal")
    assert shelf.kept() == ()
    shelf.find_unlisted(before.log)
    (found,) = shelf.kept()
    assert (found.name, found.entries, found.head, found.sha256) == (
        path.name, before.entries, before.head, before.sha256,
    )  # fmt: skip


def test_a_backup_never_goes_over_another_of_the_same_second(shelf: BackupShelf, shore: Shore) -> None:
    first, second = make(shelf, shore), make(shelf, shore)
    assert first != second
    assert first.exists()


def test_a_copy_of_a_resting_file_is_the_same_journal(shelf: BackupShelf, shore: Shore, tmp_path: Path) -> None:
    path, copy = make(shelf, shore), tmp_path / "copy.ashore"
    copy_closed(path, copy)
    assert inspect(copy).held == inspect(path).held
    with pytest.raises(Unavailable):
        copy_closed(path, copy)
