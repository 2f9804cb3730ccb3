"""Files that are written whole or not at all: under a temporary name first, then renamed over the old one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import Unavailable


def write_whole(path: Path, data: bytes) -> None:
    """Write a file; what stood there before stays until the new one is on the disk."""
    with whole_file(path) as draft:
        draft.write_bytes(data)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary path beside `path`; renamed over it when the block ends well, removed otherwise."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield draft
        _on_disk(draft)
        draft.replace(path)
        _on_disk(path.parent)
    except OSError as problem:
        raise Unavailable(
            "{path} could not be written: {problem}. What was there before is unchanged; choose another place.",
            path=str(path),
            problem=problem.strerror or str(problem),
        ) from None
    finally:
        draft.unlink(missing_ok=True)


def _on_disk(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
