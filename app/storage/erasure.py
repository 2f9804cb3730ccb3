"""Erased words leave the file itself: the log of changes, the index and the free pages are written anew (4.7)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import IO, Any

from app.errors import Unavailable
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Database
from app.storage.failures import disk_sentences

_PIECE = 1 << 20


def sweep_out(database: Database, step: Callable[[int, int], None] | None = None) -> None:
    """Truncate the log of changes, have the index forget, write the file without its free pages, truncate again.

    Without all of them the words stay in the bytes. Doing it twice does no harm. Unavailable while another program
    reads the journal: its view still needs the old pages.
    """
    steps: tuple[Callable[[Any], None], ...] = (_truncate, _optimize, _vacuum, _truncate)
    with database.alone() as raw:
        for number, each in enumerate(steps):
            if step is not None:
                step(number, len(steps))
            each(raw)


def _truncate(raw: Any) -> None:
    busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy and busy[0]:
        raise Unavailable(
            "Another program is reading the journal, so the erased words are still in its file. Close that program;"
            " the erasure is finished when the journal is opened next."
        )


def _optimize(raw: Any) -> None:
    raw.execute("INSERT INTO search (search) VALUES ('optimize')")


def _vacuum(raw: Any) -> None:
    raw.execute("VACUUM")


def drop_file(files: AttachmentFiles, sha256: str) -> None:
    """Delete a file, and what was put aside as a damaged copy of it."""
    files.drop(sha256)
    place = files.path_of(sha256)
    with disk_sentences(place):
        for aside in place.parent.glob(f"{sha256}.damaged-*"):
            aside.unlink(missing_ok=True)


def holds(files: AttachmentFiles, sha256: str, lines: Sequence[str]) -> bool:
    """Whether a file holds one of the lines, as plain text or as JSON writes it; a file that is not there does not."""
    if not lines or not files.path_of(sha256).exists():
        return False
    with files.open(sha256) as file:
        return holds_any(file, lines)


def holds_any(file: IO[bytes], lines: Sequence[str]) -> bool:
    """The same of an open file, from where it stands."""
    wanted = {form for line in lines for form in _forms(line)}
    if not wanted:
        return False
    overlap = max(map(len, wanted))
    before = b""
    while piece := file.read(_PIECE):
        piece = before + piece
        if any(form in piece for form in wanted):
            return True
        before = piece[-overlap:]
    return False


def _forms(line: str) -> tuple[bytes, ...]:
    escaped = (json.dumps(line, ensure_ascii=ascii_only)[1:-1] for ascii_only in (True, False))
    return (line.encode("utf-8", "surrogatepass"), *(each.encode("utf-8", "surrogatepass") for each in escaped))
