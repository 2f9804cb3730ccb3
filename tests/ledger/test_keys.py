"""Where the key lies, which keys are refused, and how far a log was once seen to go (4-evidence 4.2)."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.ledger.high_water import HighWater, Mark, Standing, standing
from app.ledger.keys import KeyPlace, find_key, keep_key, key_file, new_key
from app.ledger.sshsig import public_line
from tests.ledger.small_journal import KEY, LOG_ID, OTHER_KEY


class Ring:
    """A keyring that keeps what it is given, or refuses."""

    def __init__(self, priority: float = 5, works: bool = True) -> None:
        self.priority = priority
        self.works = works
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, name: str, text: str) -> None:
        if not self.works:
            raise RuntimeError("locked")
        self.kept[service, name] = text

    def get_password(self, service: str, name: str) -> str | None:
        if not self.works:
            raise RuntimeError("locked")
        return self.kept.get((service, name))


def use(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> Ring:
    monkeypatch.setattr("keyring.get_keyring", lambda: ring)
    return ring


@pytest.fixture
def no_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    use(Ring(priority=0), monkeypatch)


@pytest.mark.usefixtures("no_ring")
def test_without_a_keyring_the_key_is_a_private_file_beside_the_journal(tmp_path: Path) -> None:
    journal = tmp_path / "journal.ashore"
    assert keep_key(KEY, journal) is KeyPlace.FILE
    path = key_file(journal, public_line(KEY))
    assert path.parent == tmp_path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert public_line(find_key(public_line(KEY), journal)) == public_line(KEY)


@pytest.mark.usefixtures("no_ring")
def test_ssh_keygen_reads_the_key_file(tmp_path: Path) -> None:
    keep_key(KEY, tmp_path / "journal.ashore")
    path = key_file(tmp_path / "journal.ashore", public_line(KEY))
    shown = subprocess.run(["ssh-keygen", "-y", "-f", path], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == public_line(KEY)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.usefixtures("no_ring")
def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    journal = tmp_path / "journal.ashore"
    keep_key(KEY, journal)
    key_file(journal, public_line(KEY)).chmod(0o640)
    with pytest.raises(Refused, match="chmod 600"):
        find_key(public_line(KEY), journal)


@pytest.mark.usefixtures("no_ring")
def test_a_missing_or_foreign_key_is_said(tmp_path: Path) -> None:
    journal = tmp_path / "journal.ashore"
    with pytest.raises(Unavailable, match="not on this computer"):
        find_key(public_line(KEY), journal)
    keep_key(OTHER_KEY, journal)
    path = key_file(journal, public_line(KEY))
    key_file(journal, public_line(OTHER_KEY)).rename(path)
    with pytest.raises(Unavailable, match="another key"):
        find_key(public_line(KEY), journal)
    path.write_text("no key at all")
    with pytest.raises(Unavailable, match="another key"):
        find_key(public_line(KEY), journal)


def test_the_keyring_keeps_the_key_and_no_file_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = use(Ring(), monkeypatch)
    journal = tmp_path / "journal.ashore"
    first, second = new_key(), new_key()
    assert [keep_key(key, journal) for key in (first, second)] == [KeyPlace.KEYRING] * 2
    assert len(ring.kept) == 2
    assert list(tmp_path.iterdir()) == []
    assert public_line(find_key(public_line(first), journal)) == public_line(first)


def test_a_keyring_that_does_not_open_leaves_the_key_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = use(Ring(works=False), monkeypatch)
    journal = tmp_path / "journal.ashore"
    assert keep_key(KEY, journal) is KeyPlace.FILE
    assert public_line(find_key(public_line(KEY), journal)) == public_line(KEY)
    assert ring.kept == {}
    with pytest.raises(Unavailable, match="Unlock"):
        find_key(public_line(OTHER_KEY), journal)


H1, H2 = "1" * 64, "2" * 64


def test_the_mark_is_remembered_outside_the_journal(tmp_path: Path) -> None:
    marks = HighWater(tmp_path / "marks")
    assert marks.mark(LOG_ID) is None
    marks.set_mark(LOG_ID, 41, H1)
    marks.set_mark(LOG_ID, 42, H2)
    assert HighWater(tmp_path / "marks").mark(LOG_ID) == Mark(42, H2)
    assert stat.S_IMODE((tmp_path / "marks").stat().st_mode) == 0o700


def test_a_damaged_mark_is_as_none(tmp_path: Path) -> None:
    marks = HighWater(tmp_path)
    marks.set_mark(LOG_ID, 41, H1)
    (tmp_path / f"{LOG_ID}.mark").write_bytes(b"\xff\x00")
    assert marks.mark(LOG_ID) is None


def test_which_log_lay_at_a_path_is_remembered_until_it_is_forgotten(tmp_path: Path) -> None:
    marks, path = HighWater(tmp_path / "marks"), tmp_path / "Заказчики" / "journal.ashore"
    assert marks.log_at(path) is None
    marks.set_log_at(path, LOG_ID)
    assert marks.log_at(path) == LOG_ID
    assert marks.log_at(path.with_name("other")) is None
    marks.forget(path)
    assert marks.log_at(path) is None


@pytest.mark.parametrize(
    ("mark", "size", "expected"),
    [
        (None, 0, Standing.KNOWN),
        (Mark(4, H1), 4, Standing.KNOWN),
        (Mark(4, H1), 9, Standing.KNOWN),
        (Mark(4, H1), 3, Standing.SHORTER),
        (Mark(4, H2), 9, Standing.ANOTHER),
    ],
)
def test_a_log_against_its_mark(mark: Mark | None, size: int, expected: Standing) -> None:
    assert standing(mark, size, lambda at: {4: H1}[at]) is expected
