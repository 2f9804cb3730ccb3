"""Backups of a journal in use: when one is made, how old the newest may be, and what an erasure leaves (8.3, 4.7)."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import Unavailable
from app.facts.backups import Why
from app.folders import data_folder
from app.journal.backup_place import backups_of
from app.journal.imports import Asked
from app.settings import Settings, keep_settings
from app.storage.database import open_reading
from tests.journal.conftest import Shore

CHAT = Path(__file__).parent.parent / "files" / "telegram" / "test_single_export.json"


def attach(shore: Shore, words: bytes) -> str:
    """An entry with an attachment; the attachment's hash."""
    kept = shore.journal.files.keep(BytesIO(words))
    named = [{"sha256": kept.sha256, "size": kept.size, "name": "чертёж.pdf"}]
    shore.journal.talk.sent(shore.client, "см. файл", channel="telegram", attachments=named)
    return kept.sha256


def test_backups_lie_beside_the_default_journal_in_a_folder_of_their_log(shore: Shore) -> None:
    made = shore.journal.backups.make()
    folder = data_folder() / "backups" / f"journal-{shore.journal.log_id[:8]}"
    assert (folder / made.name).exists()
    assert shore.journal.backups.shown().folder == str(folder)


def test_at_close_one_is_made_only_when_something_changed(shore: Shore) -> None:
    backups = shore.journal.backups
    assert backups.make_if_changed(Why.CLOSE) is not None
    assert backups.make_if_changed(Why.CLOSE) is None
    shore.journal.talk.note(shore.client, "новое")
    made = backups.make_if_changed(Why.CLOSE)
    assert made is not None
    assert made.entries == shore.journal.size_and_head()[0]


def test_after_thirty_minutes_of_change_one_is_due(shore: Shore) -> None:
    backups = shore.journal.backups
    backups.make()
    shore.journal.talk.note(shore.client, "новое")
    shore.clock.forward(timedelta(minutes=29))
    assert backups.make_if_due() is None
    shore.clock.forward(timedelta(minutes=1))
    made = backups.make_if_due()
    assert made is not None
    assert made.why is Why.CHANGE
    shore.clock.forward(timedelta(days=3))
    assert backups.make_if_due() is None


def test_a_change_that_no_backup_holds_is_red_after_seven_days(shore: Shore) -> None:
    """Fault 35. A journal in which nothing happened for a month is held by its last backup, and nothing is red."""
    backups = shore.journal.backups
    backups.make()
    shore.clock.forward(timedelta(days=30))
    assert not backups.shown().is_overdue
    shore.journal.talk.note(shore.client, "новое")
    shore.clock.forward(timedelta(days=7))
    shown = backups.shown()
    assert (shown.unsaved, shown.is_overdue) == (1, False)
    shore.clock.forward(timedelta(minutes=1))
    assert backups.shown().is_overdue


def test_a_folder_that_is_gone_is_a_sentence_and_is_not_made_up_elsewhere(shore: Shore, tmp_path: Path) -> None:
    """Fault 35: a disk that is not connected."""
    disk = tmp_path / "disk"
    disk.mkdir()
    keep_settings(replace(Settings(), backup_folder=str(disk)))
    made = shore.journal.backups.make()
    disk.rename(tmp_path / "taken out")
    with pytest.raises(Unavailable, match="is not there"):
        shore.journal.backups.make()
    assert not disk.exists()
    (tmp_path / "taken out").rename(disk)
    assert [each.name for each in shore.journal.backups.shown().backups] == [made.name]


def test_before_an_import_there_is_a_backup_to_go_back_to(shore: Shore) -> None:
    before = shore.journal.size_and_head()
    shore.journal.imports.take(shore.client, CHAT, Asked(me="Author 1"))
    newest = shore.journal.backups.shown().newest
    assert newest is not None
    assert newest.why is Why.IMPORT
    assert (newest.entries, newest.head) == before


def test_without_a_way_back_nothing_is_imported(shore: Shore, tmp_path: Path) -> None:
    keep_settings(replace(Settings(), backup_folder=str(tmp_path / "gone")))
    before = shore.journal.size_and_head()
    with pytest.raises(Unavailable, match="is not there"):
        shore.journal.imports.take(shore.client, CHAT, Asked(me="Author 1"))
    assert shore.journal.size_and_head() == before


