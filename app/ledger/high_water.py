"""What is remembered outside the journal: how far each log once went, and which log lay at which path (4-evidence 4.2).

A journal that comes back shorter, another one in its place, or none at all is noticed by this alone.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from app.folders import make_private, state_folder

_MARK = re.compile(r"([0-9]{15}) ([0-9a-f]{64})\n")
_LOG = re.compile(r"[0-9a-f]{32}")


class Mark(Struct, frozen=True):
    """How far a log was once seen to go: N and H_N."""

    size: int
    head: str


class Standing(StrEnum):
    """A log against its mark."""

    KNOWN = "known"
    """As far as the mark or further, and the same up to it."""
    SHORTER = "shorter"
    """Entries that were acknowledged are not there."""
    ANOTHER = "another"
    """Long enough, but another log up to the mark: it went on somewhere else."""


class HighWater:
    """The marks of this user. One small file each, written in place after every commit."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or state_folder() / "high-water"

    def mark(self, log_id: str) -> Mark | None:
        """How far that log was seen to go; None for one never seen."""
        match = _MARK.match(_text(self._mark_file(log_id)))
        return Mark(int(match[1]), match[2]) if match else None

    def set_mark(self, log_id: str, size: int, head: str) -> None:
        """Remember the log's end; called after a commit, or when the owner has said why the log is shorter."""
        make_private(self.folder)
        file = os.open(self._mark_file(log_id), os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.write(file, f"{size:015d} {head}\n".encode("ascii"))
        finally:
            os.close(file)

    def log_at(self, path: Path) -> str | None:
        """The log that was last seen at `path`; None where no journal was."""
        found = _text(self._path_file(path)).partition("\n")[0]
        return found if _LOG.fullmatch(found) else None

    def set_log_at(self, path: Path, log_id: str) -> None:
        """Remember which log lies at `path`."""
        make_private(self.folder)
        file = os.open(self._path_file(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as out:
            out.write(f"{log_id}\n{path.absolute()}\n")

    def forget(self, path: Path) -> None:
        """The owner has said that the journal at `path` is gone for good."""
        self._path_file(path).unlink(missing_ok=True)

    def _mark_file(self, log_id: str) -> Path:
        if not _LOG.fullmatch(log_id):
            raise ValueError("not a log id")
        return self.folder / f"{log_id}.mark"

    def _path_file(self, path: Path) -> Path:
        return self.folder / f"{hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:32]}.path"


def standing(mark: Mark | None, size: int, head_at: Callable[[int], str]) -> Standing:
    """The log of `size` entries against its mark; `head_at(n)` is asked at most once, for H_n with n ≤ size."""
    if mark is None:
        return Standing.KNOWN
    if size < mark.size:
        return Standing.SHORTER
    return Standing.KNOWN if head_at(mark.size) == mark.head else Standing.ANOTHER


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="surrogateescape")
    except FileNotFoundError:
        return ""
