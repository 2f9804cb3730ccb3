"""A BagIt 1.0 folder, zipped: the shell of an evidence export (RFC 8493, 4.5). Knows nothing of the journal."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from app.whole_file import whole_file

_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_CHUNK = 1 << 20


class Bag:
    """Files go in one by one, each hashed on its way; `close_with` writes the manifests."""

    def __init__(self, archive: zipfile.ZipFile, name: str, made: datetime) -> None:
        self._archive = archive
        self._root = name
        self._made = made.timetuple()[:6]
        self._payload: list[tuple[str, str]] = []
        self._tags: list[tuple[str, str]] = []
        self._bytes = 0

    def add(self, name: str, data: bytes) -> None:
        """A payload file; `name` is its path below data/."""
        self.add_chunks(name, [data])

    def add_file(self, name: str, file: BinaryIO) -> None:
        """A payload file out of an open one."""
        self.add_chunks(name, iter(lambda: file.read(_CHUNK), b""))

    def add_chunks(self, name: str, chunks: Iterable[bytes]) -> None:
        """A payload file piece by piece."""
        digest, size = self._write(f"data/{name}", chunks)
        self._payload.append((digest, f"data/{name}"))
        self._bytes += size

    def close_with(self, info: Mapping[str, str]) -> bytes:
        """Write bagit.txt, bag-info.txt and both manifests; gives the bytes of the tag manifest, to be signed."""
        oxum = {"Payload-Oxum": f"{self._bytes}.{len(self._payload)}"}
        self._tag("bagit.txt", _DECLARATION)
        self._tag("bag-info.txt", "".join(_info_line(key, value) for key, value in {**info, **oxum}.items()))
        self._tag("manifest-sha256.txt", _manifest(self._payload))
        text = _manifest(self._tags)
        self._write("tagmanifest-sha256.txt", [text.encode()])
        return text.encode()

    def add_seal(self, signature: str) -> None:
        """The signature over the tag manifest."""
        self._write("tagmanifest-sha256.txt.sig", [signature.encode("ascii")])

    def _tag(self, name: str, text: str) -> None:
        digest, _ = self._write(name, [text.encode()])
        self._tags.append((digest, name))

    def _write(self, name: str, chunks: Iterable[bytes]) -> tuple[str, int]:
        entry = zipfile.ZipInfo(f"{self._root}/{name}", date_time=self._made)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = (0o100755 if name.endswith(".sh") else 0o100644) << 16
        digest, size = hashlib.sha256(), 0
        with self._archive.open(entry, "w", force_zip64=True) as out:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                out.write(chunk)
        return digest.hexdigest(), size


@contextmanager
def bag_at(path: Path, name: str, made: datetime) -> Iterator[Bag]:
    """A bag written to `path` (a zip) whole or not at all; `name` is its one folder, ASCII."""
    with whole_file(path) as draft, zipfile.ZipFile(draft, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        yield Bag(archive, name, made)


def _manifest(files: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{digest}  {name}\n" for digest, name in files)


def _info_line(key: str, value: str) -> str:
    """A label and its value; long values go on in lines that begin with a blank, as RFC 8493 wants them."""
    words, lines, line = value.split(" "), [], f"{key}:"
    for word in words:
        if len(line) + 1 + len(word) > 79 and line != f"{key}:":
            lines.append(line)
            line = ""
        line += f" {word}"
    return "\n".join([*lines, line]) + "\n"
