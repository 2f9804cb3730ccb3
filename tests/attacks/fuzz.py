"""Random damage to a journal, a bag and its archive: no traceback, and never a good verdict for bytes that matter.

The long run: `python -m tests.attacks.fuzz --minutes 10 [--seed N]`. Prints one line of counts, and each failure with
what makes it again; exit 1 when there was any.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from app.errors import Said
from app.ledger.findings import Held, Verdict
from app.ledger.verify import verify
from app.storage.attachment_files import AttachmentFiles
from app.storage.driver import connect
from tests.attacks.small_bag import write_bag, zipped
from tests.ledger.small_journal import small_journal

Damage = Callable[[random.Random, bytearray], None]

EVIDENCE = ("log", "checkpoints", "stamps")
"""Tables whose rows are evidence; the small journal has no others."""


class Grounds(NamedTuple):
    """Whole files, in a folder of their own, and the head that the reader holds."""

    journal: Path
    bag: Path
    archive: Path
    held: Held


class Outcome(NamedTuple):
    """What came of one blow. `wrong` is empty where all is well."""

    kind: str
    verdict: str
    wrong: str = ""


def grounds(folder: Path) -> Grounds:
    """A journal of some entries with an attachment and two checkpoints, its bag and the archive of that."""
    folder.mkdir(parents=True, exist_ok=True)
    journal = folder / "journal.ashore"
    with small_journal(journal, messages=30) as made:
        (folder / "file").write_bytes(b"%PDF-1.4 " + bytes(range(256)) * 8)
        kept = AttachmentFiles(journal).keep_file(folder / "file")
        named = {"sha256": kept.sha256, "size": kept.size, "name": "file.pdf"}
        made.add("message.received", 2, channel="email", text="x", attachments=[named])
        made.checkpoint()
        held = Held(*made.size_and_head())
    bag = write_bag(journal, folder / "bag")
    return Grounds(journal, bag, zipped(bag, folder / "bag.zip"), held)


def flip_a_bit(chance: random.Random, data: bytearray) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def set_some_bytes(chance: random.Random, data: bytearray) -> None:
    at, length = chance.randrange(len(data)), chance.choice((1, 2, 4, 16, 64))
    data[at : at + length] = chance.randbytes(len(data[at : at + length]))


def cut_the_end(chance: random.Random, data: bytearray) -> None:
    del data[chance.randrange(len(data)) :]


def cut_out(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.choice((1, 2, 88, 500))]


def put_in(chance: random.Random, data: bytearray) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(
        (b"\n", b"\r", b"\0", b" ", b"\xff", b'"', b"{", chance.randbytes(chance.randrange(40)))
    )


def double_a_part(chance: random.Random, data: bytearray) -> None:
    at, length = chance.randrange(len(data)), chance.choice((1, 88, 300))
    data[at:at] = data[at : at + length]


def change_a_digit(chance: random.Random, data: bytearray) -> None:
    places = [at for at, byte in enumerate(data[: 1 << 16]) if byte in b"0123456789abcdef"]
    if places:
        data[chance.choice(places)] = chance.choice(b"0123456789abcdef")


def turn_line_ends(chance: random.Random, data: bytearray) -> None:
    data[:] = data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"")))


BLOWS: tuple[Damage, ...] = (
    flip_a_bit, flip_a_bit, set_some_bytes, cut_the_end, cut_out, put_in, double_a_part, change_a_digit, turn_line_ends,
)  # fmt: skip


def damaged(chance: random.Random, data: bytes) -> bytes:
    """One to three blows; an empty file only grows."""
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if found:
            chance.choice(BLOWS)(chance, found)
        else:
            put_in(chance, found)
    return bytes(found)


def strike(chance: random.Random, whole: Grounds, scratch: Path) -> Outcome:
    """Damage one of the three and judge it."""
    kind = chance.choice(("journal", "bag", "bag", "archive"))
    held = (whole.held,) if chance.random() < 0.7 else ()
    path, matters = {"journal": _strike_journal, "bag": _strike_bag, "archive": _strike_archive}[kind](
        chance, whole, scratch
    )
    try:
        report = verify(path, held)
    except Said:
        return Outcome(kind, "unreadable")
    except Exception:
        return Outcome(kind, "traceback", " ".join(traceback.format_exc().splitlines()[-3:]))
    if matters and report.verdict not in (Verdict.INVALID, Verdict.DIVERGED):
        return Outcome(kind, report.verdict.value, f"{report.verdict} for bytes that matter")
    return Outcome(kind, report.verdict.value)


def _strike_journal(chance: random.Random, whole: Grounds, scratch: Path) -> tuple[Path, bool]:
    path = scratch / "journal.ashore"
    shutil.copytree(AttachmentFiles(whole.journal).folder, AttachmentFiles(path).folder)
    path.write_bytes(damaged(chance, whole.journal.read_bytes()))
    return path, _rows(path) != _rows(whole.journal)


def _strike_bag(chance: random.Random, whole: Grounds, scratch: Path) -> tuple[Path, bool]:
    path = scratch / "bag"
    shutil.copytree(whole.bag, path)
    file = chance.choice(sorted(each for each in path.rglob("*") if each.is_file()))
    before = file.read_bytes()
    if chance.random() < 0.1:
        file.unlink()
        return path, True
    file.write_bytes(damaged(chance, before))
    return path, file.read_bytes() != before and not _means_the_same(file, before)


def _strike_archive(chance: random.Random, whole: Grounds, scratch: Path) -> tuple[Path, bool]:
    path = scratch / "bag.zip"
    path.write_bytes(damaged(chance, whole.archive.read_bytes()))
    return path, _members(path) != _members(whole.archive)


def _rows(path: Path) -> object:
    """The evidence in a journal's file, whatever became of its pages; None where SQLite cannot read it all."""
    try:
        with closing(connect(path, "ro")) as connection:
            return [connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in EVIDENCE]
    except Exception:
        return None


def _members(path: Path) -> object:
    try:
        with zipfile.ZipFile(path) as archive:
            return {member.filename: archive.read(member) for member in archive.infolist()}
    except Exception:
        return None


def _means_the_same(file: Path, before: bytes) -> bool:
    """Armour of a signature may be wrapped otherwise and say the same; nothing else in a bag is free."""
    return file.suffix == ".sig" and file.read_bytes().replace(b"\n", b"") == before.replace(b"\n", b"")


def run(seconds: float, seed: int) -> tuple[Counter[str], list[str]]:
    """Strike until the time is over. Counts by kind and verdict, and what makes each failure again."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="ashore-fuzz-") as folder:
        whole = grounds(Path(folder) / "whole")
        number, end = 0, monotonic() + seconds
        while monotonic() < end:
            number += 1
            with tempfile.TemporaryDirectory(dir=folder) as scratch:
                found = strike(random.Random(f"{seed}:{number}"), whole, Path(scratch))
            counts[f"{found.kind} {found.verdict}"] += 1
            if found.wrong:
                wrong.append(f"seed {seed}:{number} {found.kind}: {found.wrong}")
    return counts, wrong


def main() -> int:
    """The long run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    counts, wrong = run(asked.minutes * 60, asked.seed)
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())), f"= {counts.total()}")
    for each in wrong[:20]:
        print(each)
    print(f"{len(wrong)} failures")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
