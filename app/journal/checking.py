"""Is the journal sound on this disk, and what does a file prove to its reader (4.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from app.errors import Refused, Unavailable
from app.facts.backups import Returned
from app.facts.held import heads_in
from app.journal.journal import Journal
from app.ledger.findings import Finding, Held, Report, finding, parse_held
from app.ledger.journal_findings import GUARD
from app.ledger.verify import verify, verify_journal
from app.storage.database import Connection
from app.storage.log_table import tail
from app.storage.rebuild import differences, rebuild
from app.storage.schema import set_guards
from app.words import N_

_MOST_TEXT = 1 << 20
Progress = Callable[[int], None]


def check_journal(journal: Journal, progress: Progress | None = None) -> Report:
    """Every byte, link, copy, derived row and guard of an open journal; `sound` is the answer of `ashore check`."""

    def rebuilt(_: Connection) -> Iterator[Finding]:
        return differences(journal.path)

    report = verify_journal(journal.database, rebuilt=rebuilt, progress=progress)
    returned = journal.returned()
    guards = tuple(note for note in report.notes if note.code == GUARD)
    # Faults of this computer's file and no contradiction of its bytes: no reader is told, the verdict stays what it is.
    more = guards if returned is None else (*guards, _returned(returned))
    return replace(
        report,
        problems=(*report.problems, *more),
        notes=(*_unfinished(journal), *(note for note in report.notes if note.code != GUARD)),
    )


def _unfinished(journal: Journal) -> tuple[Finding, ...]:
    """Words that were erased in the log and may still stand in files (4.7)."""
    if not journal.erasing.unfinished():
        return ()
    said = N_("An erasure is not finished: words may still be in files. It is ended when the journal is opened next.")
    return (finding("unfinished", said),)


def _returned(returned: Returned) -> Finding:
    """Fault 12 and 17: the mark outside the journal remembers more, or another one."""
    if not returned.is_shorter:
        another = N_("This is not the journal that was here: it went on somewhere else before entry {expected}.")
        return finding("another", another, expected=returned.expected_size)
    if returned.missing == 1:
        return finding("shorter", N_("1 entry newer than this file was expected."))
    return finding("shorter", N_("{n} entries newer than this file were expected."), n=returned.missing)


def verify_path(
    path: Path, held: Sequence[Held] = (), progress: Progress | None = None, *, roots: Path | None = None
) -> Report:
    """A journal, a bag or a folder, judged for a reader who holds the heads `held` and trusts the PEM file `roots`."""

    def rebuilt(_: Connection) -> Iterator[Finding]:
        return differences(path)

    return verify(path, held, roots=roots, rebuilt=rebuilt, progress=progress)


def held_heads(texts: Sequence[str]) -> tuple[Held, ...]:
    """`N:HEAD` as typed, the sheet's own line `ashore:1:<log>:<N>:<head>`, or the name of a sheet's text edition."""
    said = [one for text in texts for one in _heads_of(text)]
    return tuple(parse_held(":".join(text.split(":")[3:]) if text.startswith("ashore:1:") else text) for text in said)


def _heads_of(text: str) -> list[str]:
    path = Path(text)
    if ":" in text or not path.suffix:
        return heads_in(text) or [text]
    try:
        if path.stat().st_size > _MOST_TEXT:
            raise Refused("{name} is too large for the text of a sheet.", name=path.name)
        found = heads_in(path.read_text("utf-8", errors="replace"))
    except OSError:
        raise Unavailable("There is no file {name} to take a head from.", name=path.name) from None
    if not found:
        raise Refused("{name} holds no head. Name the text edition of a sheet, or type N:HEAD.", name=path.name)
    return found


def rebuild_journal(journal: Journal, progress: Callable[[int, int], None] | None = None) -> int:
    """Lay every derived table out anew from the log, and put missing guards back; all or nothing. Entries laid out.

    `progress` is told how many entries so far, and of how many; it may raise to stop.
    """
    with journal.database.transaction() as connection:
        set_guards(connection)
        last = tail(connection)
        told = None if progress is None else partial(_of_all, progress, last.seq if last else 0)
        return rebuild(connection, told)


def _of_all(progress: Callable[[int, int], None], all_: int, done: int) -> None:
    progress(done, all_)
