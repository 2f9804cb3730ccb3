"""Imported messages as bodies of message.sent and message.received (1.3a): every importer's messages end here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from app.exchange.importing import ChatInfo, ImportedMessage, Media, Sort
from app.exchange.people import WhoIsMe

Attachment = dict[str, str | int | bool]
_UTC = ZoneInfo("UTC")


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
    received = direction in ("received", "message.received")
    service = message.sort is Sort.SERVICE
    body = {
        "channel": channel,
        "happened": {
            "at": message.happened.astimezone(zone).isoformat(timespec="seconds"),
            "zone": zone.key,
            "precision": "second",
            "basis": message.basis.value,
        },
        "person" if received else "to": person,
        "group": group,
        "shown": _present({"name": message.author.name, "id": message.author.id}),
        "text": message.text,
        "sound": {"seconds": message.voice_seconds} if message.voice_seconds is not None else None,
        "attachments": list(_attachments(message, stored or {})),
        "links": list(message.links),
        "edited_or_reacted": bool(message.edited_or_reacted),
        "forwarded_from": _forwarded(message),
        "quotes": message.reply_to,
        "service": message.service if service else None,
        "no_substance": service,
        "note": "; ".join(_told(message)),
        "cut": message.cut,
        "repaired": message.repaired,
        "source": {"import": import_number, "place": message.place, "id": message.source_id, "class": import_class},
    }
    return _present(body)


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


def _present(body: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in body.items() if value not in (None, False, "", [], {})}


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


def _forwarded(message: ImportedMessage) -> str | None:
    """Forwarded from somebody whose name the source does not know is written as a dash."""
    return None if message.forwarded_from is None else message.forwarded_from or "—"


def _told(message: ImportedMessage) -> Iterator[str]:
    if message.edited_or_reacted:
        yield f"edited or reacted {message.edited_or_reacted}"
    yield from (f"{media.sort}: {media.missing.value}" for media in message.media if media.missing is not None)
    yield from message.told


def media_paths(message: ImportedMessage) -> list[Media]:
    """The files to store before the entry is written."""
    return [media for media in message.media if media.path]
