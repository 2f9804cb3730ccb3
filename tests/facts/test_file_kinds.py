"""What opening a file would do, and names that any system takes (fault 22 to 24, attachments of the timeline)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facts.file_kinds import Opening, file_kind
from app.facts.file_names import safe_name

PNG, PDF, ELF = b"\x89PNG\r\n\x1a\n....", b"%PDF-1.7\n", b"\x7fELF\x02\x01\x01"


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("фото печи.PNG", PNG),
        ("договор.pdf", PDF),
        ("прайс.xlsx", b"PK\x03\x04"),
        ("voice.ogg", b"OggS\x00"),
        ("song.mp3", b"ID3\x03"),
        ("video.mp4", b"\x00\x00\x00\x20ftypisom"),
        ("тексты.txt", "Кружки и тарелки".encode()),
        ("машины.txt", b"BMW, 2 doors"),
        ("пусто.txt", b""),
    ],
)
def test_what_only_shows_is_opened_without_a_question(name: str, head: bytes) -> None:
    assert file_kind(name, head).opening is Opening.SHOWS


@pytest.mark.parametrize(
    "name",
    [
        "a.exe",
        "a.EXE",
        "a.bat",
        "a.ps1",
        "a.lnk",
        "a.js",
        "a.jar",
        "a.sh",
        "a.desktop",
        "a.AppImage",
        "a.app",
        "a.command",
        "a.dmg",
        "a.py",
        "a.html",
        "a.svg",
        "a.docm",
        "a.xlsm",
        "a.doc",
        "a.iso",
        "a.url",
        "a.pdf.exe",
    ],
)
def test_programs_scripts_and_pages_are_asked_about_on_every_system(name: str) -> None:
    assert file_kind(name, PDF).opening is Opening.RUNS


@pytest.mark.parametrize("name", ["photo.exe ", "photo.exe.", "photo.exe. .", "photo.\u202eexe", "photo.e\u200bxe"])
def test_a_name_cannot_hide_its_kind(name: str) -> None:
    """Windows cuts points and spaces off; signs without width are not seen."""
    assert file_kind(name, PNG).opening is Opening.RUNS


@pytest.mark.parametrize("head", [b"MZ\x90\x00", ELF, b"#!/bin/sh\n", b"\xcf\xfa\xed\xfe", b"<html><script>"])
def test_a_program_that_is_called_a_picture_is_found_out(head: bytes) -> None:
    kind = file_kind("photo.jpg", head)
    assert kind.opening is Opening.RUNS
    assert kind.lies


@pytest.mark.parametrize(
    ("name", "head"), [("photo.jpg", PDF), ("prices.pdf", b"\x00\x01\x02"), ("a.txt", b"\x00\x01")]
)
def test_other_bytes_than_the_name_says_are_asked_about(name: str, head: bytes) -> None:
    kind = file_kind(name, head)
    assert kind.opening is Opening.UNKNOWN
    assert kind.lies


@pytest.mark.parametrize("name", ["README", "a.qqq", "", ".", "a."])
def test_what_nobody_knows_is_asked_about(name: str) -> None:
    assert file_kind(name, b"\x00\x01").opening is Opening.UNKNOWN


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("CON.txt", "_CON.txt"),
        ("nul", "_nul"),
        ("com1 .txt", "_com1.txt"),
        ("LPT¹.pdf", "_LPT¹.pdf"),
        ("con.tar.gz", "_con.tar.gz"),
        ("../../etc/passwd", "_._etc_passwd"),
        ("..\\..\\boot.ini", "_.._boot.ini"),
        ("a\u202egnp.exe", "a_gnp.exe"),
        (".bashrc", "bashrc"),
        ("-rf.txt", "_-rf.txt"),
        ("a:b.txt", "a_b.txt"),
        ("a.exe             x", "a.exe"),
        ("Счёт №5.pdf", "Счёт №5.pdf"),
        ("", "file"),
    ],
)
def test_a_copy_gets_a_name_that_any_system_takes(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_no_name_leads_anywhere_or_hides(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) < 255
    assert not set(safe) & set('/\\:*?"<>|')
    assert safe.isprintable()
    assert safe == safe.strip(" .")
    assert safe == safe_name(safe) or safe.startswith("_")
