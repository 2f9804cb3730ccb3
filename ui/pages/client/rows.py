"""Chooses how an entry looks in the timeline, and sets its row in a width (6.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.facts.timeline import Line
from ui.pages.client.call_row import set_call
from ui.pages.client.edit_row import set_edit
from ui.pages.client.line_row import WIDE, set_line, set_removed, set_wide
from ui.pages.client.pieces import Drawn
from ui.pages.client.row_words import Reader
from ui.pages.client.setting import Setting
from ui.pages.client.talk_row import set_message, set_note, set_voice_edit

Look = Callable[[Setting, Line, Reader], tuple[str, str]]

LOOKS: Final[dict[str, Look]] = {
    "message.sent": set_message,
    "message.received": set_message,
    "note.written": set_note,
    "call.held": set_call,
    "edit.requested": set_edit,
    "edit.delivered": set_edit,
}


def look_of(line: Line) -> Look:
    """The look of an entry; kinds without one of their own are one line."""
    if line.entry.redacted:
        return set_removed
    if line.entry.kind in WIDE:
        return set_wide
    if line.entry.kind.startswith("edit.") and (line.edit is None or line.item is None):
        return set_line
    if line.entry.kind == "edit.requested" and line.by_voice and not line.speaks:
        return set_voice_edit
    return LOOKS.get(line.entry.kind, set_line)


def draw_line(line: Line, reader: Reader, width: float) -> Drawn:
    """The content of an entry's row, set in `width` logical pixels."""
    page = Setting(width)
    icon, colour = look_of(line)(page, line, reader)
    return page.drawn(icon, colour)


def spoken_line(line: Line, reader: Reader, drawn: Drawn) -> str:
    """The whole row aloud: number, day and hour, then what it says."""
    words = reader.words
    at = words.moment(line.entry.happened, reader.zone)
    head = words.text("Entry {number}, {at}", number=line.entry.seq, at=at)
    return f"{head}. {drawn.spoken}"
