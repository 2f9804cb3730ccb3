"""What opening a file would do, told by its name and by its first bytes; a name that lies is found out."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

HEAD_BYTES: Final = 4096
"""So much of a file is looked at."""


class Opening(StrEnum):
    """What a double click would do with a file."""

    SHOWS = "shows"
    """A picture, a sound, a document without programs in it."""
    RUNS = "runs"
    """It runs, installs, or opens a page that can run what is written in it, on some system."""
    UNKNOWN = "unknown"
    """Nobody knows; or its first bytes are not those of what it is called."""


class FileKind(Struct, frozen=True):
    """How a file opens; `lies` when its first bytes are not what its name says."""

    opening: Opening
    suffix: str
    lies: bool = False


_WINDOWS: Final = """
exe com scr pif bat cmd msi msp mst msix appx application appref-ms ps1 ps1xml psm1 psd1 psc1 vb vbs vbe js jse mjs wsf
wsh ws wsc hta lnk url reg cpl dll ocx sys inf ins isp job gadget scf sct shb shs chm hlp jar jnlp xll xlam mht mhtml
settingcontent-ms library-ms search-ms diagcab diagpkg themepack theme website iso img vhd vhdx cab
"""
_MACS: Final = """
app command tool action workflow terminal scpt scptd applescript osx dmg pkg mpkg webloc inetloc fileloc mobileconfig
prefpane saver kext dylib
"""
_UNIX: Final = """
sh bash zsh ksh csh fish run bin out elf so desktop appimage deb rpm snap flatpakref flatpakrepo service
"""
_ANYWHERE: Final = """
py pyw pyc pyz pyzw pl pm rb php lua tcl awk class apk ipa xap html htm xhtml xht shtml svg svgz xml xsl xslt swf
docm dotm xlsm xltm xlsb pptm potm ppam ppsm sldm accdb accde mdb mde odb oxt doc dot xls xlt xla ppt pps pot rtf slk
iqy oqy rqy one eml msg
"""
"""Languages and pages, and documents that hold programs or may hold them without saying so."""
_RUNS: Final = frozenset(f"{_WINDOWS} {_MACS} {_UNIX} {_ANYWHERE}".split())
"""The kinds of every platform: what was made for another one is asked about as well."""

_PICTURES: Final = {
    "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "jfif": "jpeg", "gif": "gif", "bmp": "bmp", "webp": "riff",
    "tif": "tiff", "tiff": "tiff", "heic": "ftyp", "heif": "ftyp", "avif": "ftyp",
}  # fmt: skip
_SOUNDS: Final = {
    "mp3": "mp3", "ogg": "ogg", "oga": "ogg", "opus": "ogg", "ogv": "ogg", "flac": "flac", "wav": "riff", "avi": "riff",
    "m4a": "ftyp", "mp4": "ftyp", "m4v": "ftyp", "mov": "ftyp", "3gp": "ftyp", "webm": "matroska", "mkv": "matroska",
}  # fmt: skip
_PAPERS: Final = {
    "pdf": "pdf", "docx": "zip", "xlsx": "zip", "pptx": "zip", "odt": "zip", "ods": "zip", "odp": "zip", "odg": "zip",
    "epub": "zip", "zip": "zip", "txt": "text", "md": "text", "csv": "text", "tsv": "text", "log": "text",
    "json": "text", "vcf": "text", "ics": "text", "srt": "text",
}  # fmt: skip
_SHOWS: Final = _PICTURES | _SOUNDS | _PAPERS
"""What files of these names begin with."""

_BEGINNINGS: Final = (
    (b"MZ", "program"), (b"\x7fELF", "program"), (b"#!", "program"), (b"\xca\xfe\xba\xbe", "program"),
    (b"\xfe\xed\xfa\xce", "program"), (b"\xfe\xed\xfa\xcf", "program"), (b"\xce\xfa\xed\xfe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"), (b"L\x00\x00\x00\x01\x14\x02\x00", "program"), (b"dex\n", "program"),
    (b"MSCF", "program"), (b"!<arch>", "program"), (b"\xed\xab\xee\xdb", "program"), (b"xar!", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "program"), (b"{\\rt", "program"), (b"CWS", "program"), (b"FWS", "program"),
    (b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"),
    (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"), (b"RIFF", "riff"), (b"OggS", "ogg"), (b"fLaC", "flac"), (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"), (b"\xff\xf3", "mp3"), (b"\xff\xf2", "mp3"), (b"\x1aE\xdf\xa3", "matroska"),
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"),
)  # fmt: skip
_MARKUP: Final = (b"<!doctype", b"<html", b"<head", b"<script", b"<svg", b"<?xml", b"<?php", b"<body")


def file_kind(name: str, head: bytes) -> FileKind:
    """What a file is, by its name as somebody sent it and its first bytes (at most HEAD_BYTES are looked at)."""
    suffix = suffix_of(name)
    expected = _SHOWS.get(suffix)
    found = _begins(head[:HEAD_BYTES])
    if expected == "text" and found not in ("program", "markup") and _is_text(head):
        found = "text"  # "BMW, 2 doors" begins as a picture does
    if suffix in _RUNS:
        return FileKind(Opening.RUNS, suffix)
    if found == "program" or (found == "markup" and expected not in (None, "text")):
        return FileKind(Opening.RUNS, suffix, lies=expected is not None)
    if expected is None:
        return FileKind(Opening.UNKNOWN, suffix)
    if head and found not in (expected, "markup" if expected == "text" else expected):
        return FileKind(Opening.UNKNOWN, suffix, lies=True)
    return FileKind(Opening.SHOWS, suffix)


def suffix_of(name: str) -> str:
    """What a system takes for the kind: behind the last point, small, without what it would cut off."""
    plain = "".join(sign for sign in name if sign.isprintable()).rstrip(". ")
    return plain.rpartition(".")[2].casefold().strip() if "." in plain else ""


def _begins(head: bytes) -> str:
    """A word for the first bytes; text when they are words and nothing else."""
    for begin, word in _BEGINNINGS:
        if head.startswith(begin):
            return word
    if head[4:8] == b"ftyp":
        return "ftyp"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_MARKUP):
        return "markup"
    return "text" if _is_text(head) else ""


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True  # UTF-16
    return not any(sign < 9 or 13 < sign < 27 for sign in head)
