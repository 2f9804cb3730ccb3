"""Attachments: files beside the journal, named by their hashes, written once and never changed (4-evidence 4.2)."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from app.errors import Refused
from app.folders import make_private
from app.storage.failures import disk_sentences
from app.whole_file import sync_folder

_PIECE = 1 << 20
_DRAFT = re.compile(r"\.[0-9a-f]{16}\.new")
_NAME = re.compile(r"[0-9a-f]{64}")


class Kept(Struct, frozen=True):
    """A file on the shelf: the hash and the size, in bytes, of what was handed in."""

    sha256: str
    size: int


class AttachmentFiles:
    """The folder `<name>.files` of one journal. An entry may name a file only after `keep` gave its hash."""

    def __init__(self, journal: Path) -> None:
        self.folder = journal.with_name(f"{journal.stem}.files")

    def path_of(self, sha256: str) -> Path:
        """Where that file lies, or would."""
        if not _NAME.fullmatch(sha256):
            raise ValueError("not a SHA-256 in lower hex")
        return self.folder / sha256[:2] / sha256

    def keep(self, source: BinaryIO, most_bytes: int | None = None) -> Kept:
        """Take in all that `source` gives. On the disk for good before this returns; a second copy is not kept."""
        with disk_sentences(self.folder):
            make_private(self.folder)
            draft = self.folder / f".{os.urandom(8).hex()}.new"
            try:
                kept = _copy(source, draft, most_bytes)
                self._put_in_place(draft, kept.sha256)
            finally:
                draft.unlink(missing_ok=True)
        return kept

    def keep_file(self, path: Path, most_bytes: int | None = None) -> Kept:
        """Take in a file of the user's; it stays where it is."""
        with disk_sentences(path):
            source = path.open("rb")
        with source:
            return self.keep(source, most_bytes)

    def open(self, sha256: str) -> BinaryIO:
        """The bytes, to be read; Unavailable where the file is missing."""
        with disk_sentences(self.path_of(sha256)):
            return self.path_of(sha256).open("rb")

    def sound(self, sha256: str) -> bool | None:
        """Whether the file holds what its name says; None where it is missing, as what is no hash always is."""
        if not _NAME.fullmatch(sha256):
            return None
        try:
            with self.path_of(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except FileNotFoundError:
            return None

    def names(self) -> Iterator[str]:
        """The hashes of all files there are, in no order."""
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from (file.name for file in folder.iterdir() if _NAME.fullmatch(file.name))

    def drop(self, sha256: str) -> None:
        """Remove a file: at a redaction (4.7), or one that no record names, when the owner says so."""
        with disk_sentences(self.path_of(sha256)):
            self.path_of(sha256).unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what a program left half written when it was killed; for the one writer, before it writes."""
        for draft in self.folder.glob(".*.new"):
            if _DRAFT.fullmatch(draft.name):
                with suppress(OSError):
                    draft.unlink()

    def _put_in_place(self, draft: Path, sha256: str) -> None:
        target = self.path_of(sha256)
        make_private(target.parent)
        sound = self.sound(sha256)
        if sound:
            return
        if sound is False:
            target.rename(target.with_name(f"{sha256}.damaged-{os.urandom(4).hex()}"))
        draft.rename(target)
        sync_folder(target.parent)
        sync_folder(self.folder)


def _copy(source: BinaryIO, draft: Path, most_bytes: int | None) -> Kept:
    sha256, size = hashlib.sha256(), 0
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        while piece := source.read(_PIECE):
            size += len(piece)
            if most_bytes is not None and size > most_bytes:
                raise Refused("The file is larger than {most} bytes. Record a link to it instead.", most=most_bytes)
            sha256.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    return Kept(sha256.hexdigest(), size)
