"""A journal's file judged: rows, keys, checkpoints, attachments and, where asked, derived tables (4-evidence 4.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from app.errors import Refused, Unavailable
from app.ledger.findings import Count, Finding, Held, Report, Verdict, finding, judge, shortened
from app.ledger.head import EMPTY_HEAD
from app.ledger.journal_findings import (
    beginning_problems,
    erasure_problems,
    file_notes,
    file_problems,
    guard_notes,
    token_problems,
)
from app.ledger.journal_scan import Question, Seen
from app.ledger.key_line import Signed, checkpoint_problems, read_checkpoints
from app.ledger.log import log_id
from app.ledger.scan_together import scan_all
from app.ledger.stamp_findings import Reply, judge_replies
from app.ledger.told import Told
from app.storage import checkpoint_table, log_table, stamp_table
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Connection, Database
from app.words import N_

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

Rebuilt = Callable[[Connection], Iterable[Finding]]
"""Asked whether the derived tables equal a rebuild; gives a finding for each that does not."""


def verify_journal(
    database: Database,
    held: Sequence[Held] = (),
    *,
    roots: Sequence[Certificate] = (),
    rebuilt: Rebuilt | None = None,
    files: bool = True,
    progress: Callable[[int], None] | None = None,
) -> Report:
    """Judge an open journal as it stands at this moment. `files`: hash the attachments, too. `roots`: for time stamps.

    `progress` is told the number of rows looked at. What cannot be read any more is a problem, not an exception.
    """
    try:
        with database.reading() as connection:
            return _judge(connection, database, _Asked(held, roots, rebuilt, files, progress))
    except Unavailable as no:
        return _unreadable(database.path.name, Finding("unreadable", no.text, no.values))
    except (TypeError, AttributeError, ValueError, OverflowError):
        # Looked for only now: asking every row for the sorts of its values would cost as much as reading it.
        odd = _odd(database)
        if not odd:
            raise
        return _unreadable(database.path.name, *odd)


class _Asked(Struct, frozen=True):
    """What a reader asks of a journal."""

    held: Sequence[Held]
    roots: Sequence[Certificate]
    rebuilt: Rebuilt | None
    files: bool
    progress: Callable[[int], None] | None


def _judge(connection: Connection, database: Database, asked: _Asked) -> Report:
    held = asked.held
    checkpoints, problems = read_checkpoints(_signed(connection))
    wanted = {checkpoint.size for _, checkpoint in checkpoints} | {one.size for one in held}
    log = _log_of(connection)
    seen = scan_all(connection, database, Question(log, frozenset(wanted), bool(held)), asked.progress)
    stamps = judge_replies(_replies(connection), checkpoints, asked.roots)
    told = _told_by(seen)
    problems = [
        *seen.problems,
        *beginning_problems(connection),
        *erasure_problems(seen, told),
        *problems,
        *checkpoint_problems(checkpoints, log, {0: EMPTY_HEAD, **seen.heads}, told.keys, whole=True),
        *token_problems(connection, told),
        *stamps.problems,
        *(asked.rebuilt(connection) if asked.rebuilt is not None else ()),
    ]
    notes = [*seen.notes, *stamps.notes, *guard_notes(connection)]
    if asked.files:
        shelf = AttachmentFiles(database.path)
        problems += file_problems(told, shelf)
        notes += file_notes(told, shelf)
    verdict, up_to = judge(seen.size, seen.heads, problems, held, told.quoted, stamps.stamped)
    return Report(
        what=database.path.name,
        verdict=verdict,
        up_to=up_to,
        entries=seen.size,
        head=seen.head,
        log=log,
        count=Count(shown=seen.size - len(seen.erased), redacted=len(seen.erased)),
        problems=shortened(problems),
        notes=shortened(notes),
        stamps=tuple(stamps.stamped),
    )


def _told_by(seen: Seen) -> Told:
    told = Told()
    for telling in seen.telling:
        told.add(*telling)
    return told


def _log_of(connection: Connection) -> str | None:
    """The log's name by its first record; None where that is damaged, which the scan will say."""
    try:
        return log_id(connection)
    except (Refused, Unavailable):
        return None


def _signed(connection: Connection) -> Iterator[Signed]:
    for size, text, signature in checkpoint_table.every(connection):
        yield Signed(f"checkpoints/{size:08d}.txt", text, signature)


def _replies(connection: Connection) -> Iterator[Reply]:
    for stamp in stamp_table.stamps(connection):
        if stamp.reply is not None:
            yield Reply(stamp.size, stamp.reply)


def _odd(database: Database) -> list[Finding]:
    text = N_("Row {number} of the table {table} holds a value of another sort than its column.")
    try:
        with database.reading() as connection:
            odd = log_table.odd_rows(connection)
    except Unavailable as no:
        return [Finding("unreadable", no.text, no.values)]
    return [finding("unreadable", text, number=number, table=table) for table, number in odd]


def _unreadable(name: str, *problems: Finding) -> Report:
    return Report(
        what=name,
        verdict=Verdict.INVALID,
        up_to=0,
        entries=0,
        head="",
        log=None,
        count=Count(),
        problems=problems,
        notes=(),
    )
