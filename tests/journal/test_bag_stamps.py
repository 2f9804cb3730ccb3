"""Time stamps in a bag: the replies as they came, and the written openssl commands typed by a stranger (4.4, 4.5)."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from app.errors import Refused
from app.ledger.findings import Verdict
from app.ledger.verify import verify
from app.storage import stamp_table
from tests.journal.conftest import Shore
from tests.ledger.authority import Authority

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed here")

TEN_YEARS = 315_360_000


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "true")


def stamped(shore: Shore, folder: Path, authority: Authority) -> bytes:
    """A stamp over the journal as it stands; the reply."""
    shore.journal.stamps.request()
    reply = authority.reply(shore.journal.stamps.waiting()[-1].data)
    (folder / "reply.tsr").write_bytes(reply)
    shore.journal.stamps.take([folder / "reply.tsr"])
    return reply


def exported(shore: Shore, folder: Path) -> Path:
    """The bag's folder."""
    shore.journal.bags.export(shore.client, folder / "bag.zip", None)
    with zipfile.ZipFile(folder / "bag.zip") as archive:
        archive.extractall(folder / "unpacked")
    return next((folder / "unpacked").iterdir())


def commands(data: Path, language: str) -> list[str]:
    text = (data / f"HOWTO-VERIFY.{language}.txt").read_text(encoding="utf-8")
    assert "{stamps}" not in text
    return [line.strip() for line in re.findall(r"^    openssl .*$", text, re.MULTILINE)]


def typed(command: str, data: Path) -> str:
    done = subprocess.run(["bash", "-c", command], cwd=data, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_the_written_commands_check_the_stamps_with_a_root_from_elsewhere(
    shore: Shore, tmp_path: Path, authority: Authority, language: str
) -> None:
    reply = stamped(shore, tmp_path, authority)
    if language == "es":
        shore.journal.clients.change(shore.client, language="es")
        shore.journal.talk.note(shore.client, "Escribe en español")
    data = exported(shore, tmp_path) / "data"
    (file,) = (data / "checkpoints").glob("*.tsr")
    assert file.read_bytes() == reply
    assert not list(data.rglob("*.pem"))
    (data / "root.pem").write_bytes(authority.root.read_bytes())
    verified, shown = commands(data, language)
    assert "Verification: OK" in typed(verified, data)
    assert "Time stamp:" in typed(shown, data)
    moment = int(verified.rsplit(" ", 1)[1])
    later = verified.replace(str(moment), str(moment + TEN_YEARS))
    assert "Verification: FAILED" in typed(later, data), "-attime is the stamp's own time, not the reader's"


def test_a_bag_without_stamps_says_nothing_of_them(shore: Shore, tmp_path: Path) -> None:
    data = exported(shore, tmp_path) / "data"
    assert commands(data, "en") == []


def test_stamps_of_two_authorities_and_one_that_cannot_be_read_go_into_the_bag(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    stamped(shore, tmp_path, authority)
    second = Authority(tmp_path / "second", "Second authority")
    with shore.journal.look() as connection:
        (stamp,) = stamp_table.stamps(connection)
    (tmp_path / "second.tsr").write_bytes(second.reply(stamp.request))
    bare = ["openssl", "ts", "-reply", "-in", "second.tsr", "-token_out", "-out", "third.tsr"]
    subprocess.run(bare, cwd=tmp_path, check=True, capture_output=True)
    shore.journal.stamps.take([tmp_path / "second.tsr", tmp_path / "third.tsr"])
    bag = exported(shore, tmp_path)
    names = sorted(file.name.split(".", 1)[1] for file in (bag / "data/checkpoints").glob("*.tsr"))
    assert names == ["txt.2.tsr", "txt.3.tsr", "txt.tsr"]
    assert len(verify(tmp_path / "bag.zip", roots=second.root).stamps) == 1
    written = commands(bag / "data", "en")
    assert ["-verify" in each for each in written] == [True, False, True, False, False]
    assert "Time stamp:" in typed(written[-1], bag / "data")


def test_a_stamp_that_an_entry_names_and_the_bag_lost_is_told(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    stamped(shore, tmp_path, authority)
    data = exported(shore, tmp_path) / "data"
    assert verify(data, roots=authority.root).notes == ()
    (file,) = (data / "checkpoints").glob("*.tsr")
    file.unlink()
    report = verify(data, roots=authority.root)
    assert report.verdict is Verdict.UNANCHORED
    assert ["is not here as it came" in note.text for note in report.notes] == [True]


def test_a_bag_is_timed_for_a_reader_whose_root_does_not_come_with_it(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    stamped(shore, tmp_path, authority)
    bag = exported(shore, tmp_path)
    timed = verify(tmp_path / "bag.zip", roots=authority.root)
    assert (timed.verdict, timed.exit_code) == (Verdict.TIMED, 0)
    assert timed.up_to < timed.entries
    inside = bag / "data/root.pem"
    inside.write_bytes(authority.root.read_bytes())
    with pytest.raises(Refused, match="lies in the very folder"):
        verify(bag, roots=inside)
