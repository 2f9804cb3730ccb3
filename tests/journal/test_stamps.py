"""Time stamps through the journal: queue, files carried by hand, replies taken in, the entry that names them (4.4)."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.facts.stamps import Fate, StampState, TakenIn
from app.ledger.checkpoint import parse_checkpoint
from app.ledger.findings import Verdict
from app.ledger.stamp_answers import Known, judge_answer
from app.ledger.timestamp import load_roots, make_request
from app.ledger.verify import verify
from app.storage import checkpoint_table, stamp_table
from tests.journal.conftest import Shore
from tests.ledger.authority import Authority
from tests.ledger.small_journal import VECTOR

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed here")

OTHERS = (VECTOR / "checkpoints/00000004.txt").read_text()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority") / "true")


@pytest.fixture(scope="module")
def fake(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("fake") / "fake", "Fake authority")


def asked(shore: Shore) -> bytes:
    """Queue a request for the journal as it stands; its bytes."""
    shore.journal.stamps.request()
    return shore.journal.stamps.waiting()[-1].data


def written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def taken(shore: Shore, folder: Path, reply: bytes, roots: Path | None = None) -> TakenIn:
    (one,) = shore.journal.stamps.take([written(folder, "reply.tsr", reply)], roots)
    return one


def stamps_named(shore: Shore) -> list[dict[str, object]]:
    return [anchor for anchor in shore.journal.evidence.anchors() if anchor["how"] == "stamp"]


def newest_text(shore: Shore) -> str:
    with shore.journal.look() as connection:
        newest = checkpoint_table.latest(connection)
    assert newest is not None
    return newest.text


def test_a_request_is_queued_once_for_a_journal_as_it_stands(shore: Shore) -> None:
    data = asked(shore)
    assert len(data) == 69
    assert hashlib.sha256(newest_text(shore).encode()).digest() in data
    assert shore.journal.stamps.request() is None
    assert [row.state for row in shore.journal.stamps.queue().rows] == [StampState.WAITING]
    shore.journal.talk.note(shore.client, "Es kam etwas dazu")
    assert shore.journal.stamps.request() is not None
    sizes = [row.size for row in shore.journal.stamps.queue().waiting]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 2


def test_requests_are_written_whole_and_never_over_anothers(shore: Shore, tmp_path: Path) -> None:
    data = asked(shore)
    folder = tmp_path / "out"
    with pytest.raises(Unavailable, match="There is no folder"):
        shore.journal.stamps.save(folder)
    folder.mkdir()
    (path,) = shore.journal.stamps.save(folder)
    size = shore.journal.stamps.queue().newest
    assert (path.name, path.read_bytes()) == (f"{size:08d}.tsq", data)
    assert shore.journal.stamps.save(folder) == (path,)
    path.write_bytes(b"another journal's")
    with pytest.raises(Refused, match="another request"):
        shore.journal.stamps.save(folder)
    assert [each.name for each in folder.iterdir()] == [path.name]
    assert path.read_bytes() == b"another journal's"


def test_a_reply_is_kept_byte_for_byte_and_named_by_one_entry_of_the_journal(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    reply = authority.reply(asked(shore))
    found = taken(shore, tmp_path, reply, authority.root)
    (anchor,) = stamps_named(shore)
    signed = parse_checkpoint(newest_text(shore))
    assert found.fate is Fate.TAKEN
    assert anchor["entry"] == found.entry
    assert anchor["client"] == 0
    assert (anchor["size"], anchor["head"]) == (signed.size, signed.head)
    assert anchor["token"] == {"sha256": hashlib.sha256(reply).hexdigest(), "size": len(reply)}
    assert anchor["authority"] == "CN=Test authority"
    assert found.at is not None
    assert anchor["stamped_utc"] == f"{found.at:%Y-%m-%dT%H:%M:%SZ}"
    with shore.journal.look() as connection:
        assert [stamp.reply for stamp in stamp_table.stamps(connection)] == [reply]
    assert shore.journal.stamps.request() is None, "only the stamp itself was recorded since"


def test_the_same_reply_twice_adds_nothing(shore: Shore, tmp_path: Path, authority: Authority) -> None:
    reply = authority.reply(asked(shore))
    first = taken(shore, tmp_path, reply)
    before = shore.journal.size_and_head(), shore.journal.stamps.queue()
    again = taken(shore, tmp_path, reply, authority.root)
    assert (again.fate, again.entry) == (Fate.KNOWN, first.entry)
    assert (shore.journal.size_and_head(), shore.journal.stamps.queue()) == before


def test_replies_come_in_any_order_and_a_bad_one_keeps_no_other_out(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    requests = []
    for text in ("eins", "zwei", "drei"):
        shore.journal.talk.note(shore.client, text)
        requests.append(asked(shore))
    replies = [written(tmp_path, f"{n}.tsr", authority.reply(data)) for n, data in enumerate(requests)]
    garbage = written(tmp_path, "garbage.tsr", b"\x30\x82no reply")
    fates = [
        each.fate
        for each in shore.journal.stamps.take([replies[2], garbage, replies[0], tmp_path / "none.tsr", replies[1]])
    ]
    assert fates == [Fate.TAKEN, Fate.REFUSED, Fate.TAKEN, Fate.REFUSED, Fate.TAKEN]
    assert shore.journal.stamps.queue().waiting == ()
    assert verify(shore.journal.path, roots=authority.root).verdict is Verdict.TIMED


def test_two_authorities_may_stamp_one_checkpoint(
    shore: Shore, tmp_path: Path, authority: Authority, fake: Authority
) -> None:
    data = asked(shore)
    one, two = taken(shore, tmp_path, authority.reply(data)), taken(shore, tmp_path, fake.reply(data))
    assert [one.fate, two.fate] == [Fate.TAKEN, Fate.TAKEN]
    assert len({row.authority for row in shore.journal.stamps.queue().rows}) == 2
    assert len(verify(shore.journal.path, roots=authority.root).stamps) == 1


def test_a_reply_to_a_request_made_elsewhere_stamps_the_checkpoint_all_the_same(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    shore.journal.evidence.checkpoint()
    found = taken(shore, tmp_path, authority.reply(make_request(newest_text(shore)).data), authority.root)
    assert (found.fate, found.notes[0].text[:41]) == (Fate.TAKEN, "It answers a request that was not made he")


def test_a_time_that_two_clocks_do_not_agree_on_is_said_and_the_stamp_is_kept(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    shore.clock.move_to(datetime(2016, 11, 2, 8, 0, tzinfo=UTC))
    late = taken(shore, tmp_path, authority.reply(asked(shore)), authority.root)
    shore.clock.move_to(datetime(2066, 11, 2, 8, 0, tzinfo=UTC))
    shore.journal.talk.note(shore.client, "Vierzig Jahre später")
    early = taken(shore, tmp_path, authority.reply(asked(shore)), authority.root)
    assert [late.fate, early.fate] == [Fate.TAKEN, Fate.TAKEN]
    assert "later than this computer's clock" in late.notes[0].text
    assert "before the checkpoint's own time" in early.notes[0].text
    assert "ended on" in early.notes[1].text, "the certificate holds a month, and the stamp stays good"


REFUSALS = {
    "another journal": "It stamps another hash",
    "a failure status": "The authority made no stamp: Message digest algorithm is not supported.",
    "a request": "It is a request, not a reply.",
    "cut short": "It is no time stamp, or it was cut short.",
    "a changed time": "It was changed on its way",
    "a changed certificate": "It was changed on its way",
    "a changed signature": "It was changed on its way",
    "empty": "It is no time stamp",
    "another root": "No root that you chose stands behind its authority, CN=Test authority.",
    "too large": "It is larger than any time stamp.",
    "a token of nothing here": "It holds no hash of a checkpoint",
}


def spoilt(case: str, data: bytes, authority: Authority) -> bytes:
    reply = authority.reply(data)
    place = {
        "a changed time": reply.index(b"\x18\x0f20") + 15,
        "a changed certificate": reply.index(b"\x17\x0d") + 13,
        "a changed signature": len(reply) - 4,
    }
    if case in place:
        at = place[case]
        return reply[:at] + bytes([reply[at] ^ 1]) + reply[at + 1 :]
    return {
        "another journal": lambda: authority.reply(make_request(OTHERS).data),
        "a failure status": lambda: authority.refusal(data),
        "a request": lambda: data,
        "cut short": lambda: reply[:-9],
        "empty": lambda: b"",
        "too large": lambda: bytes(1 << 21),
        "a token of nothing here": lambda: b"\x30\x03\x04\x01\x00",
    }.get(case, lambda: reply)()


@pytest.mark.parametrize("case", REFUSALS)
def test_what_is_no_stamp_of_this_journal_is_refused_by_its_reason_and_nothing_is_lost(
    case: str, shore: Shore, tmp_path: Path, authority: Authority, fake: Authority
) -> None:
    data = asked(shore)
    before = shore.journal.size_and_head()
    found = taken(shore, tmp_path, spoilt(case, data, authority), fake.root if case == "another root" else None)
    assert found.fate is Fate.REFUSED
    assert found.said.text.format(**found.said.values).startswith(REFUSALS[case])
    assert shore.journal.size_and_head() == before
    assert [each.data for each in shore.journal.stamps.waiting()] == [data], "the request waits on"
    assert taken(shore, tmp_path, authority.reply(data), authority.root).fate is Fate.TAKEN


def test_an_authority_whose_certificate_had_ended_is_refused_and_proves_nothing_in_a_file(
    shore: Shore, tmp_path: Path
) -> None:
    expired = Authority(tmp_path / "expired")
    expired.expire()
    data = asked(shore)
    reply = expired.reply(data)
    found = taken(shore, tmp_path, reply)
    assert found.fate is Fate.REFUSED
    assert "holds from 2023-01-01T00:00:00Z to 2024-01-01T00:00:00Z" in found.said.text.format(**found.said.values)
    with shore.journal.act() as act:
        stamp_table.put_reply(act.connection, 1, reply, "by hand")
    report = verify(shore.journal.path, roots=expired.root)
    assert (report.verdict, [note.code for note in report.notes]) == (Verdict.UNANCHORED, ["stamp"])


def test_a_token_in_another_form_is_kept_and_said_to_be_not_checked_here(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    data = asked(shore)
    written(tmp_path, "reply.tsr", authority.reply(data))
    bare = ["openssl", "ts", "-reply", "-in", "reply.tsr", "-token_out", "-out", "token.der"]
    subprocess.run(bare, cwd=tmp_path, check=True, capture_output=True)
    token = (tmp_path / "token.der").read_bytes()
    before = shore.journal.size_and_head()
    for fate in (Fate.UNCHECKED, Fate.KNOWN):
        found = taken(shore, tmp_path, token, authority.root)
        assert (found.fate, found.said.text[:21]) == (fate, "It cannot be read her")
    assert [row.state for row in shore.journal.stamps.queue().rows] == [StampState.UNCHECKED]
    assert shore.journal.size_and_head() == before, "nothing is known that an entry could say"
    report = verify(shore.journal.path, roots=authority.root)
    assert (report.verdict, [note.code for note in report.notes]) == (Verdict.UNANCHORED, ["stamp"])


def test_a_reply_damaged_anywhere_never_becomes_a_stamp_of_another_time(
    shore: Shore, tmp_path: Path, authority: Authority
) -> None:
    reply = authority.reply(asked(shore))
    with shore.journal.look() as connection:
        texts = {each.size: each.text for each in checkpoint_table.every(connection)}
        requests = [(each.number, each.size, each.request) for each in stamp_table.stamps(connection)]
    now = shore.journal.clock()
    known = Known(checkpoints=texts, requests=requests, now=now)
    rooted = Known(checkpoints=texts, requests=requests, now=now, roots=load_roots(authority.root))
    true = judge_answer(reply, rooted).token
    assert true is not None
    for place in range(len(reply)):
        damaged = reply[:place] + bytes([reply[place] ^ (1 << place % 8)]) + reply[place + 1 :]
        for against in (known, rooted):
            try:
                token = judge_answer(damaged, against).token
            except Refused:
                continue
            assert token is None or (token.imprint, token.utc, token.nonce) == (true.imprint, true.utc, true.nonce)


@pytest.mark.parametrize("change", ["reply = substr(reply, 1, 40)", "reply = NULL"])
def test_a_token_that_an_entry_names_is_missed_when_it_is_changed_or_dropped(
    shore: Shore, tmp_path: Path, authority: Authority, change: str
) -> None:
    taken(shore, tmp_path, authority.reply(asked(shore)))
    with shore.journal.act() as act:
        act.connection.exec_driver_sql(f"UPDATE stamps SET {change}")
    report = verify(shore.journal.path, roots=authority.root)
    assert report.verdict is Verdict.INVALID
    assert "token" in [problem.code for problem in report.problems]
