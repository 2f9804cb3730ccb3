"""The files a message names: which are no paths at all, and which would lead out of the export's folder."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from app.exchange.importing import Media, Missing
from app.exchange.telegram.wording import short
from app.exchange.telegram.written import Written

_SKIPPED = {
    "not included.": Missing.NOT_INCLUDED,
    "exceeds maximum size.": Missing.TOO_LARGE,
    "unavailable, please try again later": Missing.UNAVAILABLE,
}
_NO_PATH = re.compile(r"\((?:File|Photo) (not included\.|exceeds maximum size\.|unavailable, please try again later)")
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|:|$)")
_LONGEST_PATH = 1024


def media_of(message: Written, folder: Path | None) -> tuple[Media, ...]:
    """The files of a message. Thumbnails are no content and stay out; they remain in the export's folder.

    With a `folder` (real path) each file is looked for there; without one only the paths are judged.
    """
    found = []
    if message.photo is not None:
        found.append(_media("photo", message.photo, "", "image/jpeg", message.photo_file_size, folder))
    if message.file is not None:
        sort = message.media_type or "file"
        name = message.file_name or ""
        found.append(_media(short(sort), message.file, name, short(message.mime_type or ""), message.file_size, folder))
    if message.contact_vcard is not None:
        found.append(_media("contact", message.contact_vcard, "", "text/vcard", None, folder))
    return tuple(found)


def _media(sort: str, said: str, name: str, mime: str, size: int | None, folder: Path | None) -> Media:
    skipped = _NO_PATH.search(said)
    if skipped:
        named = short(name or said[: skipped.start()].strip() or sort)
        return Media(name=named, sort=sort, type=mime, missing=_SKIPPED[skipped[1]], size=size)
    parts = inside(said)
    named = short(name or (parts[-1] if parts else sort))
    if parts is None:
        return Media(name=named, sort=sort, type=mime, missing=Missing.OUTSIDE, size=size)
    path = "/".join(parts)
    if folder is None:
        return Media(name=named, sort=sort, type=mime, path=path, size=size)
    there, reason = _look(folder, parts)
    if reason is not None:
        return Media(name=named, sort=sort, type=mime, missing=reason, size=size)
    return Media(name=named, sort=sort, type=mime, path=path, size=there)


def inside(said: str) -> list[str] | None:
    """The steps of a relative path that stays inside its folder; None for every other text (fault 22)."""
    if not said or len(said) > _LONGEST_PATH or _DRIVE.match(said) or any(ord(sign) < 32 for sign in said):
        return None
    steps = said.replace("\\", "/").split("/")
    if any(step in ("", ".", "..") or _DEVICES.match(step) or ":" in step for step in steps):
        return None
    return steps


def _look(folder: Path, steps: list[str]) -> tuple[int | None, Missing | None]:
    """The size of the plain file at these steps, or why it is not taken; links may not lead out."""
    path = folder.joinpath(*steps)
    try:
        real = Path(os.path.realpath(path, strict=True))
        if not real.is_relative_to(folder):
            return None, Missing.OUTSIDE
        about = real.stat()
    except (OSError, ValueError):
        return None, Missing.NOT_FOUND
    return (about.st_size, None) if stat.S_ISREG(about.st_mode) else (None, Missing.NOT_FOUND)
