"""One writer per journal: a locked file in the runtime folder, freed by the system when a program dies (8.2)."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from pathlib import Path

from app.errors import Held
from app.folders import make_private, runtime_folder
from app.words import N_

_STEP_SECONDS = 0.05
_HELD = N_("Another program holds this journal. Close it there, or work there.")

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """Held from `take` to `release`. The lock is the system's: after a kill nobody holds it."""

    def __init__(self, journal: Path) -> None:
        name = hashlib.sha256(os.fsencode(journal.resolve())).hexdigest()[:32]
        self.path = runtime_folder() / f"{name}.lock"
        self._file: int | None = None

    def take(self, wait_seconds: float = 5.0) -> None:
        """Become the writer, waiting up to `wait_seconds`; Held while another program is it."""
        make_private(self.path.parent)
        file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        give_up = time.monotonic() + wait_seconds
        while True:
            try:
                _take(file)
            except OSError:
                if time.monotonic() >= give_up:
                    os.close(file)
                    raise Held(_HELD) from None
                time.sleep(_STEP_SECONDS)
            else:
                self._file = file
                return

    def release(self) -> None:
        """Let the next writer in. The empty file stays: removing it would let two writers hold two files."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
