"""The folder of the sample: made anew at every run, and never one that holds anything else."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.errors import Refused, Unavailable
from app.folders import data_folder
from app.storage.writer_lock import WriterLock

JOURNAL = "demo.ashore"
_MARKER = "README.txt"
_SAYS = (
    "This folder holds the sample journal of Ashore: an invented freelancer and three invented clients.\n"
    "`ashore demo` empties it and makes it anew. Keep nothing of your own here.\n"
)


def fresh_folder(folder: Path) -> Path:
    """`folder`, empty but for a line that says what it is; gives the path of the journal to make.

    A folder with the sample of an older run is emptied; Refused for one that holds anything else.
    """
    journal = folder / JOURNAL
    if folder.is_dir() and any(folder.iterdir()):
        _empty(folder, journal)
    elif folder.exists() and not folder.is_dir():
        raise Refused("{path} is a file. Name a folder for the sample journal.", path=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _MARKER).write_text(_SAYS, encoding="utf-8")
    except OSError as problem:
        raise Unavailable("The folder {path} cannot be written: {why}. Name another.",
                          path=str(folder), why=problem.strerror) from problem  # fmt: skip
    return journal


def _empty(folder: Path, journal: Path) -> None:
    if not _is_sample(folder):
        raise Refused(
            "The folder {path} holds other files. Name an empty folder for the sample journal.", path=str(folder)
        )
    lock = WriterLock(journal)
    lock.take(0)
    try:
        for each in folder.iterdir():
            shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()
    finally:
        lock.release()


def is_sample(journal: Path) -> bool:
    """Whether a journal is the sample, in its own folder: it may be written at the moment in which it stands."""
    return journal.name == JOURNAL and _is_sample(journal.parent)


def sample_folder() -> Path:
    """Where the sample is made when no folder is named."""
    return data_folder() / "demo"


def _is_sample(folder: Path) -> bool:
    marker = folder / _MARKER
    return marker.is_file() and marker.read_bytes() == _SAYS.encode()
