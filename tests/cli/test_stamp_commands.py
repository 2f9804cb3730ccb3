"""`ashore stamp request` and `stamp import`, with `verify --root` after them (4.4, 5.4)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.shell import Shell, begun
from tests.ledger.authority import Authority

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed here")


@pytest.fixture
def ashore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return begun(tmp_path, capsys, "Harbour & Finch")


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "authority")


def test_a_stamp_is_carried_by_hand_from_request_to_verdict(
    ashore: Shell, authority: Authority, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    assert ashore("stamp", "request", "--out", tmp_path / "out", "--json") == 0
    (request,) = json.loads(ashore.out)["requests"]
    reply = Path(request).with_suffix(".tsr")
    reply.write_bytes(authority.reply(Path(request).read_bytes()))
    assert ashore("stamp", "import", reply, "--root", authority.root, "--json") == 0
    (taken,) = json.loads(ashore.out)
    assert (taken["result"], taken["authority"]) == ("taken", "CN=Test authority")
    assert ashore("verify") == 3
    assert ashore("verify", "--root", authority.root, "--json") == 0
    report = json.loads(ashore.out)
    assert (report["verdict"], report["up_to"]) == ("TIMED", taken["size"])
    assert report["entries"] > report["up_to"]
    assert ashore("stamp", "request", "--out", tmp_path / "out") == 0
    assert "Nothing waits" in ashore.out
    assert ashore("check") == 0


def test_a_refused_reply_is_named_and_the_others_are_kept(ashore: Shell, authority: Authority, tmp_path: Path) -> None:
    assert ashore("stamp", "request", "--out", tmp_path) == 0
    assert "1 request, 69 bytes." in ashore.out
    (request,) = tmp_path.glob("*.tsq")
    (tmp_path / "good.tsr").write_bytes(authority.reply(request.read_bytes()))
    (tmp_path / "bad.tsr").write_bytes(b"<html>503</html>")
    assert ashore("stamp", "import", tmp_path / "bad.tsr", tmp_path / "good.tsr", request) == 1
    assert "bad.tsr: It is no time stamp, or it was cut short." in ashore.err
    assert f"{request.name}: It is a request, not a reply." in ashore.err
    assert "good.tsr: A stamp over entries 1 to" in ashore.out
    assert "No root was chosen" in ashore.out
    assert ashore("stamp", "import", tmp_path / "good.tsr") == 0
    assert "Nothing was added." in ashore.out


def test_a_root_that_is_none_is_refused_before_anything_is_taken(ashore: Shell, tmp_path: Path) -> None:
    (tmp_path / "root.pem").write_text("no root")
    (tmp_path / "reply.tsr").write_bytes(b"anything")
    assert ashore("stamp", "import", tmp_path / "reply.tsr", "--root", tmp_path / "root.pem") == 1
    assert "holds no certificate in PEM form" in ashore.err


def test_a_root_out_of_the_very_folder_that_is_checked_is_not_believed(
    ashore: Shell, authority: Authority, tmp_path: Path
) -> None:
    bag = tmp_path / "bag"
    bag.mkdir()
    (bag / "root.pem").write_bytes(authority.root.read_bytes())
    assert ashore("verify", bag, "--root", bag / "root.pem") == 2
    assert "lies in the very folder" in ashore.err
