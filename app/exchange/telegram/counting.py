"""What a preview says of one chat, gathered while its messages pass by; nothing of their text is kept."""

from __future__ import annotations

from datetime import datetime

from app.exchange.importing import Basis, ChatInfo, ImportedMessage, Sort, Unparsed
from app.exchange.people import Author, Participant

MOST_LISTED = 1000


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
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._people: dict[str, tuple[Author, list[int]]] = {}
        self.start = self.end = 0
        self.messages_at: int | None = None

    def add(self, message: ImportedMessage) -> None:
        """Count one message that was read."""
        self.messages += 1
        self._span(message.happened)
        self._somebody(message.author)
        self.services += message.sort is Sort.SERVICE
        self.needs_zone += message.basis is Basis.EXPORT_LOCAL
        self._media += len(message.media)
        self._missing += sum(1 for one in message.media if one.missing is not None)
        self._edited += bool(message.edited_or_reacted)
        self._repaired += message.repaired
        self._cut += message.cut

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

    def _span(self, happened: datetime) -> None:
        if self._first is None or happened < self._first:
            self._first = happened
        if self._last is None or happened > self._last:
            self._last = happened

    def _somebody(self, author: Author) -> None:
        key = author.id or author.name
        known = self._people.get(key)
        if known is None:
            self._people[key] = (author, [1])
            return
        known[1][0] += 1
        if author.name and not known[0].name:
            self._people[key] = (author, known[1])

    def info(self) -> ChatInfo:
        """The frozen sum."""
        people = (
            Participant(name=author.name, id=author.id, messages=count[0])
            for author, count in self._people.values()
            if author.name or author.id
        )
        return ChatInfo(
            index=self.index,
            name=self.name,
            type=self.type,
            id=self.id,
            people=tuple(people),
            first=self._first,
            last=self._last,
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
