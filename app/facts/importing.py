"""An import before it is taken, as values: what the file holds, who is who, what is not decided yet (5.2)."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from app.facts.evidence import Sentence


class ChatShown(Struct, frozen=True, kw_only=True):
    """One conversation of the file. `key` is what chooses it."""

    key: str
    name: str
    messages: int


class WriterShown(Struct, frozen=True, kw_only=True):
    """Somebody who wrote; `person` is who of the client's people that is taken for ("": nobody known yet)."""

    key: str
    name: str
    messages: int
    person: str = ""


class PlaceShown(Struct, frozen=True, kw_only=True):
    """What could not be read, and where it stands in the file."""

    place: str
    why: str


class ImportShown(Struct, frozen=True, kw_only=True):
    """The preview. `chat` and `me` are keys, empty while nobody decided; `me_why` is the rule that decided.

    `known` counts what earlier imports brought for this client, `needs_zone` the messages whose date names no zone.
    """

    name: str
    size: int
    chats: tuple[ChatShown, ...]
    chat: str = ""
    me: str = ""
    me_why: str = ""
    me_wrote: bool = True
    writers: tuple[WriterShown, ...] = ()
    messages: int = 0
    services: int = 0
    media: int = 0
    first: datetime | None = None
    last: datetime | None = None
    known: int = 0
    needs_zone: int = 0
    unparsed: int = 0
    listed: tuple[PlaceShown, ...] = ()
    remarks: tuple[Sentence, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether it can be taken: a journal that is evidence guesses no direction."""
        return bool(self.chat) and bool(self.me_why)


class ImportDone(Struct, frozen=True, kw_only=True):
    """What came of it; `entry` is 0 when everything was known.

    Of the client's own export nothing is added: `also_here` entries stand in it, too, `not_here` messages in it alone.
    """

    entry: int
    added: int
    known: int
    corrected: int
    retracted: int
    theirs: bool = False
    also_here: int = 0
    not_here: int = 0
