"""A bag judged, as folder or zip archive: shell, list, records, holes, checkpoints, attachments (4-evidence 4.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Unavailable
from app.ledger.bag_files import DamagedFile, Files, files_at
from app.ledger.bag_manifest import Shell, bag_info, file_hash, manifest_problems, shell_of, small_file, spans
from app.ledger.bag_scan import BagScan
from app.ledger.bag_signers import MOST_SMALL, signer_problems, small_text
from app.ledger.findings import Count, Finding, Held, Report, finding, judge, shortened
from app.ledger.head import LIST_LINE_BYTES
from app.ledger.holes import Accounted, Holes, add_counts
from app.ledger.key_line import Signed, checkpoint_problems, read_checkpoints
from app.ledger.named_files import WHOLE_SOURCE
from app.ledger.stamp_findings import Reply, absent_tokens, judge_replies
from app.words import N_

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

Progress = Callable[[int], None]

_CHECKPOINT = re.compile(r"checkpoints/([0-9]{8}\.txt)")
_REPLY = re.compile(r"checkpoints/([0-9]{8})\.txt(?:\.[0-9]+)?\.tsr")
_OUTSIDE = ("Before-Period", "After-Period")


def verify_bag(
    path: Path, held: Sequence[Held] = (), roots: Sequence[Certificate] = (), progress: Progress | None = None
) -> Report:
    """Judge a bag, or a bare folder with a list and records, by its files alone. `progress` as of a journal."""
    files = files_at(path)
    shell = shell_of(files)
    if shell is None:
        raise Unavailable("{name} is neither a journal nor a bag: it holds no log.sha256.", name=path.name)
    try:
        return _judge(files, shell, path.name, held, roots, progress or _untold)
    except DamagedFile as damaged:
        inner = str(damaged)
        raise Unavailable(
            "{inner} in {name} cannot be read. Have it sent again.", inner=inner, name=path.name
        ) from None


def entries_listed(path: Path) -> int:
    """How many lines the list of a bag has, by its size."""
    files = files_at(path)
    shell = shell_of(files)
    name = f"{shell.data}log.sha256" if shell else ""
    return files.size(name) // LIST_LINE_BYTES if name in files.names() else 0


def _untold(_: int) -> None:
    """Nobody wants to know."""


def _judge(
    files: Files, shell: Shell, name: str, held: Sequence[Held], roots: Sequence[Certificate], progress: Progress
) -> Report:
    checkpoints, problems = read_checkpoints(_signed(files, shell))
    scan = BagScan(files, shell.data, {one.size for _, one in checkpoints} | {one.size for one in held})
    scan.run(progress)
    replies = list(_replies(files, shell))
    stamps = judge_replies(replies, checkpoints, roots)
    count, hole_problems = _holes(scan, bag_info(files, shell))
    problems = [
        *(manifest_problems(files, shell, partial(progress, len(scan.listed))) if shell.bagged else ()),
        *scan.problems,
        *(_scope_problems(scan) if shell.bagged else ()),
        *hole_problems,
        *problems,
        *checkpoint_problems(checkpoints, scan.log, scan.heads, scan.told.keys, whole=False),
        *signer_problems(files, shell, scan.told.keys.keys),
        *_attachment_problems(files, shell, scan),
        *stamps.problems,
    ]
    verdict, up_to = judge(len(scan.listed), scan.heads, problems, held, scan.told.quoted, stamps.stamped)
    return Report(
        what=name,
        verdict=verdict,
        up_to=up_to,
        entries=len(scan.listed),
        head=scan.head.hex(),
        log=scan.log,
        count=count,
        problems=shortened(problems),
        notes=shortened([*_notes(files, shell, scan), *stamps.notes, *absent_tokens(scan.told.tokens, replies)]),
        stamps=tuple(stamps.stamped),
    )


def _signed(files: Files, shell: Shell) -> Iterator[Signed]:
    for name in sorted(files.names()):
        match = _CHECKPOINT.fullmatch(name.removeprefix(shell.data)) if name.startswith(shell.data) else None
        if match:
            yield Signed(match[1], small_text(files, name) or "", small_text(files, f"{name}.sig"))


def _replies(files: Files, shell: Shell) -> Iterator[Reply]:
    for name in sorted(files.names()):
        match = _REPLY.fullmatch(name.removeprefix(shell.data)) if name.startswith(shell.data) else None
        if match:
            yield Reply(int(match[1]), small_file(files, name, MOST_SMALL) or b"")


def _holes(scan: BagScan, info: dict[str, str]) -> tuple[Count, list[Finding]]:
    """Holes of every client; those of the journal's own entries are not judged (4.5)."""
    accounted = Accounted(
        private=frozenset(seq for span in spans(info.get("Private-Entries", "")) for seq in span[: len(scan.listed)]),
        erased=frozenset(seq for body in scan.told.erasures.values() if isinstance(seq := body.get("seq"), int)),
        outside=tuple(span for label in _OUTSIDE for span in spans(info.get(label, ""))),
    )
    counts, problems = [], []
    for client, shown in scan.clients.items():
        if client == 0:
            counts.append(Count(shown=len(shown)))
            continue
        holes = Holes(scan.listed, accounted)
        for one in shown:
            holes.add(one)
        counts.append(holes.count())
        problems += holes.problems
        problems += [
            finding("shown", N_("Entry {seq} is shown, and named as one that is not."), seq=one.seq)
            for one in shown
            if one.seq in accounted.named
        ]
    problems += _erasure_problems(scan)
    return add_counts(counts), problems


