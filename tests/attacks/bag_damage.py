"""Damages to a bag (4.8): each takes the bag's folder and changes something in it; sealing it anew is another step."""

from __future__ import annotations

from pathlib import Path

from app.ledger import sshsig
from tests.ledger.small_journal import KEY, OTHER_KEY

RECORD = "data/records/00000005.json"


def edit_a_record(bag: Path) -> None:
    path = bag / RECORD
    path.write_bytes(path.read_bytes().replace(b'"email"', b'"phone"'))


def swap_two_records(bag: Path) -> None:
    one, other = bag / RECORD, bag / "data/records/00000006.json"
    one_bytes = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(one_bytes)


def swap_the_attachment(bag: Path) -> None:
    next((bag / "data/attachments").iterdir()).write_bytes(b"%PDF-1.4 boy")


def drop_the_attachment(bag: Path) -> None:
    next((bag / "data/attachments").iterdir()).unlink()


def crlf_in_the_list(bag: Path) -> None:
    path = bag / "data/log.sha256"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def garbage_in_the_list(bag: Path) -> None:
    path = bag / "data/log.sha256"
    path.write_bytes(path.read_bytes() + b"garbage\n")


def a_list_cut_short(bag: Path) -> None:
    path = bag / "data/log.sha256"
    path.write_bytes(path.read_bytes()[:-10])


def a_record_the_list_does_not_name(bag: Path) -> None:
    (bag / "data/records/00000010.json").write_bytes((bag / RECORD).read_bytes())


def no_list(bag: Path) -> None:
    (bag / "data/log.sha256").unlink()


def a_record_of_two_mebibytes(bag: Path) -> None:
    (bag / RECORD).write_bytes(b" " * (2 << 20))


def another_keys_checkpoint(bag: Path) -> None:
    text = bag / "data/checkpoints/00000009.txt"
    text.with_suffix(".txt.sig").write_text(sshsig.sign(OTHER_KEY, sshsig.CHECKPOINT, text.read_bytes()))


def an_unsigned_checkpoint(bag: Path) -> None:
    (bag / "data/checkpoints/00000009.txt.sig").unlink()


def another_checkpoint(bag: Path) -> None:
    text = bag / "data/checkpoints/00000009.txt"
    changed = text.read_text().replace("head: sha256:", "head: sha256:0")[:-1]
    text.write_text(changed)


def a_checkpoint_of_another_head(bag: Path) -> None:
    text = bag / "data/checkpoints/00000009.txt"
    lines = text.read_text().splitlines()
    lines[3] = f"head: sha256:{'0' * 64}"
    text.write_text("\n".join(lines) + "\n")
    text.with_suffix(".txt.sig").write_text(sshsig.sign(KEY, sshsig.CHECKPOINT, text.read_bytes()))


def foreign_signers(bag: Path) -> None:
    (bag / "data/keys/allowed_signers").write_text(sshsig.allowed_signers(sshsig.public_line(OTHER_KEY)))


def no_signers(bag: Path) -> None:
    (bag / "data/keys/allowed_signers").unlink()
