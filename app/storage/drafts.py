"""Drafts that a killed program left beside a journal: one half made, and half written marks of an erasure."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

_SIDES = r"(?:-journal|-wal|-shm)?"


def sweep_drafts(journal: Path) -> None:
    """Remove them. Only for who holds the journal's lock: then nobody is at work on one."""
    name = re.escape(journal.name)
    left = re.compile(rf"\.{name}\.[0-9a-f]{{8}}\.new{_SIDES}|\.{name}\.erasing\.[0-9a-f]{{8}}\.part")
    with suppress(OSError):
        for file in journal.parent.glob(".*"):
            if left.fullmatch(file.name):
                with suppress(OSError):
                    file.unlink()
