"""One written message into one imported message: time, author, text, files, number in the source (5.2, B2, B6, B9)."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import UNSET, Raw

from app.exchange.importing import Author, Basis, ImportedMessage, Sort, WhoIsMe
from app.exchange.telegram.files import media_of
from app.exchange.telegram.written import Part, Strange, Written, everything, flat, written

LONGEST_TEXT = 262_144  # bytes of UTF-8 (B9)
KEPT_OF_A_LONG_TEXT = 4_096  # characters (B9)
_SURELY_SHORT = LONGEST_TEXT // 6  # characters; no character takes more than six bytes in a record
_LONGEST_WORD = 255
_LONGEST_LINK = 4_096
_LONGEST_LINKS = 65_536
_LONGEST_TOLD = 2_000
_LAST_SECOND = 253_402_300_799  # the end of the year 9999
_WORD = re.compile(r"[a-z][a-z0-9_]{0,99}")
_SPOKEN = ("voice_message", "video_message")
_KNOWN = {
    *("id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "from", "from_id", "actor", "actor_id"),
    *("action", "text", "text_entities", "forwarded_from", "reply_to_message_id", "photo", "photo_file_size"),
    *("width", "height", "file", "file_name", "file_size", "thumbnail", "thumbnail_file_size", "media_type"),
    *("mime_type", "contact_vcard"),
}


class NoZone(Strange):
    """The message has a date without a zone and nothing better; a zone must be chosen."""


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
        self.number = message.id
        if message.type == "unsupported":
            raise Strange("unsupported by the Telegram Desktop that made the export")
        happened, basis = _happened(message, self._zone)
        service = ""
        if message.type == "message" and message.poll is None and (message.text or message.photo or message.file):
            author = Author(name=_short(message.from_ or ""), id=_user(message.from_id))
            told = _aside(message)
        else:
            given = everything(raw)
            author, told = _unusual(message, given)
            service = _service(given) if message.type == "service" else ""
        text, links, left = _text(message.text)
        cut = len(text) > _SURELY_SHORT and _too_long(text)
        forwarded = message.forwarded_from
        return ImportedMessage(
            happened=happened,
            basis=basis,
            author=author,
            outgoing=None if self._me is None else self._me.wrote(author),
            sort=Sort.SERVICE if service else Sort.MESSAGE,
            service=service,
            text=text[:KEPT_OF_A_LONG_TEXT] if cut else text,
            whole=text if cut else "",
            links=links,
            media=media_of(message, self._folder) if message.photo or message.file or message.contact_vcard else (),
            voice_seconds=message.duration_seconds if message.media_type in _SPOKEN else None,
            edited_or_reacted=_edited(message),
            forwarded_from=None if forwarded is UNSET else _short(forwarded or ""),
            reply_to=self._numbered(message.reply_to_message_id),
            told=told + left,
            place=f"/messages/{index}",
            source_id=self._source_id(message.id, happened, author, text),
            repaired=repaired,
            cut=cut,
        )

    def _numbered(self, number: int | None) -> str:
        return f"telegram:{self._chat_id}:{number}" if number is not None and self._chat_id else ""

    def _source_id(self, number: int | None, happened: datetime, author: Author, text: str) -> str:
        """`telegram:<chat>:<message>`; without both, SHA-256 of second, author, text, and which of the equal ones."""
        if self._chat_id is None:
            return ""
        numbered = self._numbered(number)
        if numbered:
            return numbered
        said = f"{int(happened.timestamp())}\n{author.id or author.name}\n{text}"
        digest = hashlib.sha256(said.encode()).hexdigest()
        key = int(digest[:16], 16)
        self._met[key] = self._met.get(key, 0) + 1
        return f"telegram:{digest}:{self._met[key]}"


def _happened(message: Written, zone: ZoneInfo | None) -> tuple[datetime, Basis]:
    """`date_unixtime` is the truth; `date` is this computer's wall clock at export and needs a zone."""
    if message.date_unix is not None:
        return _instant(message.date_unix), Basis.EXPORT_UTC
    if not message.date:
        raise Strange("no date")
    try:
        local = datetime.fromisoformat(message.date)
    except ValueError:
        raise Strange("the date cannot be read") from None
    if local.tzinfo is not None:
        return local.astimezone(UTC).replace(microsecond=0), Basis.EXPORT_UTC
    if zone is None:
        raise NoZone("a date without a zone")
    return local.replace(tzinfo=zone, microsecond=0).astimezone(UTC), Basis.EXPORT_LOCAL


