"""The files that messages name: no path leads out of the export's folder, and what is missing is said (fault 22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.exchange.importing import Media, Missing
from app.exchange.telegram.files import inside
from tests.exchange.test_telegram_messages import export, message, only, read


def media(folder: Path, **more: object) -> Media:
    (found,) = only(export(folder, message(text="", **more))).media
    return found


def test_a_file_in_the_folder_is_found_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "Смета ё.pdf").write_bytes(b"12345")
    found = media(tmp_path, file="files/Смета ё.pdf", mime_type="application/pdf", file_size=99)
    assert (found.name, found.path, found.size, found.missing) == ("Смета ё.pdf", "files/Смета ё.pdf", 5, None)
    assert (found.sort, found.type) == ("file", "application/pdf")


def test_a_stored_copy_is_read_with_the_folder_it_came_from(tmp_path: Path) -> None:
    there = tmp_path / "export"
    (there / "photos").mkdir(parents=True)
    (there / "photos" / "a.jpg").write_bytes(b"1")
    path = export(tmp_path, message(photo="photos/a.jpg"))
    assert only(path).media[0].missing is Missing.NOT_FOUND
    assert only(path, folder=there).media[0].missing is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("(File not included. Change data exporting settings to download.)", Missing.NOT_INCLUDED),
        ("(Photo not included. Change data exporting settings to download.)", Missing.NOT_INCLUDED),
        ("(File exceeds maximum size. Change data exporting settings to download.)", Missing.TOO_LARGE),
        ("(File unavailable, please try again later)", Missing.UNAVAILABLE),
    ],
)
def test_an_excuse_is_no_path(tmp_path: Path, said: str, why: Missing) -> None:
    found = media(tmp_path, file=said, media_type="video_file")
    assert (found.path, found.missing, found.name) == ("", why, "video_file")
    named = media(tmp_path, file=f"film.mp4 {said}")
    assert (named.name, named.missing) == ("film.mp4", why)


@pytest.mark.parametrize(
    "path",
    [
        *("/etc/passwd", "../secret.txt", "files/../../secret.txt", "..", ".", "", "files/", "files//a", "a/./b"),
        *("C:\\Windows\\win.ini", "c:secret", "\\\\server\\share\\x", "..\\secret.txt", "files\\..\\..\\x"),
        *("a.txt:stream", "nul", "files/CON.txt", "com1", "a\x00b", "a\nb", "x" * 2000, "file:///etc/passwd"),
    ],
)
def test_no_path_leads_out(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.txt").write_text("not yours")
    folder = tmp_path / "export"
    folder.mkdir()
    assert inside(path) is None
    if path:
        found = media(folder, file=path)
        assert (found.path, found.missing, found.size) == ("", Missing.OUTSIDE, None)


def test_links_that_lead_out_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not yours")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "own.txt").write_text("mine")
    (folder / "inner.txt").symlink_to(folder / "own.txt")
    assert media(folder, file="link.txt").missing is Missing.OUTSIDE
    assert media(folder, file="up/secret.txt").missing is Missing.OUTSIDE
    assert media(folder, file="inner.txt").size == 4


def test_a_folder_or_a_loop_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert media(tmp_path, file="files").missing is Missing.NOT_FOUND
    assert media(tmp_path, file="loop").missing is Missing.NOT_FOUND
    assert media(tmp_path, file="files/gone.txt").missing is Missing.NOT_FOUND


def test_thumbnails_are_no_content_and_contacts_are(tmp_path: Path) -> None:
    (tmp_path / "contact.vcf").write_text("BEGIN:VCARD")
    found = only(
        export(tmp_path, message(text="", contact_vcard="contact.vcf", contact_information={"first_name": "Иван"}))
    )
    assert found.media[0].type == "text/vcard"
    assert found.told == ("contact_information.first_name=Иван",)
    assert media(tmp_path, photo="contact.vcf", thumbnail="thumb.jpg").sort == "photo"


def test_the_preview_counts_files_and_those_that_are_missing(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"1")
    chat, _ = read(export(tmp_path, message(1, photo="a.jpg"), message(2, photo="b.jpg"), message(3, file="../x")))
    assert (chat.media, chat.media_missing) == (3, 2)
