"""Guards of the log that are gone are a fault of the file, and put back; drafts of a killed program are swept (8.3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import FixedClock
from app.journal.checking import check_journal, rebuild_journal
from app.journal.opening import create_journal, open_journal
from tests.attacks.hand import hand
from tests.journal.conftest import MONDAY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed journal."""
    where = tmp_path / "journal.ashore"
    create_journal(where, {"name": "Elena", "zone": "Europe/Madrid"}, FixedClock(MONDAY)).close()
    return where


def test_a_missing_guard_makes_the_check_fail_until_a_rebuild_puts_it_back(path: Path) -> None:
    with hand(path):
        pass
    journal = open_journal(path, FixedClock(MONDAY))
    before = check_journal(journal)
    assert (before.sound, {one.code for one in before.problems}) == (False, {"guard"})
    rebuild_journal(journal)
    after = check_journal(journal)
    journal.close()
    assert (after.sound, after.notes) == (True, ())


def test_half_written_attachments_are_swept_when_the_journal_is_opened_for_writing(path: Path) -> None:
    folder = path.with_name("journal.files")
    folder.mkdir(exist_ok=True)
    left = [folder / f".{'0f' * 8}.new", folder / ".notes.new", folder / "keep.new"]
    for each in left:
        each.write_bytes(b"half")
    open_journal(path, FixedClock(MONDAY), writes=False).close()
    assert [each.exists() for each in left] == [True, True, True]
    open_journal(path, FixedClock(MONDAY)).close()
    assert [each.exists() for each in left] == [False, True, True]
