"""One written message into one imported message: time, author, text, files, number in the source (5.2, B2, B6, B9)."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import UNSET, Raw

from app.exchange.importing import ImportedMessage, Sort
from app.exchange.people import Author, WhoIsMe
from app.exchange.telegram.files import media_of
from app.exchange.telegram.times import edited, happened
from app.exchange.telegram.wording import KEPT_OF_A_LONG_TEXT, short, text_of, too_long, user, within
from app.exchange.telegram.written import Part, Strange, Written, everything, flat, written

_LONGEST_TOLD = 2_000
_WORD = re.compile(r"[a-z][a-z0-9_]{0,99}")
_SPOKEN = ("voice_message", "video_message")
_KNOWN = {
    *("id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "from", "from_id", "actor", "actor_id"),
    *("action", "text", "text_entities", "forwarded_from", "reply_to_message_id", "photo", "photo_file_size"),
    *("width", "height", "file", "file_name", "file_size", "thumbnail", "thumbnail_file_size", "media_type"),
    *("mime_type", "contact_vcard"),
}
_MOST_AUTHORS = 10_000


class Reader:
    """Reads the messages of one chat; remembers its authors, and what equal messages without ids it has met.

    `chat_id` None leaves the source ids out: a preview needs none. `number` is Telegram's number of the last one read.
    Only what differs from an ordinary message is passed on: naming every key for each message costs more than parsing.
    """

    def __init__(
        self, chat_id: str | None, zone: ZoneInfo | None, folder: Path | None, me: WhoIsMe | None = None
    ) -> None:
        self._chat_id = chat_id
        self._zone = zone
        self._folder = folder
        self._me = me
        self._authors: dict[tuple[object, object], tuple[Author, bool | None]] = {}
        self._met: dict[int, int] = {}
        self.number: int | None = None

    def read(self, raw: bytes | Raw, index: int) -> ImportedMessage:
        """The message in `raw`, the element `index` of its array. Raises Strange or Unreadable."""
        self.number = None
        message, raw, repaired = written(raw)
        self.number = _reasonable(message.id)
        if message.type == "unsupported":
            raise Strange("unsupported by the Telegram Desktop that made the export")
        at, basis = happened(message, self._zone)
        if _is_usual(message):
            author, outgoing = self._author(message.from_, message.from_id)
            beside = _beside(message)
        else:
            given = everything(raw)
            author, outgoing = self._author(*_who(message, given))
            beside = _beside(message) | _content(message, given)
        if message.file is not None or message.photo is not None or message.contact_vcard is not None:
            beside["media"] = media_of(message, self._folder)
        if message.reply_to_message_id is not None:
            beside["reply_to"] = self._numbered(_reasonable(message.reply_to_message_id))
        if repaired:
            beside["repaired"] = True
        text = message.text if isinstance(message.text, str) else _put_together(message.text, beside)
        source_id = self._source_id(at, author, text)
        if too_long(text):
            beside |= {"cut": True, "whole": text}
            text = text[:KEPT_OF_A_LONG_TEXT]
        return ImportedMessage(
            happened=at,
            basis=basis,
            author=author,
            outgoing=outgoing,
            text=text,
            place=f"/messages/{index}",
            source_id=source_id,
            **beside,
        )

    def _author(self, name: object, number: object) -> tuple[Author, bool | None]:
        """The author, and whether it is the owner; the same few people write all the messages of a chat."""
        known = self._authors.get((name, number))
        if known is not None:
            return known
        author = Author(
            name=short(name) if isinstance(name, str) else "",
            id=user(number) if isinstance(number, str | int) else "",
        )
        if len(self._authors) > _MOST_AUTHORS:
            self._authors.clear()
        found = author, None if self._me is None else self._me.wrote(author)
        self._authors[name, number] = found
        return found

    def _numbered(self, number: int | None) -> str:
        return f"telegram:{self._chat_id}:{number}" if number is not None and self._chat_id else ""

    def _source_id(self, at: datetime, author: Author, text: str) -> str:
        """`telegram:<chat>:<message>`; without both, SHA-256 of second, author, text, and which of the equal ones."""
        if self._chat_id is None:
            return ""
        numbered = self._numbered(self.number)
        if numbered:
            return numbered
        said = f"{int(at.timestamp())}\n{author.id or author.name}\n{text}"
        digest = hashlib.sha256(said.encode()).hexdigest()
        key = int(digest[:16], 16)
        self._met[key] = self._met.get(key, 0) + 1
        return f"telegram:{digest}:{self._met[key]}"


def _is_usual(message: Written) -> bool:
    """Words or a file; all other content is found among the remaining keys."""
    if message.type != "message" or message.poll is not None or message.text is None:
        return False
    return bool(message.text or message.photo or message.file)


def _beside(message: Written) -> dict[str, Any]:
    """What an ordinary message may have beside its words."""
    beside: dict[str, Any] = {}
    if message.edited_unix is not None or message.edited is not None:
        beside["edited_or_reacted"] = edited(message)
    if message.forwarded_from is not UNSET:
        beside["forwarded_from"] = short(message.forwarded_from or "")
    if message.media_type is not None and message.media_type in _SPOKEN:
        beside["voice_seconds"] = _seconds(message)
    if not (message.author is message.via_bot is message.saved_from is message.sticker_emoji is None):
        keys = ("author", "via_bot", "saved_from", "sticker_emoji")
        beside["told"] = tuple(f"{key}={short(said)}" for key in keys if (said := getattr(message, key)))
    return beside


def _who(message: Written, given: dict[str, object]) -> tuple[object, object]:
    """Name and number of the author: of a service line the actor."""
    acted = message.type == "service" and "actor_id" in given
    name, number = ("actor", "actor_id") if acted else ("from", "from_id")
    return _single(given.get(name)), _single(given.get(number))


def _single(value: object) -> str | int | None:
    return value if isinstance(value, str | int) else None


def _content(message: Written, given: dict[str, object]) -> dict[str, Any]:
    """A service line, or a message that is no text and no file: all other keys, in words."""
    entities = given.get("text_entities")
    if message.text is None and isinstance(entities, list):
        message.text = [one["text"] for one in entities if isinstance(one, dict) and isinstance(one.get("text"), str)]
    kinds = () if message.type in ("message", "service") else (f"type={short(message.type or 'none')}",)
    told = flat({key: value for key, value in given.items() if key not in _KNOWN})
    kept, left = within(chain(kinds, told), _LONGEST_TOLD)
    content: dict[str, Any] = {"told": (*kept, f"and {left} more in the file") if left else kept}
    if message.type == "service":
        content |= {"sort": Sort.SERVICE, "service": _service(given)}
    return content


def _service(given: dict[str, object]) -> str:
    """Telegram's own word for what happened: `pin_message`, `phone_call`."""
    action = given.get("action")
    return action if isinstance(action, str) and _WORD.fullmatch(action) else "service"


def _put_together(said: list[str | Part] | None, beside: dict[str, Any]) -> str:
    """The text out of its pieces; links under other words are put beside it."""
    text, beside["links"], left = text_of(said or ())
    if left:
        beside["told"] = (*beside.get("told", ()), f"and {left} more links in the file")
    return text


def _reasonable(number: int | None) -> int | None:
    """A number Telegram could have given; one of a thousand digits is none."""
    return number if number is not None and abs(number) < 2**63 else None


def _seconds(message: Written) -> int | None:
    """How long a voice or video message lasts; nothing where that cannot be."""
    seconds = message.duration_seconds
    return seconds if seconds is not None and 0 <= seconds < 2**31 else None
