"""Texts that were typed and not yet recorded, kept beside the journal's memory so that a kill loses none (fault 30)."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Sequence
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


def find_unsent(log: str, client: int, items: Iterable[int], words: Sequence[str]) -> tuple[str, ...]:
    """The files of a client's drafts (letter, agreement, calls, steps of items), and of all that hold a word."""
    numbers = (0, *items)
    names = [f"{log}/{client}", f"{log}/agreement/{client}"]
    names += [f"{log}/call/{client}/{number}" for number in numbers] + [f"{log}/item/{number}" for number in numbers]
    own = {_file(name).name for name in names}
    folder = state_folder() / _FOLDER
    there = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    return tuple(each.name for each in there if each.name in own or _holds(each, words))


def drop_unsent(files: Iterable[str]) -> None:
    """Delete drafts by the names of their files."""
    for name in files:
        (state_folder() / _FOLDER / Path(name).name).unlink(missing_ok=True)


def _holds(file: Path, words: Sequence[str]) -> bool:
    try:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return any(word in text or json.dumps(word, ensure_ascii=False)[1:-1] in text for word in words)


def _file(name: str) -> Path:
    return state_folder() / _FOLDER / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.txt"
