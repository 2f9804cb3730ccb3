"""A bag as 4.5 describes it, written plainly from a small journal, so that attacks on it need no exporter."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.ledger import sshsig
from app.ledger.head import list_line
from app.storage import log_table
from app.storage.attachment_files import AttachmentFiles
from app.storage.checkpoint_table import every
from app.storage.database import open_reading
from tests.ledger.small_journal import KEY, small_journal

BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def with_a_brief(path: Path) -> Path:
    """1 opened, 2 the client, 3 to 8 messages, 9 a message with an attachment, a checkpoint over 8 and over 9."""
    with small_journal(path) as made:
        brief = path.with_name("brief.pdf")
        brief.write_bytes(b"%PDF-1.4 toy")
        kept = AttachmentFiles(path).keep_file(brief)
        named = {"sha256": kept.sha256, "size": kept.size, "name": "brief.pdf"}
        made.add("message.received", 2, channel="email", text="x", attachments=[named])
        made.checkpoint()
    return path


def write_bag(journal: Path, bag: Path, *, leave_out: Collection[int] = (), info: str = "") -> Path:
    """A bag folder of the whole journal without the entries named; nothing explains them but `info`."""
    data = bag / "data"
    for folder in ("records", "attachments", "checkpoints", "keys"):
        (data / folder).mkdir(parents=True)
    with closing(open_reading(journal)) as database, database.reading() as connection:
        rows = [row for batch in log_table.walk(connection) for row in batch]
        checkpoints = every(connection)
    (data / "log.sha256").write_bytes(b"".join(list_line(row.sha256.hex(), row.seq) for row in rows))
    for row in rows:
        if row.record is not None and row.seq not in leave_out:
            (data / f"records/{row.seq:08d}.json").write_bytes(row.record)
    for checkpoint in checkpoints:
        (data / f"checkpoints/{checkpoint.size:08d}.txt").write_text(checkpoint.text, newline="\n")
        (data / f"checkpoints/{checkpoint.size:08d}.txt.sig").write_text(checkpoint.signature, newline="\n")
    files = AttachmentFiles(journal)
    for name in files.names():
        (data / f"attachments/{name}.bin").write_bytes(files.path_of(name).read_bytes())
    (data / "keys/allowed_signers").write_text(sshsig.allowed_signers(sshsig.public_line(KEY)), newline="\n")
    (bag / "bag-info.txt").write_text(f"Source-Organization: Ashore\n{info}", newline="\n")
    seal(bag)
    return bag


def seal(bag: Path, key: Ed25519PrivateKey = KEY) -> None:
    """Write declaration, manifests and signature anew over what lies there: what an owner with the key can do."""
    (bag / "bagit.txt").write_text(BAGIT, newline="\n")
    payload = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
    _manifest(bag, "manifest-sha256.txt", payload)
    _manifest(bag, "tagmanifest-sha256.txt", [bag / "bag-info.txt", bag / "bagit.txt", bag / "manifest-sha256.txt"])
    signature = sshsig.sign(key, sshsig.EXPORT, (bag / "tagmanifest-sha256.txt").read_bytes())
    (bag / "tagmanifest-sha256.txt.sig").write_text(signature, newline="\n")


def _manifest(bag: Path, name: str, files: list[Path]) -> None:
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(bag).as_posix()}\n" for file in files]
    (bag / name).write_text("".join(lines), newline="\n")


def zipped(bag: Path, target: Path) -> Path:
    """The bag as an archive, in one folder of its name."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in bag.rglob("*") if path.is_file()):
            archive.write(file, f"{bag.name}/{file.relative_to(bag).as_posix()}")
    return target
