"""A piece of a chat out of the clipboard, taken apart: who, when, what, where in the piece (5.2, row "paste").

Pure. Knows what Telegram and WhatsApp copy on a computer, on a telephone and in their exports, in three languages.
A day that could be read in two ways stays open: the whole piece decides, else its owner is asked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct

from app.exchange.paste_heads import Head, head_in


class DateOrder(StrEnum):
    """How the two first numbers of a date are read; the words of `choices.date_order` in the format."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class PastedMessage(Struct, frozen=True, kw_only=True):
    """One message; `head` holds its date as it was written. Lines are numbered from 1."""

    who: str
    head: Head
    text: str
    first_line: int
    last_line: int

    def at(self, order: DateOrder) -> datetime | None:
        """Its wall time (no zone is known); None where the date is none when it is read so."""
        return self.head.wall_time(month_first=order is DateOrder.MONTH_FIRST)

    @property
    def place(self) -> str:
        """Where it stands in what was pasted."""
        if self.first_line == self.last_line:
            return f"pasted, line {self.first_line}"
        return f"pasted, lines {self.first_line}-{self.last_line}"


class Piece(Struct, frozen=True):
    """What was pasted: its messages in order, and the messenger whose form it has ("telegram", "whatsapp")."""

    messages: tuple[PastedMessage, ...]
    channel: str
    without_text: int = 0
    """So many messages of the piece hold no text, a picture alone for example: they become no entries."""

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody who wrote, in order of appearance."""
        return tuple(dict.fromkeys(message.who for message in self.messages))

    def orders(self, today: date) -> tuple[DateOrder, ...]:
        """How its dates can be read: all of them are dates, and none has yet to come. More than one: ask."""
        if not self.is_open:
            return (DAY_FIRST,)
        heads = [message.head for message in self.messages if message.head.decides]
        decided = {DateOrder.MONTH_FIRST if head.by_month else DAY_FIRST for head in heads}
        allowed = decided if len(decided) == 1 else set(DateOrder)
        return tuple(order for order in DateOrder if order in allowed and self._fits(order, today))

    @property
    def is_open(self) -> bool:
        """Whether any date could be read in two ways."""
        return any(message.head.is_open for message in self.messages)

    def _fits(self, order: DateOrder, today: date) -> bool:
        days = [message.at(order) for message in self.messages]
        return all(at is not None and at.date() <= today for at in days)


DAY_FIRST: Final = DateOrder.DAY_FIRST
NO_PIECE: Final = Piece((), "")
_MARKS = "\u200e\u200f\u202a\u202c\ufeff"
"""Signs of direction that messengers put before names and brackets; they belong to no word."""


def read_piece(text: str) -> Piece:
    """Take a piece apart. What begins with something else than the head of a message is none."""
    begun: list[tuple[Head, int, list[str]]] = []
    channels: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        head = head_in(line.strip().lstrip(_MARKS))
        if head is not None:
            begun.append((head, number, [head.text]))
            channels.add(head.channel)
        elif begun:
            begun[-1][2].append(line.rstrip())
        elif line.strip():
            return NO_PIECE
    messages = tuple(message for head, number, lines in begun if (message := _message(head, number, lines)))
    if not any(message.at(order) for message in messages for order in DateOrder):
        return NO_PIECE
    return Piece(messages, channels.pop() if len(channels) == 1 else "", len(begun) - len(messages))


def source_ids(moments: Sequence[datetime], messages: Sequence[PastedMessage]) -> tuple[str, ...]:
    """An id for each message by its moment, author and text, and a number among equals (5.2): pasted twice is known."""
    seen: dict[str, int] = {}
    found = []
    for at, message in zip(moments, messages, strict=True):
        said = f"{at.isoformat()}\n{message.who}\n{message.text}"
        key = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        seen[key] = seen.get(key, 0) + 1
        found.append(f"paste:{key}:{seen[key]}")
    return tuple(found)


def _message(head: Head, number: int, lines: list[str]) -> PastedMessage | None:
    text = "\n".join(lines).strip()
    if not text:
        return None
    while lines and not lines[-1].strip():
        lines.pop()
    return PastedMessage(who=head.who, head=head, text=text, first_line=number, last_line=number + len(lines) - 1)
