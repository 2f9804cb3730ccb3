"""Texts that were typed and not yet recorded, kept beside the journal's memory so that a kill loses none (fault 30)."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from app.facts.forms import SORTS
from app.folders import state_folder
from app.whole_file import write_private

T = TypeVar("T")

_FOLDER = "unsent"
_DAMAGED = ".damaged"
_OF_CLIENTS = ("agreement", "quick", "edit", "request", "contact", "erase")
"""Forms of which each client has one."""
_PLANS = ("goal", "payment", "objection", "understanding", "feedback", "risk", "planning", "stage")
_OF_PARTS = ("call", "plan_call", "missed", "person", "form", *(f"plan/{kind}" for kind in _PLANS))
"""Forms about a call, a person, a form or an item of a client; 0 is one that is not recorded yet."""
_SLOTS = 9
"""So many names beyond the last text are looked at, so that one in a row that was recorded hides none after it."""


def keep_unsent(name: str, text: str) -> bool:
    """Keep what was typed under a name; False when the disk says no, which stops nobody from typing."""
    return write_private(_file(name), text.encode("utf-8", "surrogatepass"))


def unsent(name: str) -> str:
    """What was kept under a name; empty when nothing was."""
    try:
        return _file(name).read_text(encoding="utf-8", errors="surrogatepass")
    except OSError:
        return ""
    except UnicodeDecodeError:
        _set_aside(name)
        return ""


def keep_unsent_as(name: str, value: object) -> bool:
    """Keep a value under a name, as JSON."""
    return keep_unsent(name, msgspec.json.encode(value).decode())


def unsent_as(name: str, sort: type[T]) -> T | None:
    """The value that was kept under a name; None when none was. What cannot be read is kept aside (fault 31)."""
    text = unsent(name)
    if not text:
        return None
    try:
        return msgspec.json.decode(text.encode("utf-8", "surrogatepass"), type=sort)
    except (msgspec.DecodeError, RecursionError):
        _set_aside(name)
        return None


def forget_unsent(name: str) -> None:
    """The text was recorded, or given up."""
    with contextlib.suppress(OSError):
        _file(name).unlink(missing_ok=True)


def slots(name: str) -> list[str]:
    """The names under which unrecorded texts of one form wait beside each other; the last ones are always free."""
    found, free, at = [name], 0, 2
    while free < _SLOTS:
        found.append(f"{name}/{at}")
        free = 0 if _file(found[-1]).exists() else free + 1
        at += 1
    return found


def find_unsent(log: str, client: int, numbers: Iterable[int], words: Sequence[str]) -> tuple[str, ...]:
    """The files of a client's drafts, and of all that hold a word.

    `numbers` are those of the client's items and people, and of entries whose corrections may have been begun.
    """
    own = {_file(name).stem for name in _names(log, client, (0, *numbers))}
    folder = state_folder() / _FOLDER
    there = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    return tuple(each.name for each in there if each.stem.removesuffix(_DAMAGED) in own or _holds(each, words))


def drop_unsent(files: Iterable[str]) -> None:
    """Delete drafts by the names of their files."""
    for name in files:
        (state_folder() / _FOLDER / Path(name).name).unlink(missing_ok=True)


def _names(log: str, client: int, numbers: Iterable[int]) -> Iterator[str]:
    """Every name, within one log, of a draft that is about this client."""
    yield from slots(f"{log}/{client}")
    for form in _OF_CLIENTS:
        yield from slots(f"{log}/{form}/{client}")
    yield from (f"{log}/form/{client}/{sort}" for sort in SORTS)
    for number in numbers:
        yield from (f"{log}/{form}/{client}/{number}" for form in _OF_PARTS)
        parts = (f"item/{number}", f"stop/{number}/stop", f"stop/{number}/resume", f"correct/{number}")
        yield from (f"{log}/{part}" for part in parts)


def _set_aside(name: str) -> None:
    """A damaged file stays, under another name: somebody may still read words in it."""
    file = _file(name)
    with contextlib.suppress(OSError):
        file.replace(file.with_name(f"{file.stem}{_DAMAGED}{file.suffix}"))


def _holds(file: Path, words: Sequence[str]) -> bool:
    try:
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return any(word in text or json.dumps(word, ensure_ascii=False)[1:-1] in text for word in words)


def _file(name: str) -> Path:
    return state_folder() / _FOLDER / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.txt"
