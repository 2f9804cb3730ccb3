"""A copy of one chat's export without some of its messages: what an erasure leaves of an imported file (4.7).

In the place of each stands an empty object, so every other message keeps its number, and nothing else is changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from app.errors import Said
from app.exchange.importing import ChatInfo
from app.exchange.telegram import Telegram
from app.exchange.telegram.reading import Reader
from app.exchange.telegram.window import Window
from app.exchange.telegram.written import Strange, Unreadable

EMPTIED = b'{"erased":true}'
_PIECE = 1 << 20


def copy_without(path: Path, ids: Collection[str], zone: ZoneInfo | None, out: BinaryIO) -> int:
    """Write the file of one chat to `out` without the messages of those source ids; gives how many were left out.

    0, and nothing written, where the file is no export of one chat, or holds none of them.
    """
    try:
        preview = Telegram().scan(path, zone=zone)
    except Said:
        return 0
    if preview.holds_more or len(preview.chats) != 1 or preview.chats[0].messages_at is None:
        return 0
    spans = list(_spans(path, preview.chats[0], ids, zone))
    if spans:
        with path.open("rb") as file:
            _copy(file, spans, out)
    return len(spans)


def _spans(path: Path, chat: ChatInfo, ids: Collection[str], zone: ZoneInfo | None) -> Iterator[tuple[int, int]]:
    """The first byte of each message and the one after its last."""
    assert chat.messages_at is not None
    with path.open("rb") as file:
        file.seek(chat.messages_at)
        window, reader = Window(file, chat.end), Reader(chat.id, zone, None)
        for index in window.elements():
            window.peek()
            start = window.place
            raw = window.value()
            try:
                if reader.read(raw, index).source_id in ids:
                    yield start, window.place
            except (Strange, Unreadable):
                continue


def _copy(file: BinaryIO, spans: Collection[tuple[int, int]], out: BinaryIO) -> None:
    for start, end in spans:
        _pass_on(file, out, start - file.tell())
        out.write(EMPTIED)
        file.seek(end)
    _pass_on(file, out, None)


def _pass_on(file: BinaryIO, out: BinaryIO, left: int | None) -> None:
    """That many bytes, or all there are."""
    while left is None or left:
        piece = file.read(_PIECE if left is None else min(left, _PIECE))
        if not piece:
            return
        out.write(piece)
        left = None if left is None else left - len(piece)