def _erasure_problems(scan: BagScan) -> Iterator[Finding]:
    for by, body in scan.told.erasures.items():
        seq = body.get("seq")
        if not (isinstance(seq, int) and 1 <= seq < by and scan.listed.at(seq) == body.get("sha256")):
            yield finding("erasure", N_("Entry {by} erases an entry that the list does not have."), by=by)


def _scope_problems(scan: BagScan) -> Iterator[Finding]:
    """A bag shows one client and, of the journal itself, nothing that could name another (4.5)."""
    clients = sorted(set(scan.clients) - {0})
    if len(clients) > 1:
        yield finding("scope", N_("The bag shows {count} clients; it may show one."), count=len(clients))
    for kind in sorted(scan.kinds_of_journal):
        if not (kind.startswith("journal.") or kind == "owner.changed"):
            yield finding(
                "scope", N_("The bag shows an entry of the journal itself that it may not: {kind}."), kind=kind
            )


def _attachment_problems(files: Files, shell: Shell, scan: BagScan) -> Iterator[Finding]:
    erased = scan.told.erased_files
    for file, seq in scan.told.files.items():
        name = f"{shell.data}attachments/{file.sha256}.bin"
        if name not in files.names():
            if file.sha256 not in erased and file.use != WHOLE_SOURCE:
                text = N_("The attachment {name} of entry {seq} is missing.")
                yield finding("attachment", text, name=file.sha256, seq=seq)
        elif not _is(files, name, file.sha256):
            text = N_("The attachment {name} of entry {seq} was changed.")
            yield finding("attachment", text, name=file.sha256, seq=seq)


def _is(files: Files, name: str, sha256: str) -> bool:
    try:
        return file_hash(files, name) == sha256
    except DamagedFile:
        return False


def _notes(files: Files, shell: Shell, scan: BagScan) -> Iterator[Finding]:
    named = {file.sha256 for file in scan.told.files}
    folder = f"{shell.data}attachments/"
    for name in sorted(files.names()):
        if name.startswith(folder) and name.removeprefix(folder).removesuffix(".bin") not in named:
            yield finding("unnamed", N_("No entry names the attachment {name}."), name=name.removeprefix(folder))
