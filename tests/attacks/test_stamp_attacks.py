"""Attacks on time stamps (4.8), each judged from inside and for a reader with a root of his own (4.3, 4.4)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.ledger.findings import Held, Report, Verdict
from app.ledger.timestamp import make_request
from app.ledger.verify import verify
from app.storage import stamp_table
from app.storage.checkpoint_table import every
from app.storage.database import open_writing
from tests.attacks.small_bag import seal, write_bag
from tests.ledger.authority import Authority
from tests.ledger.small_journal import VECTOR, small_journal

needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed here")

ENDED = VECTOR.parents[1] / "stamps"
BEFORE_ITS_TIME, LONG_AFTER = "1000000000", "3000000000"


@pytest.fixture(scope="module")
def true(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "true")


@pytest.fixture(scope="module")
def fake(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The owner's own: it bears the true one's very name."""
    return Authority(tmp_path_factory.mktemp("fake") / "fake")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of eight entries with a checkpoint over them."""
    path = tmp_path / "journal.ashore"
    with small_journal(path):
        pass
    return path


def shelve(path: Path, make: Callable[[str], bytes]) -> None:
    """Put a reply over the checkpoint's text on the shelf, past every check of the import."""
    with closing(open_writing(path)) as database, database.transaction() as connection:
        checkpoint = every(connection)[0]
        stamp_table.put_answered(connection, checkpoint.size, b"", make(checkpoint.text), "by hand")


def bagged(path: Path) -> Path:
    """The journal's bag, with the replies of its shelf, sealed by the owner."""
    bag = write_bag(path, path.with_name("bag"))
    with closing(open_writing(path)) as database, database.reading() as connection:
        for stamp in stamp_table.stamps(connection):
            (bag / f"data/checkpoints/{stamp.size:08d}.txt.tsr").write_bytes(stamp.reply or b"")
    seal(bag)
    return bag


def said(report: Report) -> tuple[Verdict, list[str], list[str]]:
    return report.verdict, [each.code for each in report.problems], [each.code for each in report.notes]


@needs_openssl
@pytest.mark.parametrize("in_a_bag", [False, True])
def test_a_fake_authority_is_not_seen_from_inside_and_worth_nothing_to_a_reader_with_a_root(
    path: Path, true: Authority, fake: Authority, in_a_bag: bool
) -> None:
    shelve(path, lambda text: fake.reply(make_request(text).data))
    file = bagged(path) if in_a_bag else path
    if in_a_bag:
        (file / "data/root.pem").write_bytes(fake.root.read_bytes())
        seal(file)
    assert said(verify(file)) == (Verdict.UNANCHORED, [], ["stamp"])
    assert said(verify(file, roots=true.root)) == (Verdict.UNANCHORED, [], ["stamp"])
    head = verify(file).head
    assert verify(file, [Held(8, head)], roots=true.root).verdict is Verdict.HELD


@needs_openssl
@pytest.mark.parametrize("in_a_bag", [False, True])
def test_a_token_of_another_checkpoint_is_seen_from_inside(path: Path, true: Authority, in_a_bag: bool) -> None:
    others = (VECTOR / "checkpoints/00000004.txt").read_text()
    shelve(path, lambda _: true.reply(make_request(others).data))
    file = bagged(path) if in_a_bag else path
    assert said(verify(file))[:2] == (Verdict.INVALID, ["stamp"])
    assert said(verify(file, roots=true.root))[:2] == (Verdict.INVALID, ["stamp"])


@needs_openssl
def test_an_authority_that_had_ended_when_it_signed_is_worth_nothing(path: Path, tmp_path: Path) -> None:
    expired = Authority(tmp_path / "expired")
    expired.expire()
    shelve(path, lambda text: expired.reply(make_request(text).data))
    assert said(verify(path)) == (Verdict.UNANCHORED, [], ["stamp"])
    assert said(verify(path, roots=expired.root)) == (Verdict.UNANCHORED, [], ["stamp"])


def with_ended_stamp(folder: Path) -> Path:
    """The golden vector with a stamp whose authority has ended since."""
    shutil.copytree(VECTOR, folder)
    shutil.copy(ENDED / "00000004.txt.tsr", folder / "checkpoints")
    return folder


def test_a_stamp_outlives_the_certificate_of_its_authority(tmp_path: Path) -> None:
    """Judged at the time of the token, as `openssl ts -verify -attime` does (4.4)."""
    bag = with_ended_stamp(tmp_path / "bag")
    assert said(verify(bag))[0] is Verdict.UNANCHORED
    report = verify(bag, roots=ENDED / "root.pem")
    assert (report.verdict, report.up_to) == (Verdict.TIMED, 4)
    assert [stamp.utc for stamp in report.stamps] == ["2026-11-23T01:21:42Z"]


@needs_openssl
@pytest.mark.parametrize(
    ("moment", "answer"), [("1795396902", "OK"), (BEFORE_ITS_TIME, "FAILED"), (LONG_AFTER, "FAILED")]
)
def test_openssl_says_the_same_at_the_time_of_the_token_only(tmp_path: Path, moment: str, answer: str) -> None:
    bag = with_ended_stamp(tmp_path / "bag")
    name = "checkpoints/00000004.txt"
    words = ["openssl", "ts", "-verify", "-data", name, "-in", f"{name}.tsr", "-CAfile", str(ENDED / "root.pem")]
    done = subprocess.run([*words, "-attime", moment], cwd=bag, capture_output=True, text=True, check=False)
    assert f"Verification: {answer}" in done.stdout + done.stderr


@needs_openssl
def test_a_reply_changed_on_the_disk_is_never_timed_and_never_a_traceback(path: Path, true: Authority) -> None:
    shelve(path, lambda text: true.reply(make_request(text).data))
    bag = bagged(path)
    (file,) = (bag / "data/checkpoints").glob("*.tsr")
    reply = file.read_bytes()
    times = {stamp.utc for stamp in verify(bag, roots=true.root).stamps}
    for place in range(0, len(reply), 11):
        file.write_bytes(reply[:place] + bytes([reply[place] ^ (1 << place % 8)]) + reply[place + 1 :])
        seal(bag)
        report = verify(bag, roots=true.root)
        assert report.verdict in (Verdict.INVALID, Verdict.UNANCHORED, Verdict.TIMED)
        assert {stamp.utc for stamp in report.stamps} <= times, place
