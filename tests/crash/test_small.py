"""The loop of kills, in small: a few kills of each kind, so that the loop itself stays whole."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from app.clock import system_clock
from app.journal.opening import open_journal
from tests.crash.backing_up import killed_in_a_backup, killed_in_a_restore
from tests.crash.importing import killed_in_an_import
from tests.crash.journals import new_journal
from tests.crash.killing import killed_after
from tests.crash.saving import killed_while_saving, missing
from tests.crash.second import second_program

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork")


def test_nothing_acknowledged_is_lost_when_the_program_is_killed_while_saving() -> None:
    outcome = killed_while_saving(5)
    assert outcome.problems == []
    assert outcome.lost == 0
    assert outcome.tried == 5
    assert outcome.acknowledged > 0


def test_an_import_that_is_killed_is_there_as_a_whole_or_not_at_all() -> None:
    outcome = killed_in_an_import(3, 1500)
    assert outcome.problems == []
    assert outcome.lost == 0
    assert outcome.tried == 3


def test_a_backup_that_is_killed_has_no_final_name() -> None:
    """Fault 3."""
    outcome = killed_in_a_backup(5)
    assert outcome.problems == []
    assert outcome.tried == 5
    assert outcome.acknowledged > 0


def test_a_restore_that_is_killed_leaves_the_old_journal_none_or_the_new_one() -> None:
    """Faults 12 and 13."""
    outcome = killed_in_a_restore(5)
    assert outcome.problems == []
    assert outcome.tried == 5


def test_a_second_program_is_sent_to_the_first_and_takes_over_after_a_kill() -> None:
    assert second_program().problems == []


def test_an_entry_that_is_not_there_would_be_noticed(tmp_path: Path) -> None:
    path, clients = new_journal(tmp_path)
    with closing(open_journal(path, system_clock)) as journal:
        entry = journal.talk.sent(clients[0], "слово", channel="telegram")
    gone, other = f"{entry + 5} слово", f"{entry} другое"
    assert missing(path, [f"{entry} слово", gone, other]) == [gone, other]


def test_a_child_that_fails_by_itself_is_no_kill() -> None:
    def fails(say: object) -> None:
        raise SystemExit(3)

    with pytest.raises(RuntimeError, match="by itself"):
        killed_after(5, fails)
