"""Backups of a journal with a passphrase (8.3): tried out and restored with it, refused in a sentence without it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import Unavailable
from app.journal.backups import TRIED_EVERY
from app.journal.journal import Journal
from app.journal.opening import create_journal, open_journal
from app.journal.restoring import PLAIN, restore
from app.storage.driver import can_encrypt
from tests.journal.conftest import HOURS, MONDAY

PASSPHRASE = "сосны у моря"
pytestmark = pytest.mark.skipif(not can_encrypt(), reason="this SQLite cannot encrypt")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(MONDAY)


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock) -> Iterator[Journal]:
    owner = {"name": "Elena Marín", "zone": "Europe/Madrid", "hours": HOURS, "languages": ["es"]}
    made = create_journal(tmp_path / "journal.ashore", owner, clock, passphrase=PASSPHRASE)
    made.clients.add("Мастерская «Глина»", zone="Europe/Moscow", language="ru")
    yield made
    made.close()


def newest(journal: Journal) -> Path:
    return journal.backups.shelf.path_of(journal.backups.shelf.kept()[0])


def test_the_monthly_trial_of_an_encrypted_backup_says_that_it_can_be_restored(
    journal: Journal, clock: FixedClock
) -> None:
    journal.backups.make()
    assert not newest(journal).read_bytes().startswith(PLAIN)
    clock.forward(TRIED_EVERY)
    assert journal.backups.is_trial_due()
    tried = journal.backups.try_out()
    assert (tried.tried, journal.backups.is_trial_due()) == (clock(), False)
    assert [each.name for each in journal.backups.shelf.folder.iterdir() if each.name.startswith(".trial")] == []


def test_a_backup_that_no_list_names_is_found_again_with_the_passphrase(journal: Journal) -> None:
    journal.backups.make()
    (journal.backups.shelf.folder / "backups.json").unlink()
    assert [each.entries for each in journal.backups.shown().backups] == [journal.size_and_head()[0]]


def test_an_encrypted_backup_is_restored_with_its_passphrase_alone(journal: Journal, clock: FixedClock) -> None:
    journal.backups.make()
    client = journal.clients.all()[0].number
    for number in range(3):
        clock.forward(timedelta(minutes=1))
        journal.talk.note(client, f"после копии {number}")
    backup, path = newest(journal), journal.path
    journal.close()
    before = path.read_bytes()
    with pytest.raises(Unavailable, match="encrypted with a passphrase"):
        restore(backup, path, clock)
    with pytest.raises(Unavailable, match="passphrase is another"):
        restore(backup, path, clock, passphrase="сосны")
    assert path.read_bytes() == before
    done = restore(backup, path, clock, passphrase=PASSPHRASE)
    assert done.missing == 3
    assert not path.read_bytes().startswith(PLAIN)
    with pytest.raises(Unavailable, match="passphrase"):
        open_journal(path, clock)
    with closing(open_journal(path, clock, passphrase=PASSPHRASE)) as back:
        assert back.size_and_head()[0] == done.size


def test_a_damaged_encrypted_backup_does_not_pass_the_trial(journal: Journal) -> None:
    journal.backups.make()
    file = newest(journal)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    with pytest.raises(Unavailable):
        journal.backups.try_out()
