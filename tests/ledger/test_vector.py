"""The whole golden vector is made again by the ledger, and stock tools accept it (4-evidence, vectors/evidence)."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from app.ledger import sshsig
from app.ledger.checkpoint import make_checkpoint, parse_checkpoint
from app.ledger.head import LIST_LINE_BYTES, Head, list_line
from app.ledger.log import Log
from app.ledger.record import parse
from app.ledger.sshsig import public_line
from app.storage import log_table
from app.storage.database import create
from app.storage.log_table import LOG_DDL
from tests.ledger.small_journal import KEY, LOG_ID, OTHER_KEY, VECTOR, anything, no_tables

HEADS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "a60ae0383649b20151509a349eb07d8b1d12a0781e31f0846774b0e03af2fc57",
    "eeb6434ef1f17ab8c93528524651aa45c25e026834b36102fb43c0f7ea6dee50",
    "7839f0ffc113eb339a3365ff0921e7d7657a10310aea47c3add3148bf7b9ccfd",
    "81a71ba8cf1099c98ec0e543371151b3e2731daa25a3689bf6203e1b2098eb72",
]


@pytest.fixture
def salted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Salts as the vector has them: of SHA-256("salt1") and on."""
    made, drawn = iter(range(1, 10)), os.urandom

    def salt(size: int) -> bytes:
        """Salts have 16 bytes; a shorter draw is for the name of a file."""
        return hashlib.sha256(f"salt{next(made)}".encode()).digest()[:size] if size == 16 else drawn(size)

    monkeypatch.setattr("app.ledger.log.os.urandom", salt)


@pytest.mark.usefixtures("salted")
def test_the_ledger_makes_the_golden_log_and_checkpoint_byte_for_byte(tmp_path: Path) -> None:
    golden = [(VECTOR / f"records/{seq:08d}.json").read_bytes() for seq in range(1, 5)]
    database = create(tmp_path / "golden.ashore", LOG_DDL)
    log = Log(database, LOG_ID, check=anything, apply=no_tables)
    for data in golden:
        record = parse(data)
        client = None if record.kind == "client.added" else record.client
        with database.transaction() as connection:
            log.append(connection, record.kind, client, record.body, datetime.fromisoformat(record.rec_utc))
    with database.transaction() as connection:
        stored = [row.record for rows in log_table.walk(connection) for row in rows]
        end = log.size_and_head(connection)
        made = make_checkpoint(connection, LOG_ID, end, KEY, datetime.fromisoformat("2026-01-05T09:00:05Z"))
    database.close()
    assert stored == golden
    assert end == (4, HEADS[4])
    assert made.text == (VECTOR / "checkpoints/00000004.txt").read_text()
    assert made.signature == (VECTOR / "checkpoints/00000004.txt.sig").read_text()


def test_list_and_heads_are_the_golden_ones() -> None:
    head, lines = Head(), b""
    assert head.hex() == HEADS[0]
    for seq in range(1, 5):
        sha256 = parse((VECTOR / f"records/{seq:08d}.json").read_bytes()).sha256
        lines += list_line(sha256, seq)
        head.add(sha256)
        assert head.hex() == HEADS[seq]
    assert lines == (VECTOR / "log.sha256").read_bytes()
    assert len(lines) == 4 * LIST_LINE_BYTES


def test_the_golden_signature_is_this_keys_for_this_text_and_purpose_only() -> None:
    text, signature = (
        (VECTOR / "checkpoints/00000004.txt").read_bytes(),
        (VECTOR / "checkpoints/00000004.txt.sig").read_text(),
    )
    line = public_line(KEY)
    assert (VECTOR / "allowed_signers").read_text().strip().endswith(line)
    assert sshsig.verify(signature, sshsig.CHECKPOINT, text, line)
    assert not sshsig.verify(signature, sshsig.CHECKPOINT, text + b" ", line)
    assert not sshsig.verify(signature, sshsig.EXPORT, text, line)
    assert not sshsig.verify(signature, sshsig.CHECKPOINT, text, public_line(OTHER_KEY))
    assert not sshsig.verify(signature.replace("U1NIU0lH", "U1NIU0lI"), sshsig.CHECKPOINT, text, line)
    assert not sshsig.verify("", sshsig.CHECKPOINT, text, line)


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="ssh-keygen is not installed here")
def test_ssh_keygen_accepts_our_signature_and_prints_our_fingerprint(tmp_path: Path) -> None:
    message = "Здравствуйте\n".encode()
    (tmp_path / "signers").write_text(sshsig.allowed_signers(public_line(OTHER_KEY)))
    (tmp_path / "message.sig").write_text(sshsig.sign(OTHER_KEY, sshsig.EXPORT, message))
    (tmp_path / "key.pub").write_text(public_line(OTHER_KEY) + "\n")
    words = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", "owner", "-n", sshsig.EXPORT, "-s", "message.sig"]
    good = subprocess.run(words, cwd=tmp_path, input=message, capture_output=True, check=False)
    bad = subprocess.run(words, cwd=tmp_path, input=message + b"x", capture_output=True, check=False)
    shown = subprocess.run(["ssh-keygen", "-l", "-f", "key.pub"], cwd=tmp_path, capture_output=True, check=True)
    assert (good.returncode, bad.returncode != 0) == (0, True)
    assert sshsig.fingerprint(public_line(OTHER_KEY)) in shown.stdout.decode()


@pytest.mark.skipif(not shutil.which("sha256sum") or os.name == "nt", reason="sha256sum is not installed here")
def test_every_line_of_the_vectors_readme_succeeds() -> None:
    script = """
        set -e
        sha256sum --strict -c log.sha256
        test "$(head -n 4 log.sha256 | sha256sum | cut -c1-64)" = %s
        ssh-keygen -Y verify -f allowed_signers -I owner -n journal-checkpoint \
            -s checkpoints/00000004.txt.sig < checkpoints/00000004.txt
    """
    assert (
        subprocess.run(["bash", "-c", script % HEADS[4]], cwd=VECTOR, capture_output=True, check=False).returncode == 0
    )


def test_a_checkpoint_is_exactly_six_lines() -> None:
    text = (VECTOR / "checkpoints/00000004.txt").read_text()
    assert parse_checkpoint(text).text == text
    for wrong in (text + "\n", text[:-1], text.replace("\n", "\r\n"), text.replace("size: 4", "size: 04"), ""):
        with pytest.raises(Exception, match="six lines"):
            parse_checkpoint(wrong)
