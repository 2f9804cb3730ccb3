"""Which key signed when: the keys that the log names, and the checkpoints against list and key (4-evidence 4.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from app.errors import Refused
from app.ledger import sshsig
from app.ledger.checkpoint import Checkpoint, parse_checkpoint, text_hash
from app.ledger.findings import Finding, finding
from app.ledger.record import Body
from app.words import N_


class Signed(Struct, frozen=True):
    """A checkpoint as found: its name for people, its text and its signature (None where the file is missing)."""

    name: str
    text: str
    signature: str | None


class KeyLine:
    """The keys in the order in which the log names them. Fed with the journal.* records, in order."""

    def __init__(self) -> None:
        self._from: list[tuple[int, str]] = []
        self._wrong: list[Finding] = []
        self._handovers: dict[int, bool] = {}

    def add(self, seq: int, kind: str, body: Body) -> None:
        """Take in what a record says; only journal.opened and journal.key_changed matter."""
        key = body.get("public_key")
        if not isinstance(key, str):
            return
        if kind == "journal.opened":
            self._from.append((0, key))
        elif kind == "journal.key_changed":
            if self._from and body.get("old_key") != self._from[-1][1]:
                self._wrong.append(finding("key", N_("Entry {seq} changes a key that was not the journal's."), seq=seq))
            self._handovers[seq] = bool(body.get("old_key_lost"))
            self._from.append((seq, key))

    def key_at(self, size: int) -> str | None:
        """The key that signs a checkpoint of that size: one made at a change of keys is the old key's."""
        found = None
        for seq, key in self._from:
            if seq < size or seq == 0:
                found = key
        return found

    @property
    def keys(self) -> list[str]:
        """All public key lines, the present one last."""
        return [key for _, key in self._from]

    def problems(self, sizes: Iterable[int]) -> Iterator[Finding]:
        """What is wrong with the keys, given the sizes of the checkpoints there are."""
        yield from self._wrong
        there = set(sizes)
        for seq, lost in self._handovers.items():
            if not lost and seq not in there:
                unsigned = N_("The key changed in entry {seq}, and the old key did not sign a checkpoint of it.")
                yield finding("key", unsigned, seq=seq)


def read_checkpoints(found: Iterable[Signed]) -> tuple[list[tuple[Signed, Checkpoint]], list[Finding]]:
    """The checkpoints that are ones, by size, and a problem for each that is not."""
    read, problems = [], []
    for signed in found:
        try:
            read.append((signed, parse_checkpoint(signed.text)))
        except Refused:
            problems.append(finding("checkpoint", N_("{name} is not a checkpoint of six lines."), name=signed.name))
    return sorted(read, key=lambda pair: pair[1].size), problems


def checkpoint_problems(
    read: list[tuple[Signed, Checkpoint]], log: str | None, heads: dict[int, str], keys: KeyLine, whole: bool
) -> Iterator[Finding]:
    """Each checkpoint against the list, the one before, and the key in force. `whole`: none may be missing between."""
    yield from keys.problems(checkpoint.size for _, checkpoint in read)
    before: Signed | None = None
    for signed, checkpoint in read:
        if checkpoint.log != log:
            yield finding("checkpoint", N_("{name} belongs to another journal."), name=signed.name)
        elif heads.get(checkpoint.size) != checkpoint.head:
            yield finding("head", N_("{name} names another head than the list gives."), name=signed.name)
        if not _follows(checkpoint, before, whole):
            yield finding("checkpoint", N_("{name} does not follow the checkpoint before it."), name=signed.name)
        yield from _signature_problems(signed, keys.key_at(checkpoint.size))
        before = signed


def _follows(checkpoint: Checkpoint, before: Signed | None, whole: bool) -> bool:
    if before is not None and checkpoint.prev == text_hash(before.text):
        return True
    return (before is None and checkpoint.prev is None) or not whole


def _signature_problems(signed: Signed, key: str | None) -> Iterator[Finding]:
    if signed.signature is None:
        yield finding("signature", N_("{name} is not signed."), name=signed.name)
    elif key is None:
        yield finding("key", N_("The records do not name the key of {name}."), name=signed.name)
    elif not sshsig.verify(signed.signature, sshsig.CHECKPOINT, signed.text.encode(), key):
        yield finding("signature", N_("{name} is not signed by the journal's key."), name=signed.name)
