"""A name under which any system stores a file: nothing hidden, no folders, no device, the kind kept at the end."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from app.facts.file_kinds import suffix_of
from app.facts.visible import HIDDEN

_MOST_BYTES: Final = 180
"""Of the stem in UTF-8; with the kind behind it and a folder before it below what the strictest system takes."""
_MOST_SUFFIX: Final = 16
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def safe_name(name: str) -> str:
    """The name of a copy: "CON.txt" → "_CON.txt", "a\\u202ecod.exe" → "a_cod.exe"; never empty, never hidden."""
    whole = unicodedata.normalize("NFC", name)
    plain = _FORBIDDEN.sub("_", HIDDEN.sub("_", whole))
    plain = "".join(sign if sign.isprintable() else "_" for sign in plain).strip(" .")
    stem, point, suffix = plain.rpartition(".") if suffix_of(plain) else (plain, "", "")
    suffix = suffix.strip()[:_MOST_SUFFIX].rstrip()
    stem = stem.strip(" .").encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .") or "file"
    if stem.partition(".")[0].strip().casefold() in _DEVICES or stem.startswith("-"):
        stem = f"_{stem}"
    return f"{stem}{point}{suffix}"
