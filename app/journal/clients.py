"""Verbs about clients, their people, and who of them may speak (1.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from app.errors import Refused
from app.facts.people import Client, ContactPeriod, Person
from app.journal.rooms import Room
from app.journal.sense_of_kinds import instant_or_day
from app.journal.zones import zone_of_dates
from app.rules.contact import speaker_at
from app.storage.shelf import parties


class Clients(Room):
    """Clients and persons: added, changed, designated."""

    def add(self, name: str, **facts: Any) -> int:
        """A new client; `facts` are keys of client.added. Gives the client's number."""
        with self.journal.act() as act:
            return act.add("client.added", None, {"state": "active"} | facts | {"name": name.strip()})

    def change(self, client: int, drop: Sequence[str] = (), **facts: Any) -> int:
        """Other facts about a client."""
        with self.journal.act() as act:
            return act.add("client.changed", client, {"drop": list(drop)} | facts)

    def turn(self, client: int, kind: str, reason: str = "") -> int:
        """client.paused, .resumed, .closed or .reopened."""
        with self.journal.act() as act:
            return act.add(kind, client, {"reason": reason})

    def hold(self, client: int, on: bool, reason: str) -> int:
        """Put the client under legal hold, or lift it: as long as it stands nothing may be erased (4.7)."""
        if self.get(client).legal_hold == on:
            said = (
                Refused("{name} is under legal hold already.", name=self.get(client).name)
                if on
                else Refused("{name} is not under legal hold.", name=self.get(client).name)
            )
            raise said
        facts = {"legal_hold": True} if on else {}
        return self.change(client, () if on else ("legal_hold",), reason=reason.strip(), **facts)

    def add_person(
        self, client: int, name: str, *, called: str = "", role: str = "", addresses: Sequence[tuple[str, str]] = ()
    ) -> int:
        """Somebody on the client's side; `addresses` are (channel, address). Gives the person's number."""
        body = {
            "name": name.strip(),
            "called": called,
            "role": role,
            "addresses": [{"channel": channel, "address": address} for channel, address in addresses],
        }
        with self.journal.act() as act:
            return act.add("person.added", client, body)

    def designate(
        self, client: int, person: int, since: date | datetime, until: date | datetime | None = None, **how: Any
    ) -> int:
        """Make a person the contact from `since`; a period that runs then ends with it, in the same act (D8)."""
        with self.journal.act() as act:
            body = {"person": person, "since": since, "until": until} | how
            zone = zone_of_dates(act.connection, client, act.now)
            start = since if isinstance(since, datetime) else instant_or_day(since.isoformat(), zone)
            for period in parties.contacts(act.connection, client):
                if period.since < start and period.until is None:
                    act.add("contact.ended", client, {"person": period.person, "until": since})
            return act.add("contact.designated", client, body)

    def end_contact(self, client: int, person: int, until: date | datetime, reason: str = "") -> int:
        """The person stops being the contact."""
        with self.journal.act() as act:
            return act.add("contact.ended", client, {"person": person, "until": until, "reason": reason})

    def all(self) -> list[Client]:
        """Every client, in the order in which they were added."""
        with self.journal.look() as connection:
            return parties.clients(connection)

    def get(self, number: int) -> Client:
        """The client of that number; Refused when there is none."""
        with self.journal.look() as connection:
            found = parties.client(connection, number)
        if found is None:
            raise Refused("No client has the number {number}. `ashore client list` shows them.", number=number)
        return found

    def named(self, name: str) -> Client:
        """The client of that name (case and ё folded) or number (5.4); Refused when there is none."""
        with self.journal.look() as connection:
            numbers = parties.client_named(connection, name)
        if not numbers and name.strip().isdecimal():
            return self.get(int(name))
        if not numbers:
            raise Refused("No client is called {name}. `ashore client list` shows the names.", name=name)
        return self.get(numbers[0])

    def people(self, client: int) -> tuple[Person, ...]:
        """The client's persons."""
        with self.journal.look() as connection:
            return parties.people(connection, client)

    def person_named(self, client: int, name: str) -> Person | None:
        """The client's person of that name; None when there is none."""
        from app.facts.names import folded

        return next((p for p in self.people(client) if folded(name) in (folded(p.name), folded(p.called))), None)

    def periods(self, client: int) -> tuple[ContactPeriod, ...]:
        """The periods of the client's contacts, oldest first."""
        with self.journal.look() as connection:
            return parties.contacts(connection, client)

    def contact(self, client: int, at: datetime | None = None) -> Person | None:
        """Who speaks for the client at an instant: the contact, or the signer while nobody is designated (D9)."""
        found = self.get(client)
        number = speaker_at(self.periods(client), found.signer, at or self.journal.clock())
        return next((p for p in self.people(client) if p.number == number), None)
