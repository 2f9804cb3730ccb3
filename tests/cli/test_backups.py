"""`ashore backup` and `ashore restore` (5.4), the backup at close, and where backups are when a journal is missing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from app.cli import run
from app.folders import data_folder
from app.journal.backup_place import backups_of
from app.settings import Settings, keep_settings


class Shell:
    """`ashore` with one journal; keeps what was printed."""

    def __init__(self, journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.journal = journal
        self._capsys = capsys
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        code = run(["--journal", str(self.journal), *words])
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code

    def json(self, *words: str) -> dict[str, object]:
        assert self(*words, "--json") == 0, self.err
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    def entries(self) -> int:
        """How many the journal has; 3 is UNANCHORED: valid inside, nobody else holds a head."""
        assert self("verify", "--json") == 3, self.err
        return int(json.loads(self.out)["entries"])

    def note(self, text: str) -> None:
        assert self("log", "note", "--client", "Albor", "--text", text) == 0, self.err


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    shell = Shell(tmp_path / "journal.ashore", capsys)
    assert shell("init", "--owner", "Elena Marín", "--zone", "Europe/Madrid") == 0
    assert shell("client", "add", "Albor", "--zone", "Europe/Madrid", "--language", "es") == 0
    return shell


def test_backup_and_restore_bring_the_journal_back_and_it_says_so(ashore: Shell, tmp_path: Path) -> None:
    made = ashore.json("backup", str(tmp_path / "stick"))
    ashore.note("después")
    before = ashore.entries()
    assert ashore("restore", str(made["path"])) == 0
    assert "says that a backup was restored" in ashore.out
    assert "before-restore" in ashore.out
    assert ashore.entries() == before  # the note is gone, journal.restored came
    shown = ashore.json("show", str(before))
    assert (shown["kind"], shown["body"]["said"]) == ("journal.restored", "backup")  # type: ignore[index]
    assert ashore("check") == 0


def test_restore_says_what_is_missing_as_data(ashore: Shell, tmp_path: Path) -> None:
    made = ashore.json("backup", str(tmp_path / "stick"))
    for text in ("uno", "dos", "tres"):
        ashore.note(text)
    done = ashore.json("restore", str(made["path"]))
    assert (done["missing"], done["lost_files"]) == (3, [])
    assert Path(str(done["aside"])).is_dir()


def test_a_backup_is_verified_by_the_same_command_as_a_journal(ashore: Shell, tmp_path: Path) -> None:
    made = ashore.json("backup", str(tmp_path / "stick"))
    assert ashore("verify", str(made["path"]), "--json") == 3
    assert json.loads(ashore.out)["head"] == made["head"]


def test_each_recording_command_leaves_a_backup_and_a_reading_one_none(ashore: Shell) -> None:
    """8.3: at close."""
    ashore.note("uno")
    first = backups_of(ashore.journal)
    assert first.newest is not None
    assert first.newest.entries == ashore.entries()
    assert ashore("today") == 0
    assert backups_of(ashore.journal) == first


def test_a_missing_journal_says_where_its_backup_is(ashore: Shell) -> None:
    ashore.note("uno")
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
    ashore.note("uno")
    shutil.copy(str(made["path"]), ashore.journal)
    assert ashore("check") == 5
    assert "1 entry newer than this file was expected" in ashore.out
    ashore.note("dos")
    assert "it once went on to entry" in ashore.err
    ashore.note("tres")
    assert ashore.err == ""
    assert ashore("check") == 0


def test_a_backup_that_cannot_be_made_is_a_warning_and_the_entry_stands(ashore: Shell, tmp_path: Path) -> None:
    keep_settings(Settings(backup_folder=str(tmp_path / "not connected")))
    ashore.note("uno")
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
