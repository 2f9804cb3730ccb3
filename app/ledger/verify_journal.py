"""A journal's file judged: rows, keys, checkpoints, attachments and, where asked, derived tables (4-evidence 4.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from app.errors import Refused, Unavailable
from app.ledger.findings import Count, Finding, Held, Report, Verdict, finding, judge, shortened
from app.ledger.head import EMPTY_HEAD
from app.ledger.journal_scan import Question, Seen
from app.ledger.key_line import Signed, checkpoint_problems, read_checkpoints
from app.ledger.log import log_id
from app.ledger.record import Body
from app.ledger.scan_together import scan_all
from app.ledger.stamp_findings import Reply, judge_replies
from app.ledger.told import Told
from app.storage import checkpoint_table, log_table, stamp_table
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Connection, Database
from app.storage.schema import missing_guards
from app.words import N_

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

GUARD = "guard"
"""The code of a finding about a trigger of the log that is not there."""
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
            return _judge(connection, database, held, roots, rebuilt, files, progress)
    except Unavailable as no:
        return _unreadable(database.path.name, Finding("unreadable", no.text, no.values))
    except (TypeError, AttributeError, ValueError, OverflowError):
        # Looked for only now: asking every row for the sorts of its values would cost as much as reading it.
        odd = _odd(database)
        if not odd:
            raise
        return _unreadable(database.path.name, *odd)


def _judge(
    connection: Connection,
    database: Database,
    held: Sequence[Held],
    roots: Sequence[Certificate],
    rebuilt: Rebuilt | None,
    files: bool,
    progress: Callable[[int], None] | None,
) -> Report:
    checkpoints, problems = read_checkpoints(_signed(connection))
    wanted = {checkpoint.size for _, checkpoint in checkpoints} | {one.size for one in held}
    log = _log_of(connection)
    seen = scan_all(connection, database, Question(log, frozenset(wanted), bool(held)), progress)
    stamps = judge_replies(_replies(connection), checkpoints, roots)
    told = Told()
    for telling in seen.telling:
        told.add(*telling)
    problems = [
        *seen.problems,
        *_beginning_problems(connection),
        *_erasure_problems(seen, told),
        *problems,
        *checkpoint_problems(checkpoints, log, {0: EMPTY_HEAD, **seen.heads}, told.keys, whole=True),
        *_token_problems(connection, told),
        *stamps.problems,
        *(rebuilt(connection) if rebuilt is not None else ()),
    ]
    notes = [*seen.notes, *stamps.notes, *_guard_notes(connection)]
    if files:
        shelf = AttachmentFiles(database.path)
        problems += _file_problems(told, shelf)
        notes += _file_notes(told, shelf)
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


def _beginning_problems(connection: Connection) -> Iterator[Finding]:
    """A journal begins with journal.opened (1.3b)."""
    first = log_table.read(connection, 1)
    if first is None:
        yield finding("empty", N_("There is no entry in this journal."))
    elif first.kind != "journal.opened":
        yield finding("opened", N_("The first entry does not open a journal."))


def _erasure_problems(seen: Seen, told: Told) -> Iterator[Finding]:
    """Bytes are missing where, and only where, a journal.redacted entry says so (4.7)."""
    named = {body.get("seq"): (seq, body) for seq, body in told.erasures.items()}
    for seq, erased in seen.erased.items():
        if seq not in named or not _names(named[seq][1], erased):
            unnamed = N_("The bytes of entry {seq} are missing, and no entry says that it was erased.")
            yield finding("null", unnamed, seq=seq)
    for by, body in told.erasures.items():
        if body.get("seq") not in seen.erased:
            there = N_("Entry {by} says that entry {seq} was erased, but it is there.")
            yield finding("erasure", there, by=by, seq=body.get("seq"))


def _names(erasure: Body, erased: tuple[int, str, str]) -> bool:
    return tuple(erasure.get(key) for key in ("cseq", "sha256", "erased_kind")) == erased


def _token_problems(connection: Connection, told: Told) -> Iterator[Finding]:
    """A token that an entry names lies on the shelf of stamps as it was imported (4.4)."""
    there = stamp_table.token_hashes(connection)
    for sha256, seq in told.tokens.items():
        if sha256 not in there:
            yield finding("token", N_("The time stamp that entry {seq} names is missing or changed."), seq=seq)


def _guard_notes(connection: Connection) -> Iterator[Finding]:
    """Bytes are judged by their hashes alone; that nothing refused a change is no change, and is said."""
    text = N_("The guard {name} of the log is missing: a change would not be refused. `ashore rebuild` puts it back.")
    for name in missing_guards(connection):
        yield finding(GUARD, text, name=name)


def _file_problems(told: Told, files: AttachmentFiles) -> Iterator[Finding]:
    """Attachments that a standing record names. What an erasure took with it is not missed."""
    erased = told.erased_files
    missing = N_("The attachment {name} of entry {seq} is missing.")
    changed = N_("The attachment {name} of entry {seq} was changed.")
    for file, seq in told.files.items():
        sound = file.sha256 in erased or files.sound(file.sha256)
        if not sound:
            yield finding("attachment", missing if sound is None else changed, name=file.sha256, seq=seq)


def _file_notes(told: Told, files: AttachmentFiles) -> Iterator[Finding]:
    named = {file.sha256 for file in told.files}
    for name in files.names():
        if name not in named:
            yield finding("unnamed", N_("No entry names the attachment {name}."), name=name)


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