def test_backups_are_rotated_after_the_new_one_was_verified_never_before(shore: Shore, tmp_path: Path) -> None:
    """Fault 35: the last good one is never deleted first."""
    backups = shore.journal.backups
    for _ in range(60):
        shore.journal.talk.note(shore.client, "день за днём")
        backups.make()
        shore.clock.forward(timedelta(days=1))
    kept = backups.shown().backups
    assert 14 < len(kept) < 30
    assert kept[0].entries == shore.journal.size_and_head()[0]
    assert {each.name for each in backups.shelf.folder.glob("*.ashore")} == {each.name for each in kept}
    by_hand = [backups.make_in(tmp_path / "by hand") for _ in range(4)]
    assert len(list((tmp_path / "by hand").glob("*.ashore"))) == len(by_hand)


def test_once_a_month_one_is_restored_into_a_scratch_folder(shore: Shore) -> None:
    backups = shore.journal.backups
    assert not backups.is_trial_due()
    attach(shore, b"a drawing")
    backups.make()
    assert backups.is_trial_due()
    tried = backups.try_out()
    assert backups.shown().tried == tried.tried == shore.clock()
    assert not backups.is_trial_due()
    shore.clock.forward(timedelta(days=30))
    assert backups.is_trial_due()
    assert not list(backups.shelf.folder.glob(".*"))


def test_a_backup_whose_attachment_is_gone_is_not_called_restorable(shore: Shore) -> None:
    backups = shore.journal.backups
    sha256 = attach(shore, b"a drawing")
    backups.make()
    backups.shelf.files.path_of(sha256).unlink()
    with pytest.raises(Unavailable, match="could not be restored"):
        backups.try_out()
    assert backups.shown().tried is None
    backups.make()
    assert backups.try_out().tried


def test_attachments_are_copied_once_and_are_not_the_journals_own_bytes(shore: Shore) -> None:
    sha256 = attach(shore, b"a drawing")
    backups = shore.journal.backups
    backups.make()
    copy = backups.shelf.files.path_of(sha256)
    made = copy.stat()
    assert backups.make().attachments == 1
    assert copy.stat().st_mtime_ns == made.st_mtime_ns
    shore.journal.files.path_of(sha256).write_bytes(b"damaged")
    assert copy.read_bytes() == b"a drawing"


def test_after_an_erasure_a_fresh_backup_stays_and_all_older_ones_go(shore: Shore) -> None:
    """4.7: the words must not live on in a backup; the names are shown before."""
    backups = shore.journal.backups
    sha256 = attach(shore, "тайное слово".encode())
    names = {backups.make().name, backups.make().name}
    assert set(backups.older()) == names
    shore.journal.files.drop(sha256)  # as a redaction does
    renewed = backups.renew()
    assert set(renewed.deleted) == names
    assert [each.name for each in backups.shown().backups] == [renewed.made.name]
    assert not backups.shelf.files.path_of(sha256).exists()
    assert backups.older() == (renewed.made.name,)


def test_an_erasure_whose_fresh_backup_fails_deletes_no_older_one(
    shore: Shore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 35 holds here as well."""
    backups = shore.journal.backups
    backups.make()

    def full(*_: object) -> None:
        raise Unavailable("The disk is full. Nothing of this was saved; make room and do it again.")

    monkeypatch.setattr("app.storage.backup_shelf.copy_journal", full)
    with pytest.raises(Unavailable, match="full"):
        backups.renew()
    assert len(backups.shown().backups) == 1


def test_backups_are_found_when_the_journal_itself_is_gone(shore: Shore) -> None:
    made = shore.journal.backups.make()
    path = shore.journal.path
    path.rename(path.with_name("lost"))
    found = backups_of(path)
    assert found.newest == made
    path.with_name("lost").rename(path)


def test_a_reader_can_make_a_backup_beside_the_writer(shore: Shore, tmp_path: Path) -> None:
    """`ashore backup DIR` while the window is open."""
    from app.journal.opening import open_journal

    reader = open_journal(shore.journal.path, shore.clock, writes=False)
    made = reader.backups.make_in(tmp_path / "stick")
    reader.close()
    database = open_reading(tmp_path / "stick" / made.name)
    database.close()
    assert (made.entries, made.head) == shore.journal.size_and_head()
