"""Rows of talk: messages of both sides, notes, requests of a voice; what a correction replaced is struck above."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF

from app.facts.timeline import Line
from app.words import Words
from ui.pages.client.pieces import Ink, Press
from ui.pages.client.row_files import set_files
from ui.pages.client.row_words import Reader, from_me, from_them, is_struck, marks
from ui.pages.client.setting import CAPTION, Setting, wide
from ui.theme import theme

BODY = Ink("body")
OLD = Ink("small", 400, "text3", struck=True)


def set_message(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """A message in or out; gives the icon of the node and its colour."""
    mine = line.entry.kind == "message.sent"
    who, quiet = (from_me if mine else from_them)(reader.words, line)
    unusual = line.by_voice or line.off_channel
    page.head(who, quiet, marks(reader.words, line), struck=is_struck(line))
    page.down(5)
    at = page.open_card()
    set_text(page, line, reader.words)
    if line.by_voice:
        _ask(page, line, reader.words)
    page.close_card(at, fill="soft" if mine else "card", edge="soft-line" if mine else "border", dashed=unusual)
    return _node(line, mine, unusual)


def set_voice_edit(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """An edit asked for by somebody else, not confirmed yet (D7): their words, and the question to the contact."""
    who, quiet = from_them(reader.words, line)
    page.head(who, quiet, marks(reader.words, line), struck=is_struck(line))
    page.down(5)
    at = page.open_card()
    set_text(page, line, reader.words)
    _ask(page, line, reader.words)
    page.close_card(at, dashed=True)
    return _node(line, False, True)


def set_note(page: Setting, line: Line, reader: Reader) -> tuple[str, str]:
    """A note; a private one has a lock and says so."""
    page.head(reader.words.text("Note"), "", marks(reader.words, line), struck=is_struck(line))
    page.down(2)
    set_text(page, line, reader.words)
    return ("lock" if line.entry.body.get("private") else "notebook-pen"), "text2"


def _node(line: Line, mine: bool, unusual: bool) -> tuple[str, str]:
    channel = line.entry.body.get("channel", "")
    if channel == "phone":
        return ("phone-outgoing" if mine else "phone-incoming"), "today" if unusual else "text2"
    return ("arrow-up-right" if mine else "arrow-down-left"), "today" if unusual else "text2"


def set_text(page: Setting, line: Line, words: Words) -> None:
    """What was said; before a correction struck above, retracted struck as a whole, voice messages by their summary."""
    entry = line.entry
    text = said_in(entry.body, words)
    before = said_in(entry.original, words) if entry.original else ""
    if is_struck(line):
        page.text(text, OLD, spoken=words.text("old: {text}", text=text))
        page.text(words.text("Retracted: {reason}", reason=line.reason), CAPTION)
        return
    if before and before != text:
        page.text(before, OLD, spoken=words.text("old: {text}", text=before))
    page.text(text, BODY)
    set_files(page, entry.body, words)


def said_in(body: Mapping[str, Any], words: Words) -> str:
    """The text of a body; of a voice message its length and summary."""
    sound = body.get("sound")
    text = str(body.get("text", body.get("note", "")))
    if isinstance(sound, Mapping):
        seconds = int(sound.get("seconds", 0))
        length = words.plural("Voice message, {n} second", "Voice message, {n} seconds", seconds)
        summary = str(sound.get("summary", text))
        return f"{length}: {summary}" if summary else length
    return text or words.text("No text")


def _ask(page: Setting, line: Line, words: Words) -> None:
    """Under a voice's words: whose confirmation is waited for, and the button that asks."""
    if line.contact is None or is_struck(line):
        return
    name = line.contact.short
    button = words.text("Ask {person}", person=name)
    side = theme().measure("icon_text") + theme().px(11 + 6 + 16)
    length, high = wide(button, Ink("small", 500)) + side, float(theme().measure("control_small"))
    said = words.text("Unconfirmed: your clock starts when {person} confirms.", person=name)
    page.down(4)
    top = page.y
    alone = page.right - page.left < length + theme().px(160)
    page.y += 0 if alone else (high - theme().px(20)) / 2
    page.text(said, Ink("small", 400, "text2"), aside=0 if alone else length + theme().px(12))
    if alone:
        top = page.y + theme().px(4)
    page.put(Press(QRectF(page.right - length, top, length, high), button, "ask"))
    page.y = max(page.y, top + high)
