"""Attachments of entries: what they are, and copies to be opened, never the stored file itself (fault 15)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from app.errors import Unavailable
from app.facts.file_kinds import HEAD_BYTES, FileKind, file_kind
from app.facts.file_names import safe_name
from app.facts.visible import visible
from app.folders import make_private
from app.storage.failures import disk_sentences

if TYPE_CHECKING:
    from app.journal.journal import Journal

_PIECE = 1 << 20


class Attached(Struct, frozen=True):
    """A file that an entry names. Without a hash the source named it and did not hold it."""

    name: str
    sha256: str = ""
    size: int = 0


def attached_to(body: Mapping[str, Any]) -> tuple[Attached, ...]:
    """The attachments of an entry's body, in its order."""
    found = (each for each in body.get("attachments", ()) if isinstance(each, Mapping))
    return tuple(
        Attached(str(each.get("name", "")), str(each.get("sha256", "")), int(each.get("size", 0))) for each in found
    )


def kind_of(journal: Journal, attached: Attached) -> FileKind:
    """What opening it would do. Unavailable where it is missing."""
    _must_be_there(journal, attached)
    with journal.files.open(attached.sha256) as file:
        return file_kind(attached.name, file.read(HEAD_BYTES))


def copy_to_open(journal: Journal, attached: Attached, folder: Path) -> Path:
    """A copy that may only be read, under a safe name in a folder of its own. Unavailable where it is not sound."""
    place = folder / attached.sha256[:16]
    with disk_sentences(place):
        make_private(place)
        target = place / safe_name(attached.name)
        if target.exists():
            target.chmod(0o600)
            target.unlink()
    _copy(journal, attached, target)
    with disk_sentences(target):
        target.chmod(0o400)
    return target


def copy_to_keep(journal: Journal, attached: Attached, target: Path) -> Path:
    """A copy of the owner's own where he says; what stood there is replaced. Unavailable where it is not sound."""
    draft = target.with_name(f".{target.name[:100]}.new")
    with disk_sentences(draft):
        draft.unlink(missing_ok=True)
    _copy(journal, attached, draft)
    with disk_sentences(target):
        draft.replace(target)
    return target


def _copy(journal: Journal, attached: Attached, target: Path) -> None:
    """Write and hash in one go; what is not what the entry names is not left behind."""
    _must_be_there(journal, attached)
    sha256 = hashlib.sha256()
    with journal.files.open(attached.sha256) as source, disk_sentences(target):
        with os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as copy:
            while piece := source.read(_PIECE):
                sha256.update(piece)
                copy.write(piece)
        if sha256.hexdigest() == attached.sha256:
            return
        target.unlink()
    raise Unavailable(
        "The attachment {name} was changed since it was recorded, so it is not opened. The entry and everything else"
        " stay as they are; a backup may hold the file as it was.",
        name=visible(attached.name),
    )


def _must_be_there(journal: Journal, attached: Attached) -> None:
    if not attached.sha256:
        raise Unavailable(
            "The source named {name} and did not hold it. Ask for the file itself, and log it.",
            name=visible(attached.name),
        )
    if not journal.files.path_of(attached.sha256).is_file():
        raise Unavailable(
            "The attachment {name} is missing. The entry and everything else stay as they are; a backup may hold it.",
            name=visible(attached.name),
        )
