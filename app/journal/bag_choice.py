"""What belongs to chosen items: an edit and everything about it, for the reading copy of an export (4.5)."""

from __future__ import annotations

from collections.abc import Collection

from app.errors import Refused
from app.facts.work import AnyItem
from app.storage.connection import Connection
from app.storage.shelf.items import items_numbered


def chosen_items(connection: Connection, client: int, numbers: Collection[int]) -> tuple[AnyItem, ...]:
    """The items of those numbers; Refused where one is none of this client's."""
    found = items_numbered(connection, numbers)
    for number in numbers:
        if number not in found or found[number].client != client:
            raise Refused("Entry {n} begins no edit, request, call or other item of this client.", n=number)
    return tuple(found[number] for number in sorted(found))


def about_items(connection: Connection, items: Collection[AnyItem]) -> frozenset[int]:
    """Numbers of all entries about them: their steps, what names them, the messages these name, and corrections.

    What one needs for another (a request for an edit) counts as about both.
    """
    wanted = {each.number for each in items}
    wanted |= {need for each in items for need in getattr(each, "needed_for", ())}
    found = set(wanted)
    found |= _of_item(connection, wanted)
    found |= _naming(connection, wanted, ("about", "of", "item"))
    found |= _named_by(connection, found, ("message", "about"))
    found |= _naming(connection, found, ("of",))
    return frozenset(found)


def _of_item(connection: Connection, numbers: Collection[int]) -> set[int]:
    return _asked(connection, "SELECT seq FROM entry WHERE item IN ({marks})", numbers)


def _naming(connection: Connection, numbers: Collection[int], hows: tuple[str, ...]) -> set[int]:
    wanted = ", ".join(f"'{how}'" for how in hows)
    ask = f"SELECT seq FROM link WHERE target IN ({{marks}}) AND how IN ({wanted})"
    return _asked(connection, ask, numbers)


def _named_by(connection: Connection, numbers: Collection[int], hows: tuple[str, ...]) -> set[int]:
    wanted = ", ".join(f"'{how}'" for how in hows)
    ask = f"SELECT target FROM link WHERE seq IN ({{marks}}) AND how IN ({wanted})"
    return _asked(connection, ask, numbers)


def _asked(connection: Connection, ask: str, numbers: Collection[int]) -> set[int]:
    """In pieces: SQLite takes so many values in one question."""
    found: set[int] = set()
    every = sorted(numbers)
    for at in range(0, len(every), 500):
        piece = every[at : at + 500]
        rows = connection.exec_driver_sql(ask.format(marks=", ".join("?" * len(piece))), tuple(piece))
        found.update(rows.scalars())
    return found
