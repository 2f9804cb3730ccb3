"""Time stamps by a local authority: TIMED needs the reader's own root, whatever lies in the bag (4.3, 4.4)."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.ledger.der import SEQUENCE, only, parts
from app.ledger.findings import Held, Report, Verdict
from app.ledger.timestamp import load_roots, make_request, read_reply, stamps, vouched_for
from app.ledger.token_order import in_order
from app.ledger.verify import verify
from app.storage import stamp_table
from app.storage.checkpoint_table import every
from app.storage.database import open_writing
from tests.attacks.small_bag import seal, write_bag
from tests.ledger.authority import Authority, ChainedAuthority
from tests.ledger.small_journal import VECTOR, small_journal

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed here")

TEXT = (VECTOR / "checkpoints/00000004.txt").read_text()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "true")


@pytest.fixture(scope="module")
def fake(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("fake") / "fake")


def test_a_request_is_69_bytes_and_openssl_reads_the_checkpoints_hash_in_it(tmp_path: Path) -> None:
    requests = [make_request(TEXT) for _ in range(200)]
    assert {len(request.data) for request in requests} == {69}
    assert len({request.nonce for request in requests}) == 200
    (tmp_path / "request.tsq").write_bytes(requests[0].data)
    (tmp_path / "text").write_text(TEXT)
    shown = subprocess.run(["openssl", "ts", "-query", "-in", "request.tsq", "-text"], cwd=tmp_path,
                           capture_output=True, text=True, check=True)  # fmt: skip
    assert "Certificate required: yes" in shown.stdout
    assert "Hash Algorithm: sha256" in shown.stdout


def test_a_reply_is_vouched_for_by_its_own_root_text_and_nonce_only(authority: Authority, fake: Authority) -> None:
    request = make_request(TEXT)
    reply = authority.reply(request.data)
    roots, others = load_roots(authority.root), load_roots(fake.root)
    token = read_reply(reply)
    assert token is not None
    assert token.nonce == request.nonce
    assert token.authority == "CN=Test authority"
    assert stamps(reply, TEXT) is True
    assert vouched_for(reply, TEXT, roots, request.nonce)
    assert not vouched_for(reply, TEXT, roots, request.nonce + 1)
    assert not vouched_for(reply, TEXT, others)
    assert not vouched_for(reply, TEXT, [])
    assert stamps(reply, TEXT + "x") is False
    assert not vouched_for(reply, TEXT + "x", roots)


@pytest.mark.parametrize("data", [b"", b"no reply", b"\x30\x03\x02\x01\x02"])
def test_what_cannot_be_read_is_not_checked(data: bytes, authority: Authority) -> None:
    assert read_reply(data) is None
    assert stamps(data, TEXT) is None
    assert not vouched_for(data, TEXT, load_roots(authority.root))


def test_a_changed_reply_is_not_vouched_for(authority: Authority) -> None:
    reply = bytearray(authority.reply(make_request(TEXT).data))
    roots = load_roots(authority.root)
    for place in range(len(reply) - 60, len(reply), 7):
        reply[place] ^= 1
        assert not vouched_for(bytes(reply), TEXT, roots)
        reply[place] ^= 1
    assert vouched_for(bytes(reply), TEXT, roots)


@pytest.mark.parametrize(("digest", "names_by"), [("sha256", "sha1"), ("sha512", "sha256")])
def test_a_chain_of_certificates_is_read_in_whatever_order_they_come(
    tmp_path: Path, fake: Authority, digest: str, names_by: str
) -> None:
    """RFC 5652 wants the set sorted; openssl and others write it in the order of the chain."""
    chained = ChainedAuthority(tmp_path / "chained", digest=digest, names_by=names_by)
    request = make_request(TEXT)
    given = in_order(chained.reply(request.data))
    for reply in (given, certificates_turned(given)):
        token = read_reply(reply)
        assert token is not None
        assert (token.authority, token.intact, token.nonce) == ("CN=Chained authority", True, request.nonce)
        assert vouched_for(reply, TEXT, load_roots(chained.root), request.nonce)
        assert not vouched_for(reply, TEXT, load_roots(fake.root))


def certificates_turned(reply: bytes) -> bytes:
    certificates = parts(parts(parts(parts(only(reply, SEQUENCE))[1])[1])[0])[3]
    one, two = parts(certificates)
    assert one.whole < two.whole
    return reply.replace(one.whole + two.whole, two.whole + one.whole)


def test_a_file_without_roots_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty.pem").write_text("nothing")
    with pytest.raises(Refused, match="no certificate"):
        load_roots(tmp_path / "empty.pem")
    with pytest.raises(Unavailable, match="cannot be read"):
        load_roots(tmp_path / "none.pem")


def stamped_journal(folder: Path, authority: Authority, text: str | None = None) -> Path:
    """A journal of ten entries with a stamp over the checkpoint of the first eight, or over another text."""
    path = folder / "journal.ashore"
    with small_journal(path) as journal:
        with journal.database.transaction() as connection:
            checkpoint = every(connection)[0]
            request = make_request(text or checkpoint.text).data
            number = stamp_table.put_request(connection, checkpoint.size, request)
            assert [stamp.number for stamp in stamp_table.waiting(connection)] == [number]
            stamp_table.put_reply(connection, number, authority.reply(request), "Test authority")
            assert stamp_table.waiting(connection) == []
        journal.talk(2, 2)
    return path


def with_stamp(journal: Path, bag: Path) -> Path:
    write_bag(journal, bag)
    with closing(open_writing(journal)) as database, database.reading() as connection:
        stamp = stamp_table.stamps(connection)[0]
    (bag / f"data/checkpoints/{stamp.size:08d}.txt.tsr").write_bytes(stamp.reply or b"")
    seal(bag)
    return bag


@pytest.mark.parametrize("as_bag", [False, True])
def test_a_stamp_makes_it_timed_for_a_reader_with_the_root_up_to_its_checkpoint(
    tmp_path: Path, authority: Authority, fake: Authority, as_bag: bool
) -> None:
    path = stamped_journal(tmp_path, authority)
    path = with_stamp(path, tmp_path / "bag") if as_bag else path
    timed = verify(path, roots=authority.root)
    assert (timed.verdict, timed.up_to, timed.entries, timed.exit_code) == (Verdict.TIMED, 8, 10, 0)
    assert [stamp.size for stamp in timed.stamps] == [8]
    assert unproved(verify(path))
    assert unproved(verify(path, roots=fake.root))
    assert verify(path, [Held(10, timed.head)], roots=authority.root).verdict is Verdict.HELD
    assert verify(path, [Held(10, "0" * 64)], roots=authority.root).verdict is Verdict.DIVERGED


def unproved(report: Report) -> bool:
    return (report.verdict, [note.code for note in report.notes]) == (Verdict.UNANCHORED, ["stamp"])


def test_a_fake_authority_in_the_bag_proves_nothing(tmp_path: Path, authority: Authority, fake: Authority) -> None:
    bag = with_stamp(stamped_journal(tmp_path, fake), tmp_path / "bag")
    (bag / "data/root.pem").write_bytes(fake.root.read_bytes())
    seal(bag)
    assert unproved(verify(bag, roots=authority.root))


@pytest.mark.parametrize("as_bag", [False, True])
def test_a_stamp_of_another_checkpoint_is_seen_from_inside(tmp_path: Path, authority: Authority, as_bag: bool) -> None:
    path = stamped_journal(tmp_path, authority, TEXT)
    path = with_stamp(path, tmp_path / "bag") if as_bag else path
    report = verify(path, roots=authority.root)
    assert (report.verdict, [problem.code for problem in report.problems]) == (Verdict.INVALID, ["stamp"])


def test_a_reply_that_cannot_be_read_is_told_and_no_problem(tmp_path: Path, authority: Authority) -> None:
    bag = with_stamp(stamped_journal(tmp_path, authority), tmp_path / "bag")
    (bag / "data/checkpoints/00000008.txt.tsr").write_bytes(b"another format")
    seal(bag)
    assert unproved(verify(bag, roots=authority.root))