def _instant(seconds: str | int) -> datetime:
    try:
        second = int(seconds) if len(str(seconds)) < 20 else -1
    except ValueError:
        second = -1
    if not 0 < second <= _LAST_SECOND:
        raise Strange("the date cannot be read")
    return datetime.fromtimestamp(second, UTC)


def _edited(message: Written) -> str:
    """When it was last changed; old exports wrote 1970 for never, and then no zone."""
    if message.edited_unix is None:
        said = message.edited or ""
        return "" if said.startswith("1970-") else said[:32]
    try:
        return f"{_instant(message.edited_unix):%Y-%m-%dT%H:%M:%SZ}"
    except Strange:
        return ""


def _aside(message: Written) -> tuple[str, ...]:
    """What stands beside the words of an ordinary message."""
    if not (message.author or message.via_bot or message.saved_from or message.sticker_emoji):
        return ()
    keys = ("author", "via_bot", "saved_from", "sticker_emoji")
    return tuple(f"{key}={_short(said)}" for key in keys if (said := getattr(message, key)))


def _unusual(message: Written, given: dict[str, object]) -> tuple[Author, tuple[str, ...]]:
    """Author and content of a service line, or of a message that is no text and no file: all other keys, in words."""
    acted = message.type == "service" and "actor_id" in given
    name, number = (given.get("actor"), given.get("actor_id")) if acted else (given.get("from"), given.get("from_id"))
    author = Author(
        name=_short(name) if isinstance(name, str) else "",
        id=_user(number) if isinstance(number, str | int) else "",
    )
    entities = given.get("text_entities")
    if message.text is None and isinstance(entities, list):
        message.text = [one["text"] for one in entities if isinstance(one, dict) and isinstance(one.get("text"), str)]
    told = [] if message.type in ("message", "service") else [f"type={message.type or 'none'}"]
    told += flat({key: value for key, value in given.items() if key not in _KNOWN})
    kept, left = _within(told, _LONGEST_TOLD)
    return author, (*kept, f"and {left} more in the file") if left else kept


def _service(given: dict[str, object]) -> str:
    """Telegram's own word for what happened: `pin_message`, `phone_call`."""
    action = given.get("action")
    return action if isinstance(action, str) and _WORD.fullmatch(action) else "service"


def _text(said: str | list[str | Part] | None) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The words as they stood on the screen, where links under other words lead, and a word if these are too many."""
    if isinstance(said, str):
        return said, (), ()
    links: dict[str, None] = {}
    words = []
    for piece in said or ():
        if isinstance(piece, str):
            words.append(piece)
        else:
            words.append(piece.text)
            if piece.href and piece.href != piece.text:
                links[piece.href] = None
    short = [link for link in links if len(link) <= _LONGEST_LINK]
    kept, left = _within(short, _LONGEST_LINKS)
    left += len(links) - len(short)
    return "".join(words), kept, (f"and {left} more links in the file",) if left else ()


def _user(number: str | int | None) -> str:
    """`user123`; old exports wrote only the number."""
    return "" if number is None else _short(number) if isinstance(number, str) else f"user{number}"


def _too_long(text: str) -> bool:
    """Over 262,144 bytes as UTF-8, or as the record will write it (a control character takes six)."""
    return len(text.encode()) + 5 * sum(1 for sign in text if sign < " ") > LONGEST_TEXT


def _within(told: list[str], limit: int) -> tuple[tuple[str, ...], int]:
    """As many as fit into the limit of characters, and how many do not."""
    room = limit
    for count, one in enumerate(told):
        room -= len(one)
        if room < 0:
            return tuple(told[:count]), len(told) - count
    return tuple(told), 0


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_WORD else name[: _LONGEST_WORD - 1] + "…"
