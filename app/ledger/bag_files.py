"""The files of a bag, read where they lie: a folder or a zip archive, never unpacked (8.3, fault 22)."""

from __future__ import annotations

import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from app.errors import Refused, Unavailable

MOST_FILES = 3_000_000
MOST_BYTES = 64 << 30
MOST_RATIO = 200
MOST_DEPTH = 8
MOST_NAME = 200

_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


class Files(Protocol):
    """Files by name, with slashes, below one root."""

    def names(self) -> frozenset[str]:
        """All there are."""
        ...

    def size(self, name: str) -> int:
        """In bytes."""
        ...

    def open(self, name: str) -> IO[bytes]:
        """To be read to its end; what is damaged raises while it is read."""
        ...


class DamagedFile(Exception):
    """A file that is there but cannot be read to its end."""


def files_at(path: Path) -> Files:
    """The folder or zip archive at `path`; Refused or Unavailable where it is none, or not to be touched."""
    if path.is_dir():
        return FolderFiles(path)
    if not path.is_file():
        raise Unavailable("{name} is not there. Name a journal, a bag or a folder.", name=path.name)
    return ZipFiles(path)


class FolderFiles:
    """A folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._names = frozenset(_refused_names(self._walk()))

    def names(self) -> frozenset[str]:
        """All there are."""
        return self._names

    def size(self, name: str) -> int:
        """In bytes."""
        return (self._root / name).stat().st_size

    def open(self, name: str) -> IO[bytes]:
        """To be read."""
        return (self._root / name).open("rb")

    def _walk(self) -> Iterator[str]:
        for folder, folders, names in os.walk(self._root):
            here = Path(folder)
            for name in folders + names:
                kind = (here / name).lstat().st_mode
                if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
                    raise Refused("{name} is a link or a device. A bag has none; do not open it.", name=ascii(name))
            yield from ((here / name).relative_to(self._root).as_posix() for name in names)


class ZipFiles:
    """A zip archive, read in place: nothing of it touches the disk."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error, OverflowError) as error:
            raise Unavailable("{name} is not a whole zip archive. Have it sent again.", name=path.name) from error
        if not all(member.filename for member in self._zip.infolist()):
            raise Refused("A file in the archive has no name. Do not open it.")
        self._members = {member.filename: member for member in self._zip.infolist() if not member.is_dir()}
        _refuse_bomb(self._zip.infolist(), path)
        if len(self._members) != sum(not member.is_dir() for member in self._zip.infolist()):
            raise Refused("The archive holds two files of one name. Do not open it.")
        self._names = frozenset(_refused_names(self._members))

    def names(self) -> frozenset[str]:
        """All there are."""
        return self._names

    def size(self, name: str) -> int:
        """In bytes, as the archive's own list says; more is never read."""
        return self._members[name].file_size

    def open(self, name: str) -> IO[bytes]:
        """To be read."""
        member = self._members[name]
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise NotImplementedError(f"packed in way {member.compress_type}")
        try:
            return self._zip.open(member)
        except (ValueError, struct.error) as error:  # a local header that contradicts the archive's list
            raise zipfile.BadZipFile(name) from error


@contextmanager
def reading(files: Files, name: str) -> Iterator[IO[bytes]]:
    """The open file; DamagedFile where it cannot be read to its end."""
    try:
        with files.open(name) as file:
            yield file
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise DamagedFile(name) from error


def _refused_names(names: Iterable[str]) -> Iterator[str]:
    """The names, once they are known to lead nowhere else on any system."""
    seen: set[str] = set()
    for count, name in enumerate(names, 1):
        if count > MOST_FILES:
            raise Refused("There are more than {most} files in this bag. Do not open it.", most=MOST_FILES)
        _refuse_name(name)
        if name.lower() in seen:
            raise Refused("The bag holds two files of one name, {name}. Do not open it.", name=name)
        seen.add(name.lower())
        yield name


def _refuse_name(name: str) -> None:
    parts = name.split("/")
    if not name.isascii() or not name.isprintable() or len(name) > MOST_NAME or len(parts) > MOST_DEPTH:
        raise Refused("The file name {name} has no place in a bag. Do not open it.", name=ascii(name))
    if "\\" in name or ":" in name or any(part in ("", ".", "..") for part in parts):
        raise Refused("The file name {name} leads out of the bag. Do not open it.", name=ascii(name))
    if any(_DEVICES.fullmatch(part) for part in parts):
        raise Refused("The file name {name} means a device on some systems. Do not open it.", name=ascii(name))


def _refuse_bomb(members: list[zipfile.ZipInfo], path: Path) -> None:
    total = sum(member.file_size for member in members)
    packed = max(1, path.stat().st_size)
    if total > MOST_BYTES or total > packed * MOST_RATIO + (1 << 20):
        raise Refused("{name} would unpack to {size} bytes: no bag is packed like that. Do not open it.",
                      name=path.name, size=total)  # fmt: skip
    for member in members:
        if stat.S_ISLNK(member.external_attr >> 16):
            raise Refused("{name} is a link or a device. A bag has none; do not open it.", name=ascii(member.filename))
        if member.flag_bits & 0x1:
            raise Refused("{name} is encrypted. A bag is not; have it sent again.", name=ascii(member.filename))
