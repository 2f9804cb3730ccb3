"""What an erasure has still to do, kept beside the journal, so that a kill at any moment is finished later (4.7).

It holds numbers and hashes alone. It is written before the entries: either they are there, and the rest is done at
the next opening, or they are not, and nothing has begun.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from app.storage.failures import disk_sentences
from app.whole_file import sync_folder, whole_file


class ErasureMark(Struct, frozen=True, kw_only=True):
    """The records whose bytes go, what goes after them, and whether the owner gave up older backups."""

    records: tuple[int, ...]
    files: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    reports: bool = False
    backups: bool = False
    is_swept: bool = False


def read_mark(journal: Path) -> ErasureMark | None:
    """What is still to do for the journal at this path; None when nothing is."""
    try:
        return msgspec.json.decode(_place(journal).read_bytes(), type=ErasureMark)
    except (OSError, msgspec.MsgspecError):
        return None


def write_mark(journal: Path, mark: ErasureMark) -> None:
    """On the disk for good before this returns; Unavailable otherwise."""
    with whole_file(_place(journal)) as draft:
        draft.touch(mode=0o600)
        draft.write_bytes(msgspec.json.encode(mark))


def remove_mark(journal: Path) -> None:
    """Everything is done, or nothing was begun."""
    with disk_sentences(journal):
        _place(journal).unlink(missing_ok=True)
        sync_folder(journal.parent)


def _place(journal: Path) -> Path:
    return journal.with_name(f"{journal.name}.erasing")
