"""Files that are written whole or not at all: under a temporary name first, then renamed over the old one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import Unavailable
from app.folders import make_private


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; what stood there before stays until the new one is on the disk."""
    with whole_file(path) as draft:
        draft.write_bytes(data)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary path beside `path`; renamed over it when the block ends well, removed otherwise.

    Raises Unavailable when the disk says no; what stood there before stays whole.
    """
    try:
        with _in_one_step(path) as draft:
            yield draft
            with draft.open("rb+") as written:
                os.fsync(written.fileno())
        sync_folder(path.parent)
    except OSError as problem:
        raise Unavailable(
            "The file {name} could not be written: {reason}. Choose another name or folder.",
            name=path.name,
            reason=problem.strerror or str(problem),
        ) from problem


def write_private(path: Path, data: bytes) -> bool:
    """Write a file for this user alone, as the program remembers things; False when the disk says no.

    It survives a kill and is not waited for, so it may be called while somebody types.
    """
    try:
        make_private(path.parent)
        with _in_one_step(path) as draft:
            draft.touch(mode=0o600)
            draft.write_bytes(data)
    except OSError:
        return False
    return True


def sync_folder(folder: Path) -> None:
    """Have the folder's list of names on the disk. Windows knows no such thing and needs none."""
    if os.name == "nt":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


@contextmanager
def _in_one_step(path: Path) -> Iterator[Path]:
    draft = path.with_name(f".{path.name[:80]}.{os.urandom(4).hex()}.part")
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
