"""A pasted piece of a chat becomes entries: looked at first, then written by the verbs of talk, all or none (5.2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.errors import Refused
from app.exchange.paste import DateOrder, PastedMessage, Piece, read_piece, source_ids
from app.facts.names import folded
from app.facts.people import Person
from app.facts.wall_time import wall_instant
from app.journal.bodies import happened
from app.storage.shelf.sources import known_sources

if TYPE_CHECKING:
    from app.journal.journal import Journal

ME: Final = 0
NEW: Final = -1
"""Somebody who is not known yet: a person of the client is added by the name that the chat shows."""


class Looked(Struct, frozen=True):
    """A piece and what it needs before it is written: `who` each author is (None: ask), how its dates may be read."""

    piece: Piece
    who: Mapping[str, int | None]
    orders: tuple[DateOrder, ...]


def look(journal: Journal, client: int, text: str) -> Looked | None:
    """What a pasted text holds; None where it is no piece of a chat."""
    piece = read_piece(text)
    if not piece.messages:
        return None
    zone = ZoneInfo(journal.reading.owner().zone)
    orders = piece.orders(journal.clock().astimezone(zone).date())
    return Looked(piece, _who(journal, client, piece.authors), orders or tuple(DateOrder))


def paste(
    journal: Journal, client: int, piece: Piece, *, who: Mapping[str, int], order: DateOrder, channel: str, zone: str
) -> tuple[int, ...]:
    """Write the messages that are not there yet, in one act; their numbers. `who` names a person, ME or NEW.

    Times are wall times of `zone`. Refused where nothing is new, or a date is none when it is read in this order.
    """
    moments = [_moment(message, order, zone) for message in piece.messages]
    ids = source_ids(moments, piece.messages)
    with journal.act() as act:
        known = known_sources(act.connection, client)
        fresh = [each for each in zip(piece.messages, moments, ids, strict=True) if each[2] not in known]
        if not fresh:
            raise Refused("Every message of this piece is recorded already.")
        people = {name: _person(journal, client, name, number) for name, number in who.items()}
        return tuple(
            _write(journal, client, message, at, person=people[message.who], channel=channel, zone=zone, id_=id_)
            for message, at, id_ in fresh
        )


def _write(
    journal: Journal, client: int, message: PastedMessage, at: datetime, *, person: int, channel: str, zone: str,
    id_: str,
) -> int:  # fmt: skip
    precision = "second" if message.head.second else "minute"
    more: dict[str, Any] = {
        "happened": happened(at, zone, precision=precision, basis="export_local"),
        "source": {"place": message.place, "id": id_},
        "shown": {"name": message.who},
    }
    if person == ME:
        return journal.talk.sent(client, message.text, channel=channel, **more)
    return journal.talk.received(client, message.text, channel=channel, person=person, **more)


def _moment(message: PastedMessage, order: DateOrder, zone: str) -> datetime:
    wall = message.at(order)
    if wall is None:
        raise Refused("{who}: there is no such day. Read the dates in the other order.", who=message.who)
    return wall_instant(zone, wall.isoformat()).astimezone(UTC)


def _person(journal: Journal, client: int, name: str, number: int) -> int:
    return journal.clients.add_person(client, name) if number == NEW else number


def _who(journal: Journal, client: int, authors: Sequence[str]) -> dict[str, int | None]:
    """Who each author is, as far as names say so; of two, the one who is not me is the contact, and the other way."""
    owner, people, contact = journal.reading.owner(), journal.clients.people(client), journal.clients.contact(client)
    found: dict[str, int | None] = {name: _known(name, owner.name, people) for name in authors}
    if len(authors) == 2 and contact is not None:
        first, second = authors
        for one, other in ((first, second), (second, first)):
            if found[one] is None and found[other] == ME:
                found[one] = contact.number
            elif found[one] is None and found[other] == contact.number:
                found[one] = ME
    return found


def _known(name: str, owner: str, people: Sequence[Person]) -> int | None:
    """Nobody, where the name fits two: a journal that is evidence does not guess a direction."""
    shown = folded(name)
    named = [each.number for each in people if _same(shown, folded(each.name)) or shown == folded(each.called)]
    fitting = [ME, *named] if _same(shown, folded(owner)) else named
    return fitting[0] if len(fitting) == 1 else None


def _same(shown: str, name: str) -> bool:
    """A messenger shows the whole name or its first word."""
    return bool(shown) and (shown == name or shown == name.split(" ")[0])
