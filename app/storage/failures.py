"""What SQLite and the disk say, turned into sentences (8.3). What is not recognised here is a bug and stays one."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import Unavailable
from app.storage.driver import driver
from app.words import N_

_FULL = N_("The disk is full. Nothing of this was saved; make room and do it again.")
_READ_ONLY = N_("{name} may only be read here. Copy it to a place where you may write.")
DAMAGED = N_("{name} is damaged. Keep the file, check it, and restore a backup.")
_BUSY = N_("Another program is working in {name}. Nothing of this was saved; do it again in a moment.")

# SQLite's words for its result codes; the same in every driver, and older than any of them.
_SAID = {
    "database or disk is full": _FULL,
    "disk I/O error": N_(
        "The disk could not be read or written. Nothing of this was saved; look at {name} and open it again."
    ),
    "unable to open database file": N_("{name} could not be opened. Look whether its folder is there and may be read."),
    "attempt to write a readonly database": _READ_ONLY,
    "database is locked": _BUSY,
    "database table is locked": _BUSY,
    "database disk image is malformed": DAMAGED,
    "malformed database schema": DAMAGED,
    "Could not decode to UTF-8": DAMAGED,
    "unsupported file format": DAMAGED,
    # One bit in the table of contents hides a table that its name still promises.
    "no such table: log": DAMAGED,
    "no such table: checkpoints": DAMAGED,
    "no such table: stamps": DAMAGED,
    "no such table: attachments": DAMAGED,
    "file is not a database": N_("{name} is not a journal, or its passphrase is another one. It was left as it is."),
    "out of memory": N_("There was not enough memory. Nothing of this was saved."),
}
# After these the state of the file is not known any more: it is opened again, the write is never repeated blindly.
_FATAL = ("disk I/O error", "database disk image is malformed", "file is not a database")


def said_by(error: Exception, path: Path) -> Unavailable | None:
    """The sentence for an error of SQLite, whichever layer raised it; None for anything else."""
    said = str(getattr(error, "orig", error))
    return next((Unavailable(text, name=path.name) for words, text in _SAID.items() if words in said), None)


@contextmanager
def sentences(path: Path, lose: Callable[[], None] | None = None) -> Iterator[None]:
    """Inside, SQLite's errors about `path` become Unavailable; `lose` hears when the file must be opened again."""
    try:
        yield
    except _of_the_database() as error:
        said = said_by(error, path)
        if said is None:
            raise
        if lose is not None and any(words in str(error) for words in _FATAL):
            lose()
        raise said from error


def _of_the_database() -> tuple[type[Exception], ...]:
    """The driver's errors, and SQLAlchemy's round them once it is in use."""
    wrapping = sys.modules.get("sqlalchemy.exc")
    return (driver().Error, wrapping.DBAPIError) if wrapping else (driver().Error,)


@contextmanager
def disk_sentences(path: Path) -> Iterator[None]:
    """Inside, an error of the disk about `path` becomes Unavailable."""
    try:
        yield
    except OSError as error:
        raise _from_system(error, path) from error


def _from_system(error: OSError, path: Path) -> Unavailable:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Unavailable(_FULL)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return Unavailable(_READ_ONLY, name=path.name)
    if isinstance(error, FileNotFoundError):
        return Unavailable("{name} is not there. Look for it, or restore a backup.", name=path.name)
    return Unavailable("{name} could not be read or written: {reason}.", name=path.name, reason=error.strerror)
