"""Imported messages as bodies of message.sent and message.received (1.3a): every importer's messages end here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from app.exchange.importing import ChatInfo, ImportedMessage, Media
from app.exchange.people import WhoIsMe

Attachment = dict[str, str | int | bool]
_UTC = ZoneInfo("UTC")
_UNNAMED = "—"  # forwarded from somebody whose name the source does not tell


def kind_of(message: ImportedMessage, me: WhoIsMe | None = None) -> str:
    """The kind of entry; a message whose author is not the owner was received."""
    outgoing = message.outgoing if me is None else me.wrote(message.author)
    return "message.sent" if outgoing else "message.received"


def body_of(
    message: ImportedMessage,
    direction: str,
    *,
    import_number: int,
    import_class: str = "B",
    channel: str = "telegram",
    zone: ZoneInfo = _UTC,
    person: int | None = None,
    group: bool = False,
    stored: Mapping[str, Attachment] | None = None,
) -> dict[str, Any]:
    """The body of one imported message by format 1; a key without a value is absent (B1).

    `import_number` is the entry of file.imported; `zone` only shows the time (B2); `person` is the author when received
    and the one written to when sent; `stored` has {sha256, size, name, type} for each path of `message.media` (and for
    `whole_name(message)` when the text was cut). A line of the messenger itself has no substance.
    """
    source = {"import": import_number, "place": message.place, "id": message.source_id, "class": import_class}
    body: dict[str, Any] = {"channel": channel, "happened": _happened(message, zone), "source": source}
    if person is not None:
        body["to" if direction.endswith("sent") else "person"] = person
    if group:
        body["group"] = True
    if shown := _shown(message):
        body["shown"] = shown
    if message.text:
        body["text"] = message.text
    if message.media or message.cut or not message.text:
        _put(body, "attachments", list(_attachments(message, stored or {})))
    _mark(body, message)
    return body


def _happened(message: ImportedMessage, zone: ZoneInfo) -> dict[str, str]:
    at = message.happened.astimezone(zone).isoformat()
    return {"at": at, "zone": zone.key, "precision": "second", "basis": message.basis.value}


def _shown(message: ImportedMessage) -> dict[str, str]:
    author = message.author
    if author.name and author.id:
        return {"name": author.name, "id": author.id}
    return {"name": author.name} if author.name else {"id": author.id} if author.id else {}


def _mark(body: dict[str, Any], message: ImportedMessage) -> None:
    """The keys that few messages have."""
    if message.service:
        body |= {"service": message.service, "no_substance": True}
    if message.voice_seconds is not None:
        body["sound"] = {"seconds": message.voice_seconds}
    if message.forwarded_from is not None:
        body["forwarded_from"] = message.forwarded_from or _UNNAMED
    _put(body, "links", list(message.links))
    _put(body, "quotes", message.reply_to)
    _put(body, "edited_or_reacted", bool(message.edited_or_reacted))
    _put(body, "cut", message.cut)
    _put(body, "repaired", message.repaired)
    if message.told or message.edited_or_reacted or message.media:
        _put(body, "note", "; ".join(_told(message)))


def _put(body: dict[str, Any], key: str, value: object) -> None:
    if value:
        body[key] = value


def whole_name(message: ImportedMessage) -> str:
    """The name of the file that keeps the whole of a text that was cut (B9)."""
    return f"text{message.place.replace('/', '-')}.txt"


def counts_of(chat: ChatInfo) -> dict[str, int]:
    """What file.imported says was found in the chat; numbers of zero are left out."""
    counts = {
        "messages": chat.messages,
        "service": chat.services,
        "unparsed": chat.unparsed,
        "files": chat.media,
        "files_missing": chat.media_missing,
        "edited_or_reacted": chat.edited,
        "repaired": chat.repaired,
        "cut": chat.cut,
        "without_id": chat.without_id,
    }
    return {key: count for key, count in counts.items() if count or key == "messages"}


def _attachments(message: ImportedMessage, stored: Mapping[str, Attachment]) -> Iterator[Attachment]:
    """Files that were stored, and the names of those the source only mentions (B5)."""
    if message.cut and (whole := stored.get(whole_name(message))):
        yield dict(whole)
    for media in message.media:
        kept = stored.get(media.path) if media.path else None
        yield dict(kept) if kept else {"name": media.name, "missing": True}
    if not (message.text or message.media or message.service or message.voice_seconds is not None):
        yield {"name": _content(message), "missing": True}


def _content(message: ImportedMessage) -> str:
    """What a message without words and files consists of, by the source's own key: poll, location, contact."""
    for told in message.told:
        key, _, value = told.partition("=")
        if key == "type":
            return value
        key = key.partition(".")[0].removesuffix("_information")
        if key not in ("author", "via_bot", "saved_from"):
            return key
    return "empty"


def _told(message: ImportedMessage) -> Iterator[str]:
    if message.edited_or_reacted:
        yield f"edited or reacted {message.edited_or_reacted}"
    yield from (f"{media.sort}: {media.missing.value}" for media in message.media if media.missing is not None)
    yield from message.told


def media_paths(message: ImportedMessage) -> list[Media]:
    """The files to store before the entry is written."""
    return [media for media in message.media if media.path]
