"""Telegram Desktop's `result.json`, one chat or a full export, of any size, in constant memory (5.2).

Nothing is written while a file is read: a scan and the messages both come from the bytes themselves, so a preview,
a cancel or a crash leave nothing behind. `app.exchange.staging` puts a chat aside for an append that should not parse.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from app.errors import Refused, Unavailable
from app.exchange.importing import Cancelled, ChatInfo, ImportedMessage, Preview, Progress
from app.exchange.people import WhoIsMe
from app.exchange.telegram.chats import raw_messages
from app.exchange.telegram.reading import Reader
from app.exchange.telegram.scanning import NO_EXPORT, Scan
from app.exchange.telegram.window import Broken, Window
from app.exchange.telegram.written import Strange, Unreadable
from app.words import N_

__all__ = ["Telegram", "own_bytes"]

_CHANGED = N_("The file {name} changed while it was read. Start the import again.")
_BOM = b"\xef\xbb\xbf"
_PIECE = 1024 * 1024


class Telegram:
    """The importer of Telegram exports; `version` rises when the same file would give other messages."""

    parser = "telegram"
    version = 1

    def scan(
        self,
        path: Path,
        *,
        zone: ZoneInfo | None = None,
        folder: Path | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Preview:
        """Read the whole file once and say what is in it.

        `folder` is where the export's files lie (default: beside the file; needed for a stored copy). Refused when the
        file is no export or breaks somewhere; Stopped when `cancelled` says so; `progress` gets bytes read and in all.
        """
        with _opened(path) as (file, size):
            window = Window(file, size, progress=progress, cancelled=cancelled)
            return Scan(window, size, zone, _real(folder or path.parent)).preview()

    def messages(
        self,
        path: Path,
        chat: ChatInfo,
        *,
        me: WhoIsMe | None = None,
        zone: ZoneInfo | None = None,
        folder: Path | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Iterator[ImportedMessage]:
        """The messages of one chat of a scanned file, in its order; nothing of another chat is read.

        With `me` each knows whether the owner sent it. What the scan listed as unparsed is left out here. Refused when
        the file no longer is what was scanned.
        """
        if chat.messages_at is None:
            return
        if chat.needs_zone and zone is None:
            needed = N_("Messages whose date has no time zone: {n}. Name the zone of the exporting computer (--zone).")
            raise Refused(needed, n=chat.needs_zone)
        left = chat.messages
        with _opened(path) as (file, _):
            file.seek(chat.messages_at)
            window = Window(file, chat.end, progress=progress, cancelled=cancelled)
            reader = Reader(chat.id, zone, _real(folder or path.parent), me)
            for message in _read(window, reader, path):
                left -= 1
                yield message
        if left:
            raise Refused(_CHANGED, name=path.name)


def _read(window: Window, reader: Reader, path: Path) -> Iterator[ImportedMessage]:
    try:
        for index, raw in enumerate(raw_messages(window)):
            with suppress(Strange):
                yield reader.read(raw, index)
    except (Broken, Unreadable):
        raise Refused(_CHANGED, name=path.name) from None


def own_bytes(path: Path, chat: ChatInfo) -> Iterator[bytes]:
    """The chat's own bytes (`start` to `end`) in pieces: what is kept as `use: source` and may leave in a bag (4.5)."""
    with _opened(path) as (file, _):
        file.seek(chat.start)
        left = chat.end - chat.start
        while left and (piece := file.read(min(left, _PIECE))):
            left -= len(piece)
            yield piece


@contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The file behind its byte order mark, and its size."""
    try:
        file = path.open("rb")
    except OSError as why:
        raise Unavailable("The file {name} cannot be read: {why}.", name=path.name, why=why.strerror) from None
    with file:
        beginning = file.read(3)
        if beginning[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise Refused(NO_EXPORT)
        file.seek(len(_BOM) if beginning == _BOM else 0)
        yield file, os.fstat(file.fileno()).st_size


def _real(folder: Path) -> Path:
    return Path(os.path.realpath(folder))
