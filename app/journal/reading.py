"""Questions about the journal: single entries, a client's timeline, words."""

from __future__ import annotations

from datetime import datetime

from app.errors import Refused
from app.facts.entries import Entry
from app.facts.people import Client, Owner, Person
from app.facts.search import Asked
from app.facts.timeline import EditStanding, Line
from app.facts.work import AnyItem
from app.journal.edit_standing import edit_standing
from app.journal.rooms import Room
from app.journal.snapshots import snapshot
from app.rules.view import ClientView
from app.storage.shelf import items, parties
from app.storage.shelf.entries import read_entry
from app.storage.shelf.search import found, search
from app.storage.shelf.timeline import around, between, newer, newest, older, until


class Reading(Room):
    """Nothing here writes."""

    def entry(self, seq: int) -> Entry:
        """The entry of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = read_entry(connection, seq)
        if found is None:
            raise Refused("There is no entry {seq}. The journal has fewer.", seq=seq)
        return found

    def item(self, number: int) -> AnyItem | None:
        """The item that began with that entry; None when it is none."""
        with self.journal.look() as connection:
            return items.item(connection, number)

    def open_items(self, client: int, now: datetime | None = None) -> list[AnyItem]:
        """The client's open items."""
        with self.journal.look() as connection:
            found = items.open_items(connection, client, now or self.journal.clock())
        return [each for each in found if each.open]

    def owner(self) -> Owner:
        """The owner."""
        with self.journal.look() as connection:
            return parties.owner(connection)

    def timeline(self, client: int, before: Entry | None = None, limit: int = 100) -> list[Entry]:
        """The newest entries of a client, or those before one, oldest first; by key, so any depth costs the same."""
        with self.journal.look() as connection:
            found = newest(connection, client, limit) if before is None else older(connection, client, before, limit)
        return found

    def lines(
        self,
        client: int,
        *,
        before: Entry | None = None,
        after: Entry | None = None,
        end: datetime | None = None,
        limit: int = 60,
    ) -> tuple[Line, ...]:
        """Lines of the timeline, oldest first: the newest, those before or after an entry, those before an instant."""
        from app.journal.timeline import lines  # with it the rules of an edit's standing: no matter of the first page

        now = self.journal.clock()
        with self.journal.look() as connection:
            if before is not None:
                found = older(connection, client, before, limit)
            elif after is not None:
                found = newer(connection, client, after, limit)
            elif end is not None:
                found = until(connection, client, end, limit)
            else:
                found = newest(connection, client, limit)
            return lines(connection, client, found, now)

    def lines_around(
        self, client: int, at: datetime, seq: int = 0, *, before: int, after: int
    ) -> tuple[tuple[Line, ...], int]:
        """Lines before a place of the timeline and from it on, oldest first; and how many of them lie before it."""
        from app.journal.timeline import lines

        now = self.journal.clock()
        with self.journal.look() as connection:
            earlier, later = around(connection, client, at, seq, before, after)
            return lines(connection, client, earlier + later, now), len(earlier)

    def edit_standing(self, number: int) -> EditStanding:
        """How an edit stands now: its state, its dates, its result."""
        now, edit = self.journal.clock(), self.journal.edits.get(number)
        with self.journal.look() as connection:
            seen = snapshot(connection, edit.client, now)
            assert seen is not None
            return edit_standing(ClientView(seen, now), edit)

    def between(self, client: int, start: datetime, end: datetime) -> list[Entry]:
        """A client's entries that happened in [start, end), oldest first."""
        with self.journal.look() as connection:
            return between(connection, client, start, end)

    def search(self, words: str, client: int | None = None, limit: int = 50) -> list[Entry]:
        """The newest entries that hold all the words or word beginnings, newest first."""
        with self.journal.look() as connection:
            return search(connection, words, client, limit)

    def found(self, asked: Asked, limit: int = 50, before: Entry | None = None) -> list[Entry]:
        """The newest entries that are as asked, newest first; `before` goes on after the last one of a page."""
        with self.journal.look() as connection:
            return found(connection, asked, limit, before)

    def named(self) -> tuple[tuple[Client, ...], tuple[Person, ...]]:
        """All clients and all persons, for finding them by name."""
        with self.journal.look() as connection:
            people = parties.people_by_client(connection)
            return tuple(parties.clients(connection)), tuple(one for each in people.values() for one in each)
