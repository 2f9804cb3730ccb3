"""`ashore backup` and `ashore restore` (5.4), the backup at close, and where backups are when a journal is missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.folders import data_folder
from app.journal.backup_place import backups_of
from app.settings import Settings, keep_settings
from tests.cli.shell import Shell, begun


def entries(shell: Shell) -> int:
    """How many the journal has; 3 is UNANCHORED: valid inside, nobody else holds a head."""
    assert shell("verify", "--json") == 3, shell.err
    return int(json.loads(shell.out)["entries"])


def note(shell: Shell, text: str) -> None:
    assert shell("log", "note", "--client", "Albor", "--text", text) == 0, shell.err


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return begun(tmp_path, capsys, "Albor")


def test_backup_and_restore_bring_the_journal_back_and_it_says_so(ashore: Shell, tmp_path: Path) -> None:
    made = ashore.json("backup", str(tmp_path / "stick"))
    note(ashore, "después")
    before = entries(ashore)
    assert ashore("restore", str(made["path"])) == 0
    assert "says that a backup was restored" in ashore.out
    assert "before-restore" in ashore.out
    assert entries(ashore) == before  # the note is gone, journal.restored came
    shown = ashore.json("show", str(before))
    assert (shown["kind"], shown["body"]["said"]) == ("journal.restored", "backup")
    assert ashore("check") == 0


def test_restore_says_what_is_missing_as_data(ashore: Shell, tmp_path: Path) -> None:
    made = ashore.json("backup", str(tmp_path / "stick"))
    for text in ("uno", "dos", "tres"):
        note(ashore, text)
    done = ashore.json("restore", str(made["path"]))
    assert (done["missing"], done["lost_files"]) == (3, [])
    assert Path(str(done["aside"])).is_dir()


def test_a_backup_is_verified_by_the_same_command_as_a_journal(ashore: Shell, tmp_path: Path) -> None:
    made = ashore.json("backup", str(tmp_path / "stick"))
    assert ashore("verify", str(made["path"]), "--json") == 3
    assert json.loads(ashore.out)["head"] == made["head"]


def test_each_recording_command_leaves_a_backup_and_a_reading_one_none(ashore: Shell) -> None:
    """8.3: at close."""
    note(ashore, "uno")
    first = backups_of(ashore.journal)
    assert first.newest is not None
    assert first.newest.entries == entries(ashore)
    assert ashore("today") == 0
    assert backups_of(ashore.journal) == first


def test_a_missing_journal_says_where_its_backup_is(ashore: Shell) -> None:
    note(ashore, "uno")
    ashore.journal.unlink()
    for command in (("today",), ("log", "note", "--client", "Albor", "--text", "dos")):
        assert ashore(*command) == 1
        assert "The journal that was here is missing. Restore a backup, or name another file." in ashore.err
        assert f"`ashore restore {data_folder()}" in ashore.err
    newest = backups_of(ashore.journal)
    assert newest.newest is not None
    assert ashore("restore", str(Path(newest.folder) / newest.newest.name)) == 0
    assert ashore("check") == 0


def test_a_journal_that_came_back_shorter_is_said_and_recorded(ashore: Shell, tmp_path: Path) -> None:
    """Fault 12, 4.2."""
    made = ashore.json("backup", str(tmp_path / "stick"))
    note(ashore, "uno")
    shutil.copy(str(made["path"]), ashore.journal)
    assert ashore("check") == 5
    assert "1 entry newer than this file was expected" in ashore.out
    note(ashore, "dos")
    assert "it once went on to entry" in ashore.err
    note(ashore, "tres")
    assert ashore.err == ""
    assert ashore("check") == 0


def test_a_backup_that_cannot_be_made_is_a_warning_and_the_entry_stands(ashore: Shell, tmp_path: Path) -> None:
    keep_settings(Settings(backup_folder=str(tmp_path / "not connected")))
    note(ashore, "uno")
    assert "No backup was made." in ashore.err
    assert "is not there" in ashore.err
    assert ashore("check") == 0


@pytest.mark.parametrize("file", ["nowhere", "text", "folder"])
def test_what_is_no_backup_is_refused_in_a_sentence(ashore: Shell, tmp_path: Path, file: str) -> None:
    (tmp_path / "text").write_text("no journal")
    (tmp_path / "folder").mkdir()
    assert ashore("restore", str(tmp_path / file)) in (1, 2)
    assert ashore.err
    assert ashore("check") == 0
