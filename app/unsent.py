"""Texts that were typed and not yet recorded, kept beside the journal's memory so that a kill loses none (fault 30)."""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from app.folders import state_folder
from app.whole_file import write_private

_FOLDER = "unsent"


def keep_unsent(name: str, text: str) -> bool:
    """Keep what was typed under a name; False when the disk says no, which stops nobody from typing."""
    return write_private(_file(name), text.encode("utf-8", "surrogatepass"))


def unsent(name: str) -> str:
    """What was kept under a name; empty when nothing was."""
    try:
        return _file(name).read_text(encoding="utf-8", errors="surrogatepass")
    except (OSError, UnicodeDecodeError):
        return ""


def forget_unsent(name: str) -> None:
    """The text was recorded, or given up."""
    with contextlib.suppress(OSError):
        _file(name).unlink(missing_ok=True)


def _file(name: str) -> Path:
    return state_folder() / _FOLDER / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.txt"
