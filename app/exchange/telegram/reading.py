"""One written message into one imported message: time, author, text, files, number in the source (5.2, B2, B6, B9)."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import UNSET, Raw

from app.exchange.importing import ImportedMessage, Sort
from app.exchange.people import Author, WhoIsMe
from app.exchange.telegram.files import media_of
from app.exchange.telegram.times import edited, happened
from app.exchange.telegram.wording import KEPT_OF_A_LONG_TEXT, short, text_of, too_long, within
from app.exchange.telegram.written import Strange, Written, everything, flat, written

_LONGEST_TOLD = 2_000
_WORD = re.compile(r"[a-z][a-z0-9_]{0,99}")
_SPOKEN = ("voice_message", "video_message")
_KNOWN = {
    *("id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "from", "from_id", "actor", "actor_id"),
    *("action", "text", "text_entities", "forwarded_from", "reply_to_message_id", "photo", "photo_file_size"),
    *("width", "height", "file", "file_name", "file_size", "thumbnail", "thumbnail_file_size", "media_type"),
    *("mime_type", "contact_vcard"),
}


class Reader:
    """Reads the messages of one chat; remembers what equal messages without ids it has met.

    `chat_id` None leaves the source ids out: a preview needs none. `number` is Telegram's number of the last one read.
    """

    def __init__(
        self, chat_id: str | None, zone: ZoneInfo | None, folder: Path | None, me: WhoIsMe | None = None
    ) -> None:
        self._chat_id = chat_id
        self._zone = zone
        self._folder = folder
        self._me = me
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
        service = ""
        if _is_usual(message):
            author = Author(name=short(message.from_ or ""), id=_user(message.from_id))
            told = _aside(message)
        else:
            given = everything(raw)
            author, told = _unusual(message, given)
            service = _service(given) if message.type == "service" else ""
        text, links, left = text_of(message.text)
        cut = too_long(text)
        forwarded = message.forwarded_from
        return ImportedMessage(
            happened=at,
            basis=basis,
            author=author,
            outgoing=None if self._me is None else self._me.wrote(author),
            sort=Sort.SERVICE if service else Sort.MESSAGE,
            service=service,
            text=text[:KEPT_OF_A_LONG_TEXT] if cut else text,
            whole=text if cut else "",
            links=links,
            media=media_of(message, self._folder) if message.photo or message.file or message.contact_vcard else (),
            voice_seconds=_seconds(message) if message.media_type in _SPOKEN else None,
            edited_or_reacted=edited(message),
            forwarded_from=None if forwarded is UNSET else short(forwarded or ""),
            reply_to=self._numbered(_reasonable(message.reply_to_message_id)),
            told=told + left,
            place=f"/messages/{index}",
            source_id=self._source_id(self.number, at, author, text),
            repaired=repaired,
            cut=cut,
        )

    def _numbered(self, number: int | None) -> str:
        return f"telegram:{self._chat_id}:{number}" if number is not None and self._chat_id else ""

    def _source_id(self, number: int | None, at: datetime, author: Author, text: str) -> str:
        """`telegram:<chat>:<message>`; without both, SHA-256 of second, author, text, and which of the equal ones."""
        if self._chat_id is None:
            return ""
        numbered = self._numbered(number)
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


def _aside(message: Written) -> tuple[str, ...]:
    """What stands beside the words of an ordinary message."""
    if not (message.author or message.via_bot or message.saved_from or message.sticker_emoji):
        return ()
    keys = ("author", "via_bot", "saved_from", "sticker_emoji")
    return tuple(f"{key}={short(said)}" for key in keys if (said := getattr(message, key)))


def _unusual(message: Written, given: dict[str, object]) -> tuple[Author, tuple[str, ...]]:
    """Author and content of a service line, or of a message that is no text and no file: all other keys, in words."""
    acted = message.type == "service" and "actor_id" in given
    name, number = (given.get("actor"), given.get("actor_id")) if acted else (given.get("from"), given.get("from_id"))
    author = Author(
        name=short(name) if isinstance(name, str) else "",
        id=_user(number) if isinstance(number, str | int) else "",
    )
    entities = given.get("text_entities")
    if message.text is None and isinstance(entities, list):
        message.text = [one["text"] for one in entities if isinstance(one, dict) and isinstance(one.get("text"), str)]
    kinds = () if message.type in ("message", "service") else (f"type={short(message.type or 'none')}",)
    told = flat({key: value for key, value in given.items() if key not in _KNOWN})
    kept, left = within(chain(kinds, told), _LONGEST_TOLD)
    return author, (*kept, f"and {left} more in the file") if left else kept


def _service(given: dict[str, object]) -> str:
    """Telegram's own word for what happened: `pin_message`, `phone_call`."""
    action = given.get("action")
    return action if isinstance(action, str) and _WORD.fullmatch(action) else "service"


def _user(number: str | int | None) -> str:
    """`user123`; old exports wrote only the number."""
    return "" if number is None else short(number) if isinstance(number, str) else f"user{number}"


def _reasonable(number: int | None) -> int | None:
    """A number Telegram could have given; one of a thousand digits is none."""
    return number if number is not None and abs(number) < 2**63 else None


def _seconds(message: Written) -> int | None:
    """How long a voice or video message lasts; nothing where that cannot be."""
    seconds = message.duration_seconds
    return seconds if seconds is not None and 0 <= seconds < 2**31 else None
