"""A new key (4-evidence 4.2): the old one signs the change, the new one what follows; a lost one is said."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.journal.checking import check_journal, verify_path
from app.ledger import sshsig
from app.ledger.keys import key_file
from app.storage.checkpoint_table import every
from tests.journal.conftest import Shore


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.ledger.keys._keyring", lambda: None)


def signer(shore: Shore, size: int) -> list[str]:
    """The keys, of all the journal had, that signed the checkpoint of that size."""
    with shore.journal.look() as connection:
        found = next(each for each in every(connection) if each.size == size)
        first = shore.journal.evidence.keys_used()
    keys = [public_keys(shore)[number] for number in range(len(first))]
    return [key for key in keys if sshsig.verify(found.signature, sshsig.CHECKPOINT, found.text.encode(), key)]


def public_keys(shore: Shore) -> list[str]:
    entries = [shore.journal.reading.entry(each.entry) for each in shore.journal.evidence.keys_used()]
    return [entry.body["public_key"] for entry in entries]


def test_the_old_key_signs_the_change_and_the_new_one_what_follows(shore: Shore) -> None:
    journal = shore.journal
    before = journal.evidence.checkpoint().size
    seq = journal.evidence.change_key("New computer")
    old, new = public_keys(shore)
    assert (signer(shore, before), signer(shore, seq)) == ([old], [old])
    assert journal.evidence.checkpoint().size == seq
    journal.talk.note(shore.client, "after the change")
    after = journal.evidence.checkpoint().size
    assert signer(shore, after) == [new]
    assert journal.evidence.public_key() == new
    assert check_journal(journal).problems == ()


def test_a_lost_key_is_said_and_its_checkpoint_is_missing(shore: Shore) -> None:
    journal = shore.journal
    before = journal.evidence.checkpoint().size
    key_file(journal.path, journal.evidence.public_key()).unlink()
    with pytest.raises(Unavailable, match="not on this computer"):
        journal.evidence.change_key("Disk broke")
    seq = journal.evidence.change_key("Disk broke", old_key_lost=True)
    assert journal.evidence.checkpoint().size == before
    assert journal.reading.entry(seq).body["old_key_lost"] is True
    journal.talk.note(shore.client, "after the change")
    after = journal.evidence.checkpoint().size
    assert signer(shore, after) == [public_keys(shore)[1]]
    assert check_journal(journal).problems == ()


def test_a_lost_key_with_no_checkpoint_before_it_waits_for_the_next_entry(shore: Shore) -> None:
    journal = shore.journal
    key_file(journal.path, journal.evidence.public_key()).unlink()
    journal.evidence.change_key("Disk broke", old_key_lost=True)
    with pytest.raises(Refused, match="Record the next entry first"):
        journal.evidence.checkpoint()


def test_a_key_that_is_here_is_not_lost_and_a_change_needs_its_reason(shore: Shore) -> None:
    with pytest.raises(Refused, match="without calling it lost"):
        shore.journal.evidence.change_key("x", old_key_lost=True)
    with pytest.raises(Refused, match="why the key is changed"):
        shore.journal.evidence.change_key(" ")


def test_a_change_without_the_old_keys_checkpoint_is_seen(shore: Shore) -> None:
    seq = shore.journal.evidence.change_key("New computer")
    with shore.journal.database.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM checkpoints WHERE size = ?", (seq,))
    assert [one.code for one in check_journal(shore.journal).problems] == ["key"]


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed")
def test_the_how_to_names_the_principal_of_each_checkpoint(shore: Shore, tmp_path: Path) -> None:
    journal = shore.journal
    for reason in ("New computer", "Every year"):
        journal.evidence.checkpoint()
        journal.evidence.change_key(reason)
        shore.clock.forward(timedelta(hours=1))
        journal.talk.note(shore.client, reason)
    journal.bags.export(shore.client, tmp_path / "bag.zip", None)
    assert verify_path(tmp_path / "bag.zip").problems == ()
    with zipfile.ZipFile(tmp_path / "bag.zip") as archive:
        archive.extractall(tmp_path / "bag")
    data = next((tmp_path / "bag").iterdir()) / "data"
    signers = (data / "keys/allowed_signers").read_text()
    assert re.findall(r"(?m)^\S+", signers) == ["owner", "owner-1", "owner-2"]
    text = (data / "HOWTO-VERIFY.en.txt").read_text()
    commands = re.findall(r"(?m)^    (ssh-keygen .*)$", text)
    assert [re.findall(r"-I (\S+)", each)[0] for each in commands] == [
        "owner-1", "owner-1", "owner-2", "owner-2", "owner", "owner"
    ]  # fmt: skip
    for command in commands:
        done = subprocess.run(["bash", "-c", command], cwd=data, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout.split()[0]) == (0, "Good")
