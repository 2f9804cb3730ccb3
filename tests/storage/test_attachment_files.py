"""Attachments: streamed, hashed, on the disk before anything names them, never rewritten (4-evidence 4.2)."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from pathlib import Path

import pytest

from app.errors import Refused, Unavailable
from app.storage.attachment_files import AttachmentFiles

BYTES = b"%PDF-1.4 toy"
NAME = "e11cc16ea998f2fc63781231d9229a8f49d3d78fc4e85bdde9024d6a22b92427"


@pytest.fixture
def files(tmp_path: Path) -> AttachmentFiles:
    return AttachmentFiles(tmp_path / "journal.ashore")


def all_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_file_lies_under_its_hash_and_is_this_users_alone(files: AttachmentFiles, tmp_path: Path) -> None:
    kept = files.keep(io.BytesIO(BYTES))
    assert (kept.sha256, kept.size) == (NAME, 12)
    assert all_files(tmp_path) == [tmp_path / "journal.files" / "e1" / NAME]
    assert stat.S_IMODE(files.path_of(NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE(files.folder.stat().st_mode) == 0o700
    with files.open(NAME) as file:
        assert file.read() == BYTES


def test_the_same_bytes_are_kept_once(files: AttachmentFiles, tmp_path: Path) -> None:
    first = files.keep(io.BytesIO(BYTES))
    when = files.path_of(NAME).stat().st_ino
    source = tmp_path / "brief.pdf"
    source.write_bytes(BYTES)
    assert files.keep_file(source) == first
    assert files.path_of(NAME).stat().st_ino == when
    assert source.exists()
    assert list(files.names()) == [NAME]


def test_a_damaged_file_is_found_put_right_and_kept(files: AttachmentFiles) -> None:
    files.keep(io.BytesIO(BYTES))
    assert files.sound(NAME) is True
    files.path_of(NAME).write_bytes(b"other")
    assert files.sound(NAME) is False
    files.keep(io.BytesIO(BYTES))
    assert files.sound(NAME) is True
    assert sorted(path.read_bytes() for path in all_files(files.folder)) == [BYTES, b"other"]
    files.drop(NAME)
    assert files.sound(NAME) is None


def test_what_is_too_large_leaves_nothing(files: AttachmentFiles) -> None:
    with pytest.raises(Refused, match="larger than 11 bytes"):
        files.keep(io.BytesIO(BYTES), most_bytes=11)
    assert all_files(files.folder) == []


def test_a_source_that_breaks_off_leaves_nothing(files: AttachmentFiles) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(Unavailable, match="could not be read"):
        files.keep(Broken())  # type: ignore[arg-type]
    assert all_files(files.folder) == []


def test_a_large_file_is_not_held_in_memory(files: AttachmentFiles) -> None:
    class Counting(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1) -> bytes:
            Counting.largest = max(Counting.largest, size or 0)
            assert size is not None and size > 0
            return super().read(size)

    data = os.urandom(3 << 20)
    assert files.keep(Counting(data)).sha256 == hashlib.sha256(data).hexdigest()
    assert Counting.largest <= 1 << 20


@pytest.mark.parametrize("name", ["../../etc/passwd", NAME.upper(), NAME[:-1], ""])
def test_a_name_that_is_no_hash_never_becomes_a_path(files: AttachmentFiles, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        files.path_of(name)


def test_a_missing_file_is_said(files: AttachmentFiles) -> None:
    with pytest.raises(Unavailable, match="not there"):
        files.open(NAME)
