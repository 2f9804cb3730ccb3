"""A journal's file judged: rows, keys, checkpoints, attachments and, where asked, derived tables (4-evidence 4.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from app.errors import Refused, Unavailable
from app.ledger.checkpoint import Checkpoint
from app.ledger.findings import Count, Finding, Held, Report, Verdict, finding, judge, shortened
from app.ledger.journal_scan import JournalScan
from app.ledger.key_line import Signed, checkpoint_problems, read_checkpoints
from app.ledger.log import log_id
from app.ledger.record import Body
from app.storage import checkpoint_table, log_table
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Connection, Database
from app.storage.log_table import Row
from app.words import N_

Rebuilt = Callable[[Connection], Iterable[Finding]]
"""Asked whether the derived tables equal a rebuild; gives a finding for each that does not."""


def verify_journal(
    database: Database,
    held: Sequence[Held] = (),
    *,
    rebuilt: Rebuilt | None = None,
    files: bool = True,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Judge an open journal as it stands at this moment. `files`: hash the attachments, too.

    `progress` is told the number of rows looked at. What cannot be read any more is a problem, not an exception.
    """
    name = database.path.name
    try:
        with database.reading() as connection:
            return _judge(connection, AttachmentFiles(database.path) if files else None, name, held, rebuilt, progress)
    except Unavailable as no:
        return _unreadable(name, Finding("unreadable", no.text, no.values))


def _judge(
    connection: Connection,
    files: AttachmentFiles | None,
    name: str,
    held: Sequence[Held],
    rebuilt: Rebuilt | None,
    progress: Callable[[int], None] | None,
) -> Report:
    checkpoints, problems = read_checkpoints(_signed(connection))
    scan = _scan(connection, checkpoints, held, progress)
    problems = [
        *scan.problems,
        *_beginning_problems(connection),
        *_erasure_problems(scan),
        *problems,
        *checkpoint_problems(checkpoints, scan.log, scan.heads, scan.told.keys, whole=True),
        *_token_problems(connection, scan),
        *(rebuilt(connection) if rebuilt is not None else ()),
    ]
    notes = list(scan.notes)
    if files is not None:
        problems += _file_problems(scan, files)
        notes += _file_notes(scan, files)
    verdict, up_to = judge(scan.head.size, scan.heads, problems, held, scan.told.quoted, ())
    return Report(
        what=name,
        verdict=verdict,
        up_to=up_to,
        entries=scan.head.size,
        head=scan.head.hex(),
        log=scan.log,
        count=Count(shown=scan.head.size - len(scan.erased), redacted=len(scan.erased)),
        problems=shortened(problems),
        notes=shortened(notes),
    )


def _scan(
    connection: Connection,
    checkpoints: Iterable[tuple[Signed, Checkpoint]],
    held: Iterable[Held],
    progress: Callable[[int], None] | None,
) -> JournalScan:
    wanted = {checkpoint.size for _, checkpoint in checkpoints} | {one.size for one in held}
    scan = JournalScan(_log_of(connection), wanted, ask_quotes=any(True for _ in held))
    for rows in log_table.scan(connection):
        scan.add(rows)
        if progress is not None:
            progress(scan.head.size)
    return scan


def _log_of(connection: Connection) -> str | None:
    """The log's name by its first record; None where that is damaged, which the scan will say."""
    try:
        return log_id(connection)
    except (Refused, Unavailable):
        return None


def _signed(connection: Connection) -> Iterator[Signed]:
    for size, text, signature in checkpoint_table.every(connection):
        yield Signed(f"checkpoints/{size:08d}.txt", text, signature)


def _beginning_problems(connection: Connection) -> Iterator[Finding]:
    """A journal begins with journal.opened (1.3b)."""
    first = log_table.read(connection, 1)
    if first is None:
        yield finding("empty", N_("There is no entry in this journal."))
    elif first.kind != "journal.opened":
        yield finding("opened", N_("The first entry does not open a journal."))


def _erasure_problems(scan: JournalScan) -> Iterator[Finding]:
    """Bytes are missing where, and only where, a journal.redacted entry says so (4.7)."""
    named = {body.get("seq"): (seq, body) for seq, body in scan.told.erasures.items()}
    for seq, row in scan.erased.items():
        if seq not in named or not _names(named[seq][1], row):
            unnamed = N_("The bytes of entry {seq} are missing, and no entry says that it was erased.")
            yield finding("null", unnamed, seq=seq)
    for by, body in scan.told.erasures.items():
        if body.get("seq") not in scan.erased:
            there = N_("Entry {by} says that entry {seq} was erased, but it is there.")
            yield finding("erasure", there, by=by, seq=body.get("seq"))


def _names(erasure: Body, row: Row) -> bool:
    said: tuple[Any, ...] = tuple(erasure.get(key) for key in ("cseq", "sha256", "erased_kind"))
    return said == (row.cseq, row.sha256.hex(), row.kind)


def _token_problems(connection: Connection, scan: JournalScan) -> Iterator[Finding]:
    """A token that an entry names lies on the shelf of stamps as it was imported (4.4)."""
    there = checkpoint_table.token_hashes(connection)
    for sha256, seq in scan.told.tokens.items():
        if sha256 not in there:
            yield finding("token", N_("The time stamp that entry {seq} names is missing or changed."), seq=seq)


def _file_problems(scan: JournalScan, files: AttachmentFiles) -> Iterator[Finding]:
    """Attachments that a standing record names. What an erasure took with it is not missed."""
    erased = scan.told.erased_files
    missing = N_("The attachment {name} of entry {seq} is missing.")
    changed = N_("The attachment {name} of entry {seq} was changed.")
    for file, seq in scan.told.files.items():
        sound = file.sha256 in erased or files.sound(file.sha256)
        if not sound:
            yield finding("attachment", missing if sound is None else changed, name=file.sha256, seq=seq)


def _file_notes(scan: JournalScan, files: AttachmentFiles) -> Iterator[Finding]:
    named = {file.sha256 for file in scan.told.files}
    for name in files.names():
        if name not in named:
            yield finding("unnamed", N_("No entry names the attachment {name}."), name=name)


def _unreadable(name: str, problem: Finding) -> Report:
    return Report(
        what=name,
        verdict=Verdict.INVALID,
        up_to=0,
        entries=0,
        head="",
        log=None,
        count=Count(),
        problems=(problem,),
        notes=(),
    )
