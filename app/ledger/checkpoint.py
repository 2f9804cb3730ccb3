"""Checkpoints: six lines that commit to the whole log, signed, one after the other (4-evidence 4.1)."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct

from app.errors import Refused
from app.ledger import sshsig
from app.storage import checkpoint_table
from app.storage.checkpoint_table import Shelved
from app.storage.database import Connection

_TEXT = re.compile(
    "journal-checkpoint/v1\n"
    "log: (?P<log>[0-9a-f]{32})\n"
    "size: (?P<size>0|[1-9][0-9]{0,14})\n"
    "head: sha256:(?P<head>[0-9a-f]{64})\n"
    "time: (?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)\n"
    "prev: (?:none|sha256:(?P<prev>[0-9a-f]{64}))\n"
)


class Checkpoint(Struct, frozen=True, kw_only=True):
    """One commitment: this log, this many entries, this head. `time` is a claim; `prev` hashes the one before."""

    log: str
    size: int
    head: str
    time: str
    prev: str | None

    @property
    def text(self) -> str:
        """The six lines, each with its LF."""
        before = "none" if self.prev is None else f"sha256:{self.prev}"
        return (
            f"journal-checkpoint/v1\nlog: {self.log}\nsize: {self.size}\nhead: sha256:{self.head}\n"
            f"time: {self.time}\nprev: {before}\n"
        )


def parse_checkpoint(text: str) -> Checkpoint:
    """The checkpoint that these exact six lines are; Refused for anything else."""
    match = _TEXT.fullmatch(text)
    if match is None:
        raise Refused("The checkpoint has not exactly its six lines.")
    part = match.groupdict()
    return Checkpoint(log=part["log"], size=int(part["size"]), head=part["head"], time=part["time"], prev=part["prev"])


def text_hash(text: str) -> str:
    """What the next checkpoint calls `prev`: the SHA-256 hex of the file."""
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def make_checkpoint(
    connection: Connection, log: str, size_and_head: tuple[int, str], key: Ed25519PrivateKey, now: datetime
) -> Shelved:
    """The checkpoint of this size, signed and shelved; the one that stands already where nothing was appended since.

    After journal.key_changed it is the *old* key that signs the checkpoint of exactly that size.
    """
    size, head = size_and_head
    last = checkpoint_table.latest(connection)
    if last is not None and last.size == size:
        return last
    checkpoint = Checkpoint(
        log=log,
        size=size,
        head=head,
        time=f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        prev=text_hash(last.text) if last else None,
    )
    signature = sshsig.sign(key, sshsig.CHECKPOINT, checkpoint.text.encode("ascii"))
    made = Shelved(size, checkpoint.text, signature)
    checkpoint_table.put(connection, made)
    return made
