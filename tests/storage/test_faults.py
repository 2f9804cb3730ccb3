"""What disks and other programs do to a journal in use: full, read-only, half written, too long, cut off (8.3)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.errors import Refused, Unavailable
from app.journal.checking import check_journal
from app.journal.imports import Asked
from app.journal.journal import Journal
from app.journal.opening import create_journal, open_journal
from app.storage.database import open_reading, open_writing
from app.storage.driver import connect
from tests.exchange.make_export import ME, believable, write_personal

ON_LINUX_AS_ROOT = sys.platform == "linux" and os.geteuid() == 0
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PAGE = 4096


def new_journal(path: Path) -> Journal:
    journal = create_journal(path, {"name": ME[0], "zone": "Europe/Madrid"}, FixedClock(NOW))
    journal.clients.add("Ольга Ким", zone="Europe/Moscow")
    return journal


def client_of(journal: Journal) -> int:
    return journal.clients.named("Ольга Ким").number


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 6 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)]
    if not ON_LINUX_AS_ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk of its own can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill(disk: Path, left: int) -> Path:
    """A file that leaves so many bytes."""
    ballast = disk / "ballast"
    room = os.statvfs(disk)
    ballast.write_bytes(b"x" * (room.f_bavail * room.f_frsize - left))
    return ballast


def test_a_full_disk_is_said_when_saving_and_saving_goes_on_when_there_is_room(small_disk: Path) -> None:
    with closing(new_journal(small_disk / "journal.ashore")) as journal:
        client = client_of(journal)
        ballast = fill(small_disk, left=200_000)
        kept: list[int] = []
        with pytest.raises(Unavailable, match="disk is full"):
            for number in range(1000):
                kept.append(journal.talk.sent(client, f"слово {number}", channel="telegram"))
        assert kept
        assert [journal.reading.entry(number).text for number in kept] == [f"слово {n}" for n in range(len(kept))]
        ballast.unlink()
        after = journal.talk.sent(client, "снова есть место", channel="telegram")
        assert after == kept[-1] + 1
        assert check_journal(journal).problems == ()


def test_a_full_disk_is_said_in_an_import_and_nothing_of_it_is_there(small_disk: Path, tmp_path: Path) -> None:
    export = write_personal(tmp_path / "result.json", believable(6000))
    with closing(new_journal(small_disk / "journal.ashore")) as journal:
        before = journal.size_and_head()
        with pytest.raises(Unavailable, match=r"disk is full|nothing can be written"):
            journal.imports.take(client_of(journal), export, Asked(me=ME[1]))
        assert journal.size_and_head() == before
        assert list(journal.files.names()) == []
        entry = journal.talk.sent(client_of(journal), "слово", channel="telegram")
        assert entry == before[0] + 1
        assert check_journal(journal).problems == ()


def test_a_full_disk_lets_the_journal_be_read_and_closed(small_disk: Path) -> None:
    path = small_disk / "journal.ashore"
    with closing(new_journal(path)) as journal:
        entry = journal.talk.sent(client_of(journal), "слово", channel="telegram")
    fill(small_disk, left=0)
    with closing(open_journal(path, FixedClock(NOW), writes=False)) as journal:
        assert journal.reading.entry(entry).text == "слово"


@pytest.mark.skipif(not ON_LINUX_AS_ROOT, reason="another user is needed, which only root can become")
def test_a_folder_that_another_user_may_only_read_opens_for_reading_with_a_line(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    with closing(new_journal(shared / "journal.ashore")) as journal:
        journal.talk.sent(client_of(journal), "слово", channel="telegram")
    for folder in (shared, *shared.parents):
        if folder.owner() == "root" and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    (shared / "journal.ashore").chmod(0o644)
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(shared / "journal.ashore")],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (
        "journal.ashore may only be read here. Copy it to a place where you may write.\n1\n",
        "",
    )


_AS_NOBODY = """
import sys
from pathlib import Path
from app.errors import Unavailable
from app.storage import log_table
from app.storage.database import open_reading, open_writing
from app.storage.driver import driver
import os, tempfile
driver()
os.environ["XDG_RUNTIME_DIR"] = tempfile.gettempdir()
os.setuid(65534)
try:
    open_writing(Path(sys.argv[1]), wait_seconds=0)
except Unavailable as said:
    print(said)
with open_reading(Path(sys.argv[1])).reading() as connection:
    print(1 if log_table.tail(connection) else 0)
"""


def test_a_message_of_five_megabytes_is_refused_with_a_sentence_and_a_long_one_is_kept(tmp_path: Path) -> None:
    with closing(new_journal(tmp_path / "journal.ashore")) as journal:
        client, before = client_of(journal), journal.size_and_head()
        with pytest.raises(Refused, match=r"longer than 262,144 bytes\. Shorten it, or attach it as a file"):
            journal.talk.sent(client, "ж" * 2_500_000, channel="telegram")
        assert journal.size_and_head() == before
        longest = "ж" * 131_072
        assert journal.reading.entry(journal.talk.sent(client, longest, channel="telegram")).text == longest


def test_half_a_telegram_file_is_refused_with_its_place_and_leaves_nothing(tmp_path: Path) -> None:
    whole = write_personal(tmp_path / "result.json", believable(300)).read_bytes()
    half = tmp_path / "half.json"
    half.write_bytes(whole[: len(whole) // 2])
    with closing(new_journal(tmp_path / "journal.ashore")) as journal:
        before = journal.size_and_head()
        with pytest.raises(Refused, match="byte"):
            journal.imports.take(client_of(journal), half, Asked(me=ME[1]))
        assert journal.size_and_head() == before
        assert list(journal.files.names()) == []


def test_a_file_half_way_through_taking_in_its_changes_is_not_called_damaged(tmp_path: Path) -> None:
    """A kill while changes are folded in leaves a first page that counts pages which are not there yet."""
    folded, path = tmp_path / "folded", tmp_path / "journal" / "journal.ashore"
    with closing(new_journal(path)) as journal:
        client = client_of(journal)
    before = path.read_bytes()
    words = [sys.executable, "-c", _SAVE_AND_DIE, str(path), str(client)]
    subprocess.run(words, check=False, cwd=Path(__file__).parents[2])
    changes = path.with_name("journal.ashore-wal").read_bytes()
    folded.write_bytes(path.read_bytes())
    folded.with_name("folded-wal").write_bytes(changes)
    with closing(connect(folded, "rw")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    path.write_bytes(folded.read_bytes()[:PAGE] + before[PAGE:])
    assert folded.stat().st_size > path.stat().st_size
    with closing(open_reading(path)) as database, database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM log").scalar() == 53
    open_writing(path, wait_seconds=0).close()
    with closing(open_journal(path, FixedClock(NOW))) as journal:
        assert check_journal(journal).problems == ()


_SAVE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from app.clock import system_clock
from app.journal.opening import open_journal
journal = open_journal(Path(sys.argv[1]), system_clock)
for number in range(50):
    journal.talk.sent(int(sys.argv[2]), "слово " * 2000, channel="telegram")
os.kill(os.getpid(), signal.SIGKILL)
"""
