"""What is found or told of a journal beside its rows: beginning, erasures, tokens, guards, attachments (4.2)."""

from __future__ import annotations

from collections.abc import Iterator

from app.ledger.findings import Finding, finding
from app.ledger.journal_scan import Seen
from app.ledger.record import Body
from app.ledger.told import Told
from app.storage import log_table, stamp_table
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Connection
from app.storage.schema import missing_guards
from app.words import N_

GUARD = "guard"
"""The code of a finding about a trigger of the log that is not there."""


def beginning_problems(connection: Connection) -> Iterator[Finding]:
    """A journal begins with journal.opened (1.3b)."""
    first = log_table.read(connection, 1)
    if first is None:
        yield finding("empty", N_("There is no entry in this journal."))
    elif first.kind != "journal.opened":
        yield finding("opened", N_("The first entry does not open a journal."))


def erasure_problems(seen: Seen, told: Told) -> Iterator[Finding]:
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


def token_problems(connection: Connection, told: Told) -> Iterator[Finding]:
    """A token that an entry names lies on the shelf of stamps as it was imported (4.4)."""
    there = stamp_table.token_hashes(connection)
    for sha256, seq in told.tokens.items():
        if sha256 not in there:
            yield finding("token", N_("The time stamp that entry {seq} names is missing or changed."), seq=seq)


def guard_notes(connection: Connection) -> Iterator[Finding]:
    """Bytes are judged by their hashes alone; that nothing refused a change is no change, and is said."""
    text = N_("The guard {name} of the log is missing: a change would not be refused. `ashore rebuild` puts it back.")
    for name in missing_guards(connection):
        yield finding(GUARD, text, name=name)


def file_problems(told: Told, files: AttachmentFiles) -> Iterator[Finding]:
    """Attachments that a standing record names. What an erasure took with it is not missed."""
    erased = told.erased_files
    missing = N_("The attachment {name} of entry {seq} is missing.")
    changed = N_("The attachment {name} of entry {seq} was changed.")
    for file, seq in told.files.items():
        sound = file.sha256 in erased or files.sound(file.sha256)
        if not sound:
            yield finding("attachment", missing if sound is None else changed, name=file.sha256, seq=seq)


def file_notes(told: Told, files: AttachmentFiles) -> Iterator[Finding]:
    """Files that lie there and that nothing names."""
    named = {file.sha256 for file in told.files}
    for name in files.names():
        if name not in named:
            yield finding("unnamed", N_("No entry names the attachment {name}."), name=name)
