"""What every importer of real correspondence gives back: frozen values, and the one Importer protocol (5.2)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.exchange.people import Account, Author, Participant, WhoIsMe

Progress = Callable[[int, int], None]
"""Called with the bytes read so far and the bytes there are."""
Cancelled = Callable[[], bool]
"""Asked now and then; true stops the reading with `Stopped`."""


class Stopped(Exception):
    """The owner cancelled. Nothing was written."""


class Basis(StrEnum):
    """Where the time of a message comes from (B2)."""

    EXPORT_UTC = "export_utc"
    EXPORT_LOCAL = "export_local"


class Sort(StrEnum):
    """A message somebody wrote, or a line the messenger wrote itself (joined, pinned, called)."""

    MESSAGE = "message"
    SERVICE = "service"


class Missing(StrEnum):
    """Why a file that a message names is not there."""

    NOT_INCLUDED = "not_included"
    TOO_LARGE = "too_large"
    UNAVAILABLE = "unavailable"
    OUTSIDE = "outside"
    NOT_FOUND = "not_found"


class Media(Struct, frozen=True, kw_only=True, gc=False):
    """A file of a message. `path` is relative to the export's folder and stays inside it; else `missing` says why."""

    name: str
    sort: str
    type: str = ""
    path: str = ""
    missing: Missing | None = None
    size: int | None = None


class ImportedMessage(Struct, frozen=True, kw_only=True, gc=False):
    """One message of the source, in UTC and whole seconds, with its place there.

    `text` is what stands in the record; when `cut` it is the first 4,096 characters and `whole` is all of it (B9).
    `outgoing` is None as long as nobody said who the owner is. `edited_or_reacted` is when it was last changed, as
    ISO 8601; a reaction changes a message too. `service` is the source's own word for a line that no person wrote;
    `reply_to` is a source id. `told` holds what else the source says, as words.
    """

    happened: datetime
    basis: Basis
    author: Author
    outgoing: bool | None = None
    sort: Sort = Sort.MESSAGE
    service: str = ""
    text: str = ""
    whole: str = ""
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    voice_seconds: int | None = None
    edited_or_reacted: str = ""
    forwarded_from: str | None = None
    reply_to: str = ""
    told: tuple[str, ...] = ()
    place: str = ""
    source_id: str = ""
    repaired: bool = False
    cut: bool = False


class Unparsed(Struct, frozen=True, kw_only=True):
    """Something of a chat that is no message, with its place there; it is listed, never dropped silently."""

    place: str
    why: str


class Remark(Struct, frozen=True, kw_only=True):
    """A sentence for the preview: an English template and the values of its placeholders."""

    text: str
    values: dict[str, object] = {}


class ChatInfo(Struct, frozen=True, kw_only=True):
    """One conversation of a source. `start` to `end` are its own bytes in the file, `messages_at` is its array.

    `unparsed` counts what could not be read, `listed` names the first thousand places of it. `needs_zone` counts the
    messages whose date says no zone.
    """

    index: int
    name: str = ""
    type: str = ""
    id: str = ""
    people: tuple[Participant, ...] = ()
    first: datetime | None = None
    last: datetime | None = None
    messages: int = 0
    unparsed: int = 0
    listed: tuple[Unparsed, ...] = ()
    services: int = 0
    media: int = 0
    media_missing: int = 0
    edited: int = 0
    repaired: int = 0
    cut: int = 0
    without_id: int = 0
    out_of_order: int = 0
    needs_zone: int = 0
    start: int = 0
    end: int = 0
    messages_at: int | None = None

    @property
    def personal(self) -> bool:
        """Whether this is a talk of two, by the source's own word."""
        return self.type in ("personal_chat", "bot_chat")

    @property
    def group(self) -> bool:
        """Whether several people may write here."""
        return "group" in self.type or "channel" in self.type


class Preview(Struct, frozen=True, kw_only=True):
    """All that can be said of a source before anything is written.

    `holds_more` is true when the file has more than one chat's own bytes: then it is kept as `whole_source` (4.5).
    """

    chats: tuple[ChatInfo, ...]
    size: int
    account: Account | None = None
    holds_more: bool = False
    remarks: tuple[Remark, ...] = ()


class Importer(Protocol):
    """A parser of one sort of source. It reads; it never writes to the journal."""

    parser: str
    version: int

    def scan(
        self,
        path: Path,
        *,
        zone: ZoneInfo | None = None,
        folder: Path | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Preview:
        """Read the whole file once and say what is in it; refused when it does not parse to its end."""
        ...

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
        """The messages of one chat in the order of the file, in constant memory."""
        ...
