"""Checkpoints: at most one per size, each naming the one before, signed by the key in force (4-evidence 4.1, 4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ledger import sshsig
from app.ledger.checkpoint import parse_checkpoint, text_hash
from app.ledger.sshsig import public_line
from app.ledger.verify_journal import verify_journal
from app.storage.checkpoint_table import every
from tests.ledger.small_journal import KEY, OTHER_KEY, SmallJournal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[SmallJournal]:
    made = SmallJournal(tmp_path / "journal.ashore")
    yield made
    made.database.close()


def test_where_nothing_was_appended_the_last_checkpoint_serves_again(journal: SmallJournal) -> None:
    client = journal.begin()
    first = journal.checkpoint()
    assert journal.checkpoint() == first
    journal.talk(client, 1)
    second = journal.checkpoint()
    assert parse_checkpoint(second.text).prev == text_hash(first.text)
    assert (parse_checkpoint(second.text).size, parse_checkpoint(second.text).head) == journal.size_and_head()
    with journal.database.reading() as connection:
        assert every(connection) == [first, second]


def test_a_checkpoint_is_signed_for_its_purpose(journal: SmallJournal) -> None:
    journal.begin()
    made = journal.checkpoint()
    assert sshsig.verify(made.signature, sshsig.CHECKPOINT, made.text.encode(), public_line(KEY))


def change_key(journal: SmallJournal, **more: object) -> None:
    journal.add(
        "journal.key_changed", old_key=public_line(KEY), public_key=public_line(OTHER_KEY), reason="new", **more
    )


def test_at_a_change_of_keys_the_old_one_signs_that_size_and_the_new_one_what_follows(journal: SmallJournal) -> None:
    client = journal.begin()
    journal.checkpoint()
    change_key(journal)
    journal.checkpoint(KEY)
    journal.talk(client, 1)
    journal.checkpoint(OTHER_KEY)
    assert verify_journal(journal.database).problems == ()


@pytest.mark.parametrize("keys", [(OTHER_KEY, OTHER_KEY), (KEY, KEY), (None, OTHER_KEY)])
def test_any_other_order_of_keys_is_a_problem(journal: SmallJournal, keys: tuple[object, object]) -> None:
    client = journal.begin()
    change_key(journal)
    if keys[0] is not None:
        journal.checkpoint(keys[0])  # type: ignore[arg-type]
    journal.talk(client, 1)
    journal.checkpoint(keys[1])  # type: ignore[arg-type]
    assert {one.code for one in verify_journal(journal.database).problems} <= {"key", "signature"}
    assert verify_journal(journal.database).exit_code == 5


def test_a_lost_old_key_is_said_and_its_checkpoint_not_missed(journal: SmallJournal) -> None:
    client = journal.begin()
    change_key(journal, old_key_lost=True)
    journal.talk(client, 1)
    journal.checkpoint(OTHER_KEY)
    assert verify_journal(journal.database).problems == ()


def test_a_key_that_was_never_the_journals_cannot_be_changed(journal: SmallJournal) -> None:
    journal.begin()
    journal.add("journal.key_changed", old_key=public_line(OTHER_KEY), public_key=public_line(OTHER_KEY), reason="new",
                old_key_lost=True)  # fmt: skip
    assert [one.code for one in verify_journal(journal.database).problems] == ["key"]
