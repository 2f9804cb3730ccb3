"""A backup put in the place of a journal, so that it can never meet a file that lay beside the old one (faults 12, 13).

What is there is moved aside as one set, the journal first: without it nobody opens what is left. The new file gets its
name last of all, when everything else is on the disk. Nothing is deleted, and a kill leaves the old journal, none
(which the program says), or the new one.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from app.folders import make_private
from app.storage.attachment_files import AttachmentFiles
from app.storage.backup import copy_closed, inspect, named_by
from app.storage.backup_shelf import BackupShelf
from app.storage.failures import disk_sentences
from app.whole_file import sync_folder

_ASIDE = ".before-restore-"
_MOVING = "still-moving"
_DRAFT = ".restore"
_SIDES = ("-wal", "-shm", "-journal")


class PutBack(Struct, frozen=True):
    """Where the old files are (None: there were none), and attachments that are nowhere any more."""

    aside: Path | None
    lost: tuple[str, ...]


def put_back(
    file: Path, path: Path, finish: Callable[[Path], None], at: datetime, passphrase: str | None = None
) -> PutBack:
    """Put a copy of the resting `file` at `path`; `finish` is given the copy before it has its name.

    The caller holds the writer's lock of `path`. Raises Unavailable with the old files where they were, or aside.
    """
    with disk_sentences(path):
        make_private(path.parent)
        _sweep(path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_DRAFT}")
    files = AttachmentFiles(draft)
    try:
        copy_closed(file, draft, passphrase)
        beside = (AttachmentFiles(path), AttachmentFiles(file))
        lost = put_attachments(draft, BackupShelf(file.parent).files, beside, passphrase=passphrase)
        finish(draft)
        inspect(draft, passphrase)
        with disk_sentences(path):
            aside = _move_aside(path, at)
            if files.folder.is_dir():
                files.folder.rename(AttachmentFiles(path).folder)
            sync_folder(path.parent)
            draft.rename(path)
            sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)
        shutil.rmtree(files.folder, ignore_errors=True)
    return PutBack(aside, lost)


def put_attachments(
    journal: Path,
    shelf: AttachmentFiles,
    beside: Sequence[AttachmentFiles],
    *,
    scratch: bool = False,
    passphrase: str | None = None,
) -> tuple[str, ...]:
    """Bring the attachments that the entries of a resting `journal` name beside it; gives those that are nowhere.

    Files of the old journal are linked, those of a backup are copied, so that the two never share a byte on the disk;
    for a `scratch` folder they are linked as well.
    """
    target, lost = AttachmentFiles(journal), []
    for name in named_by(journal, passphrase):
        near = next((each for each in beside if each.sound(name)), None)
        if near is not None:
            _link(near.path_of(name), target, name)
        elif shelf.sound(name):
            if scratch:
                _link(shelf.path_of(name), target, name)
            else:
                target.keep_file(shelf.path_of(name))
        else:
            lost.append(name)
    return tuple(lost)


def set_aside(path: Path) -> tuple[Path, ...]:
    """The folders of what was moved aside for the journal at `path`, oldest first."""
    beginning = f"{path.stem}{_ASIDE}"
    return tuple(sorted(each for each in _beside(path) if each.name.startswith(beginning)))


def _move_aside(path: Path, at: datetime) -> Path | None:
    """Move the journal, its side files and its attachments into one folder; a move that was killed is ended first."""
    for unfinished in set_aside(path):
        if (unfinished / _MOVING).exists():
            _move(path, unfinished)
    if not any(each.exists() or each.is_symlink() for each in _set_of(path)):
        return None
    aside = _free(path.with_name(f"{path.stem}{_ASIDE}{at:%Y%m%dT%H%M%SZ}"))
    aside.mkdir(mode=0o700)
    (aside / _MOVING).touch(mode=0o600)
    sync_folder(aside)
    _move(path, aside)
    return aside


def _move(path: Path, aside: Path) -> None:
    for each in _set_of(path):
        if (each.exists() or each.is_symlink()) and not (aside / each.name).exists():
            each.rename(aside / each.name)
    sync_folder(aside)
    sync_folder(path.parent)
    (aside / _MOVING).unlink()
    sync_folder(aside)


def _set_of(path: Path) -> Iterator[Path]:
    """The journal first: what is left without it is opened by nobody."""
    yield path
    yield from (path.with_name(path.name + side) for side in _SIDES)
    yield AttachmentFiles(path).folder


def _free(wanted: Path) -> Path:
    names = (wanted, *(wanted.with_name(f"{wanted.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not name.exists())


def _link(source: Path, target: AttachmentFiles, name: str) -> None:
    place = target.path_of(name)
    with disk_sentences(place):
        make_private(place.parent)
        try:
            os.link(source, place)
        except FileExistsError:
            return
        except OSError:
            target.keep_file(source)  # a file system without links
        sync_folder(place.parent)


def _sweep(path: Path) -> None:
    """What a killed restore left half done; the lock says that none is at work."""
    for each in _beside(path):
        if each.name.startswith(f".{path.name}.") and each.name.endswith((_DRAFT, ".files")):
            shutil.rmtree(each) if each.is_dir() else each.unlink()


def _beside(path: Path) -> list[Path]:
    return list(path.parent.iterdir()) if path.parent.is_dir() else []
