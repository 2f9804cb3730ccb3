"""A backup in the place of a journal, and a journal that came back: never over an old side file, never unsaid."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import Refused, Unavailable
from app.facts.backups import ReturnSaid
from app.facts.entries import Entry
from app.journal.checking import check_journal, verify_path
from app.journal.journal import Journal
from app.journal.opening import create_journal, open_journal
from app.journal.restoring import restore
from app.ledger.high_water import Mark
from app.storage.writer_lock import WriterLock
from tests.journal.conftest import MONDAY, Shore
from tests.journal.test_backups import attach


@pytest.fixture
def closed(shore: Shore) -> Shore:
    """A journal with one backup and five notes that came after it; closed."""
    attach(shore, b"a drawing")
    shore.journal.backups.make()
    for number in range(5):
        shore.journal.talk.note(shore.client, f"после копии {number}")
    shore.journal.close()
    return shore


def newest(shore: Shore) -> Path:
    backups = shore.journal.backups.shelf
    return backups.path_of(backups.kept()[-1])


def opened(shore: Shore) -> Journal:
    return open_journal(shore.journal.path, shore.clock, wait_seconds=0)


def restorations(journal: Journal) -> list[Entry]:
    size, _ = journal.size_and_head()
    found = [journal.reading.entry(seq) for seq in range(1, size + 1)]
    return [entry for entry in found if entry.kind == "journal.restored"]


def test_a_restored_journal_says_what_it_once_was_and_what_was_found(closed: Shore) -> None:
    """4.2: expected and found, size and head, and that it was a backup."""
    mark = closed.journal.high_water.mark(closed.journal.log_id)
    backup = closed.journal.backups.shelf.kept()[-1]
    done = restore(newest(closed), closed.journal.path, closed.clock)
    assert (done.missing, done.lost_files) == (5, ())
    with closing(opened(closed)) as journal:
        (said,) = restorations(journal)
        assert said.seq == done.entry == backup.entries + 1
        assert mark is not None
        assert said.body == {
            "expected_size": mark.size, "expected_head": mark.head,
            "found_size": backup.entries, "found_head": backup.head, "said": "backup",
        }  # fmt: skip
        assert journal.backups.returned() is None
        assert journal.high_water.mark(journal.log_id) == Mark(*journal.size_and_head())
        assert check_journal(journal).problems == ()


def test_what_was_there_is_moved_aside_as_a_whole_and_can_be_opened_there(closed: Shore) -> None:
    path = closed.journal.path
    shutil.copy(path, path.with_name("as it was"))
    done = restore(newest(closed), path, closed.clock)
    aside = Path(done.aside)
    assert aside.parent == path.parent
    assert "20261102T" in aside.name
    assert (aside / path.name).read_bytes() == path.with_name("as it was").read_bytes()
    assert verify_path(aside / path.name).problems == ()
    assert closed.journal.path.stat().st_mode & 0o777 == 0o600


def test_attachments_come_back_from_the_backup(closed: Shore) -> None:
    path = closed.journal.path
    shutil.rmtree(closed.journal.files.folder)
    path.unlink()
    assert restore(newest(closed), path, closed.clock).lost_files == ()
    with closing(opened(closed)) as journal:
        assert len(list(journal.files.names())) == 1
        assert check_journal(journal).problems == ()


def test_an_old_side_file_can_never_meet_a_restored_backup(closed: Shore) -> None:
    """Fault 13: a program died with changes beside the journal; a copy put over it would be eaten by them."""
    path, file = closed.journal.path, newest(closed)
    for round_ in range(20):
        side = leave_changes(path, round_)
        assert side.stat().st_size > 0
        done = restore(file, path, closed.clock)
        assert not side.exists()
        assert (Path(done.aside) / side.name).exists()
        with closing(opened(closed)) as journal:
            assert check_journal(journal).problems == ()
            assert journal.size_and_head()[0] == done.size


def leave_changes(path: Path, number: int) -> Path:
    """What a killed writer leaves: entries that stand in the -wal only. A copy of both files, taken while it wrote."""
    clock = FixedClock(MONDAY + timedelta(days=number + 1))
    away = path.with_name("away")
    away.mkdir(exist_ok=True)
    with closing(open_journal(path, clock, wait_seconds=0)) as journal:
        client = journal.clients.all()[0].number
        journal.talk.note(client, f"только рядом {number}")
        for name in (path.name, f"{path.name}-wal"):
            os.system(f"cp '{path.with_name(name)}' '{away / name}'")  # another process: closing it drops no lock here
    for name in (path.name, f"{path.name}-wal"):
        shutil.move(away / name, path.with_name(name))
    return path.with_name(f"{path.name}-wal")


def test_a_damaged_backup_is_refused_and_nothing_is_moved(closed: Shore) -> None:
    path, file = closed.journal.path, newest(closed)
    data = bytearray(file.read_bytes())
    data[8192:8300] = bytes(108)
    file.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(Unavailable):
        restore(file, path, closed.clock)
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*before-restore*"))


def test_the_journal_itself_another_journals_backup_and_no_journal_are_refused(closed: Shore, tmp_path: Path) -> None:
    path = closed.journal.path
    with pytest.raises(Refused, match="the journal itself"):
        restore(path, path, closed.clock)
    owner = {"name": "Пётр", "zone": "Europe/Moscow"}
    with closing(create_journal(tmp_path / "other.ashore", owner, closed.clock)) as other:
        made = other.backups.make_in(tmp_path / "others")
    with pytest.raises(Refused, match="another journal"):
        restore(tmp_path / "others" / made.name, path, closed.clock)
    for name, data in (("empty", b""), ("text", b"no journal at all")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Unavailable):
            restore(tmp_path / name, path, closed.clock)
    with pytest.raises(Unavailable):
        restore(tmp_path / "nowhere", path, closed.clock)
    with closing(opened(closed)) as journal:
        assert check_journal(journal).problems == ()


def test_nothing_is_restored_while_somebody_has_the_journal_open(closed: Shore) -> None:
    lock = WriterLock(closed.journal.path)
    lock.take(0)
    try:
        with pytest.raises(Unavailable, match="Another program"):
            restore(newest(closed), closed.journal.path, closed.clock, wait_seconds=0)
    finally:
        lock.release()
    assert not list(closed.journal.path.parent.glob("*before-restore*"))


def test_a_backup_can_begin_a_journal_on_a_new_computer(closed: Shore, tmp_path: Path) -> None:
    place = tmp_path / "новый" / "журнал.ashore"
    done = restore(newest(closed), place, closed.clock)
    assert done.aside == ""
    with closing(open_journal(place, closed.clock)) as journal:
        assert check_journal(journal).problems == ()
        assert journal.size_and_head() == (done.size, done.head)


def test_a_journal_that_comes_back_shorter_asks_and_records_the_answer(closed: Shore) -> None:
    """Faults 12, 17 and 4.2: the file was replaced by hand, past `ashore restore`."""
    path = closed.journal.path
    size = closed.journal.backups.shelf.kept()[-1].entries
    shutil.copy(newest(closed), path)
    with closing(opened(closed)) as journal:
        found = journal.backups.returned()
        assert found is not None
        assert (found.is_shorter, found.missing, found.found_size) == (True, 5, size)
    with closing(opened(closed)) as journal:
        assert journal.backups.returned() == found  # closing without an answer records nothing
        assert journal.size_and_head()[0] == size
        journal.backups.say_returned(ReturnSaid.OTHER_COMPUTER)
        assert journal.backups.returned() is None
        assert [entry.body["said"] for entry in restorations(journal)] == ["other_computer"]
    with closing(opened(closed)) as journal:
        assert journal.backups.returned() is None


def test_an_entry_recorded_before_the_answer_is_preceded_by_unknown(closed: Shore) -> None:
    shutil.copy(newest(closed), closed.journal.path)
    with closing(opened(closed)) as journal:
        size, _ = journal.size_and_head()
        note = journal.talk.note(closed.client, "сразу за работу")
        (said,) = restorations(journal)
        assert (said.seq, note) == (size + 1, size + 2)
        assert said.body["said"] == "unknown"


def test_two_computers_on_one_file_are_two_journals_and_that_is_said(closed: Shore) -> None:
    """Fault 17: as many entries, another head; the fork is recorded, nothing is merged."""
    path = closed.journal.path
    there, mark = path.with_name("there.ashore"), closed.journal.high_water.mark(closed.journal.log_id)
    assert mark is not None
    shutil.copy(newest(closed), there)
    away = closed.journal.high_water.__class__(path.with_name("other computer"))
    with closing(open_journal(there, closed.clock, high_water=away)) as other:
        while other.size_and_head()[0] < mark.size:
            other.talk.note(closed.client, "на другом компьютере")
    shutil.move(there, path)
    with closing(opened(closed)) as journal:
        found = journal.backups.returned()
        assert found is not None
        assert not found.is_shorter
        assert (found.expected_head, found.found_size) == (mark.head, mark.size)
        journal.talk.note(closed.client, "дальше")
        assert len(restorations(journal)) == 1


def test_a_restore_that_was_killed_before_the_mark_was_set_does_not_ask_again(closed: Shore) -> None:
    mark = closed.journal.high_water.mark(closed.journal.log_id)
    assert mark is not None
    restore(newest(closed), closed.journal.path, closed.clock)
    closed.journal.high_water.set_mark(closed.journal.log_id, mark.size, mark.head)
    with closing(opened(closed)) as journal:
        assert journal.backups.returned() is None
        journal.talk.note(closed.client, "дальше")
        assert len(restorations(journal)) == 1


def test_a_move_that_was_killed_halfway_is_ended_by_the_next_restore(closed: Shore) -> None:
    path = closed.journal.path
    side = leave_changes(path, 0)
    aside = path.with_name(f"{path.stem}.before-restore-20261101T000000Z")
    aside.mkdir()
    (aside / "still-moving").touch()
    path.rename(aside / path.name)  # killed here: the journal is aside, its changes are not
    done = restore(newest(closed), path, closed.clock)
    assert (aside / side.name).exists()
    assert not side.exists()
    assert verify_path(aside / path.name).problems == ()
    with closing(opened(closed)) as journal:
        assert journal.size_and_head()[0] == done.size


def test_new_backups_after_a_restore_are_the_newest_and_hold_the_journal(closed: Shore) -> None:
    restore(newest(closed), closed.journal.path, closed.clock)
    with closing(opened(closed)) as journal:
        assert journal.backups.shown().unsaved == 1  # journal.restored itself
        made = journal.backups.make()
        shown = journal.backups.shown()
        assert (shown.newest, shown.unsaved) == (made, 0)
