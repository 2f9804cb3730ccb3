"""A message as Telegram Desktop writes it, and how the bytes of one become that, however odd they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from app.exchange.telegram.mending import mended

_NAMES = {"from_": "from", "date_unix": "date_unixtime", "edited_unix": "edited_unixtime"}


class Part(Struct, gc=False):
    """A piece of text with its look; `href` is where a `text_link` leads."""

    text: str = ""
    href: str = ""


class Written(Struct, gc=False, rename=_NAMES):
    """The keys of a message that are read on the quick way; everything else is read only where it matters."""

    type: str = ""
    id: int | None = None
    date_unix: str | int | None = None
    date: str | None = None
    from_: str | None = None
    from_id: str | int | None = None
    text: str | list[str | Part] | None = None
    edited_unix: str | int | None = None
    edited: str | None = None
    forwarded_from: str | msgspec.UnsetType | None = msgspec.UNSET
    reply_to_message_id: int | None = None
    photo: str | None = None
    photo_file_size: int | None = None
    file: str | None = None
    file_name: str | None = None
    file_size: int | None = None
    media_type: str | None = None
    mime_type: str | None = None
    duration_seconds: int | None = None
    contact_vcard: str | None = None
    sticker_emoji: str | None = None
    author: str | None = None
    via_bot: str | None = None
    saved_from: str | None = None
    poll: object = None


class Unreadable(Exception):
    """Valid brackets, but no JSON between them, even after mending."""


class Strange(Exception):
    """Valid JSON, but nothing that could be a message; the argument says what it is."""


_quick = msgspec.json.Decoder(Written).decode
_NUMBERS = ("id", "reply_to_message_id", "photo_file_size", "file_size", "duration_seconds")
_WORDS = (
    "type",
    "date",
    "from",
    "edited",
    "photo",
    "file",
    "file_name",
    "media_type",
    "mime_type",
    "contact_vcard",
    "sticker_emoji",
    "author",
    "via_bot",
    "saved_from",
)
_DEEPEST_TOLD = 6
_EITHER = ("date_unixtime", "from_id", "edited_unixtime")


def written(raw: bytes | msgspec.Raw) -> tuple[Written, bytes | msgspec.Raw, bool]:
    """The message in these bytes, the bytes it was read from, and whether they had to be repaired.

    Raises Strange for what is no message and Unreadable for what is no JSON.
    """
    try:
        return _quick(raw), raw, False
    except msgspec.ValidationError:
        return _patiently(raw), raw, False
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    except RecursionError:
        raise Strange("nested too deeply") from None
    raw = mended(bytes(raw))
    try:
        return _quick(raw), raw, True
    except msgspec.ValidationError:
        return _patiently(raw), raw, True
    except (msgspec.DecodeError, UnicodeDecodeError) as why:
        raise Unreadable from why
    except RecursionError:
        raise Strange("nested too deeply") from None


def everything(raw: bytes | msgspec.Raw) -> Any:
    """All keys of a value; whole numbers of absurd length are kept as words."""
    try:
        return _all(raw)
    except RecursionError:
        raise Strange("nested too deeply") from None
    except (msgspec.DecodeError, ValueError) as why:
        raise Unreadable from why


def _all(raw: bytes | msgspec.Raw) -> Any:
    try:
        return msgspec.json.decode(raw)
    except msgspec.ValidationError:
        return json.loads(mended(bytes(raw)), parse_int=_whole_number)


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) < 20 else digits


def _patiently(raw: bytes | msgspec.Raw) -> Written:
    """A message whose keys have other types than Telegram gives them today."""
    given = everything(raw)
    if not isinstance(given, dict):
        raise Strange("not a message")
    taken: dict[str, Any] = {key: given[key] for key in _WORDS if isinstance(given.get(key), str)}
    taken |= {key: either for key in _EITHER if (either := _either(given.get(key))) is not None}
    taken |= {key: number for key in _NUMBERS if (number := _number(given.get(key))) is not None}
    taken["poll"] = given.get("poll")
    taken["text"] = list(_pieces(given.get("text")))
    if "forwarded_from" in given:
        taken["forwarded_from"] = _word(given["forwarded_from"])
    return msgspec.convert(taken, Written)


def _number(value: object) -> int | None:
    if isinstance(value, str) and value.lstrip("-").isdecimal() and len(value) < 20:
        return int(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _either(value: object) -> str | int | None:
    return value if isinstance(value, str) else _number(value)


def _word(value: object) -> str | None:
    return value if isinstance(value, str) or value is None else json.dumps(value, ensure_ascii=False)


def _pieces(text: object) -> Iterator[str | dict[str, str]]:
    for piece in text if isinstance(text, list) else [text]:
        if isinstance(piece, dict) and isinstance(piece.get("text"), str):
            href = piece.get("href")
            yield {"text": piece["text"], "href": href if isinstance(href, str) else ""}
        elif piece is not None:
            yield _word(piece) or ""


def flat(value: object, name: str = "", depth: int = 0) -> Iterator[str]:
    """A value as words, `key=value` with dotted keys, for a note: polls, contacts, places, service lines."""
    members: Iterable[tuple[str, object]]
    if depth > _DEEPEST_TOLD:
        yield f"{name}=…"
        return
    if isinstance(value, dict):
        members = value.items()
    elif isinstance(value, list):
        members = ((str(number), one) for number, one in enumerate(value, 1))
    else:
        if (shown := _plain(value)) != "":
            yield f"{name}={shown}"
        return
    for key, one in members:
        yield from flat(one, f"{name}.{key}" if name else key, depth + 1)


def _plain(value: object) -> str:
    if value is None:
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)
