"""Attacks round an erasure (4.7, 4.8): what is forged with it is seen from inside, what was erased stays provable."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.clock import FixedClock
from app.facts.erasure import Erased, Grounds
from app.journal.checking import verify_path
from app.journal.journal import Journal
from app.journal.opening import create_journal
from app.ledger.findings import Held, Verdict
from tests.attacks.hand import hand
from tests.journal.conftest import MONDAY
from tests.ledger.authority import Authority

SECRET = "The invoice goes to Whitmore & Daughters"


class Scene:
    """A journal in which entry `number` was erased; `before` is what the client's drawer held, `bytes` what it was."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "journal.ashore"
        self.journal: Journal = create_journal(
            self.path, {"name": "Elena", "zone": "Europe/Madrid"}, FixedClock(MONDAY)
        )
        self.client = self.journal.clients.add("Глина")
        self.number = self.journal.talk.received(self.client, SECRET, channel="email")
        self.kept = self.journal.talk.received(self.client, "This one stays", channel="email")
        self.journal.evidence.checkpoint()
        self.before = Held(*self.journal.size_and_head())
        with self.journal.look() as connection:
            ask = "SELECT record FROM log WHERE seq = ?"
            self.bytes = bytes(connection.exec_driver_sql(ask, (self.number,)).scalar())  # type: ignore[arg-type]

    def erase(self) -> Erased:
        return self.journal.erasing.erase(self.journal.erasing.plan([self.number]), Grounds(reason="asked"))

    def judged(self, *held: Held) -> tuple[Verdict, set[str]]:
        report = verify_path(self.path, held)
        return report.verdict, {problem.code for problem in report.problems}


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path)
    with closing(made.journal):
        yield made


def test_an_erasure_leaves_the_old_sheet_held_and_its_checkpoint_signed(scene: Scene) -> None:
    """Seen with a held head: what the client holds from before the erasure still fits."""
    scene.erase()
    scene.journal.close()
    assert scene.judged(scene.before) == (Verdict.HELD, set())
    assert scene.judged() == (Verdict.UNANCHORED, set())


def test_erased_bytes_that_are_put_back_are_seen(scene: Scene) -> None:
    """From inside: an entry says that they were erased."""
    scene.erase()
    scene.journal.close()
    with hand(scene.path) as connection:
        connection.execute("UPDATE log SET record = ? WHERE seq = ?", (scene.bytes, scene.number))
    verdict, codes = scene.judged()
    assert (verdict, "erasure" in codes) == (Verdict.INVALID, True)


def test_a_neighbour_that_goes_under_cover_of_an_erasure_is_seen(scene: Scene) -> None:
    """From inside: each NULL needs an entry of its own."""
    scene.erase()
    scene.journal.close()
    with hand(scene.path) as connection:
        connection.execute("UPDATE log SET record = NULL WHERE seq = ?", (scene.kept,))
    verdict, codes = scene.judged(scene.before)
    assert (verdict, "null" in codes) == (Verdict.INVALID, True)


def test_an_erasure_that_names_another_hash_explains_nothing(scene: Scene) -> None:
    """From inside: the entry must name number, hash and kind of what is gone."""
    with scene.journal.act() as act:
        body = {"seq": scene.number, "cseq": 2, "sha256": "0" * 64, "erased_kind": "message.received", "reason": "x"}
        act.note("journal.redacted", body, scene.client)
    scene.journal.close()
    with hand(scene.path) as connection:
        connection.execute("UPDATE log SET record = NULL WHERE seq = ?", (scene.number,))
    verdict, codes = scene.judged()
    assert (verdict, "null" in codes) == (Verdict.INVALID, True)


def test_an_erasure_that_was_never_carried_out_is_seen(scene: Scene) -> None:
    """From inside: words that an entry calls erased must not be there."""
    with scene.journal.act() as act:
        with scene.journal.look() as connection:
            row = connection.exec_driver_sql("SELECT cseq, sha256 FROM log WHERE seq = ?", (scene.number,)).first()
        assert row is not None
        body = {"seq": scene.number, "cseq": row[0], "sha256": row[1].hex(), "erased_kind": "message.received",
                "reason": "x"}  # fmt: skip
        act.note("journal.redacted", body, scene.client)
    scene.journal.close()
    assert scene.judged() == (Verdict.INVALID, {"erasure"})


def test_a_time_stamp_from_before_still_proves_its_time(scene: Scene, tmp_path: Path) -> None:
    """TIMED: the token is of the checkpoint, and the checkpoint of hashes that stay."""
    authority = Authority(tmp_path / "authority")
    scene.journal.stamps.request()
    (waiting,) = scene.journal.stamps.waiting()
    scene.journal.stamps.take_reply("reply.tsr", authority.reply(waiting.data), authority.root)
    scene.erase()
    scene.journal.close()
    report = verify_path(scene.path, roots=authority.root)
    assert (report.verdict, report.problems) == (Verdict.TIMED, ())


def test_a_stranger_finds_all_that_is_there_right_by_the_written_commands(scene: Scene, tmp_path: Path) -> None:
    """4.5: sha256sum passes over the erased record as over any that is missing; the head is that of the old sheet."""
    scene.erase()
    path = tmp_path / "bag.zip"
    scene.journal.bags.export(scene.client, path, None)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        archive.extractall(tmp_path / "bag")
    (data,) = (tmp_path / "bag").glob("**/data")
    assert not (data / "records" / f"{scene.number:08d}.json").exists()
    done = subprocess.run(
        ["sha256sum", "--strict", "--ignore-missing", "--quiet", "-c", "log.sha256"], cwd=data, check=False
    )
    assert done.returncode == 0
    head = subprocess.run(
        f"head -n {scene.before.size} log.sha256 | sha256sum", cwd=data, shell=True, check=True, capture_output=True
    )
    assert head.stdout.split()[0].decode() == scene.before.head
    assert not any(SECRET.encode() in each.read_bytes() for each in data.rglob("*") if each.is_file())
    report = verify_path(path, [scene.before])
    assert (report.verdict, report.count.redacted, report.problems) == (Verdict.HELD, 1, ())
