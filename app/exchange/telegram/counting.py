"""What a preview says of one chat, gathered while its messages pass by; nothing of their text is kept."""

from __future__ import annotations

from datetime import UTC, datetime

from app.exchange.importing import Basis, ChatInfo, ImportedMessage, Unparsed
from app.exchange.people import Author, Participant

MOST_LISTED = 1000
_UTC_SAID = Basis.EXPORT_UTC
_NEVER = datetime.max.replace(tzinfo=UTC)
_EVER = datetime.min.replace(tzinfo=UTC)


class Tally:
    """Counts for one chat; `info` makes the frozen value of them."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.name = self.type = self.id = ""
        self.messages = self.services = self.unparsed = self.needs_zone = 0
        self._media = self._missing = self._edited = self._repaired = self._cut = 0
        self._without_id = self._out_of_order = 0
        self._greatest: int | None = None
        self._listed: list[Unparsed] = []
        self._first = _NEVER
        self._last = _EVER
        self._people: dict[str, Author] = {}
        self._wrote: dict[str, int] = {}
        self.start = self.end = 0
        self.messages_at: int | None = None

    def add(self, message: ImportedMessage) -> None:
        """Count one message that was read."""
        self.messages += 1
        happened = message.happened
        if happened < self._first:
            self._first = happened
        if happened > self._last:
            self._last = happened
        author = message.author
        key = author.id or author.name
        if key not in self._wrote or not self._people[key].name:
            self._people[key] = author
        self._wrote[key] = self._wrote.get(key, 0) + 1
        if message.media:
            self._media += len(message.media)
            self._missing += sum(1 for one in message.media if one.missing is not None)
        if message.edited_or_reacted:
            self._edited += 1
        if message.service or message.repaired or message.cut or message.basis is not _UTC_SAID:
            self._unusual(message)

    def _unusual(self, message: ImportedMessage) -> None:
        self.services += bool(message.service)
        self._repaired += message.repaired
        self._cut += message.cut
        self.needs_zone += message.basis is not _UTC_SAID

    def leave(self, unparsed: Unparsed) -> None:
        """Count, and list, something that could not be read."""
        self.unparsed += 1
        if len(self._listed) < MOST_LISTED:
            self._listed.append(unparsed)

    def number(self, number: int | None) -> None:
        """Note whether a message had its own number, and a greater one than all before it."""
        if number is None:
            self._without_id += 1
        elif self._greatest is not None and number <= self._greatest:
            self._out_of_order += 1
        else:
            self._greatest = number

    def info(self) -> ChatInfo:
        """The frozen sum."""
        people = (
            Participant(name=author.name, id=author.id, messages=self._wrote[key])
            for key, author in self._people.items()
            if author.name or author.id
        )
        return ChatInfo(
            index=self.index,
            name=self.name,
            type=self.type,
            id=self.id,
            people=tuple(people),
            first=None if self._first is _NEVER else self._first,
            last=None if self._last is _EVER else self._last,
            messages=self.messages,
            unparsed=self.unparsed,
            listed=tuple(self._listed),
            services=self.services,
            media=self._media,
            media_missing=self._missing,
            edited=self._edited,
            repaired=self._repaired,
            cut=self._cut,
            without_id=self._without_id,
            out_of_order=self._out_of_order,
            needs_zone=self.needs_zone,
            start=self.start,
            end=self.end,
            messages_at=self.messages_at,
        )
