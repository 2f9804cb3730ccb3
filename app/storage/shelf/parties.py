"""Questions about the owner, the clients and their people."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Any

import msgspec

from app.facts.calendar_body import calendar_of
from app.facts.names import folded
from app.facts.people import ActiveSpan, Address, Client, ClientState, ContactPeriod, Contract, Owner, Person
from app.storage.connection import Connection
from app.storage.shelf.by_client import by_client, of_client
from app.storage.shelf.entries import instant

OWNER = 0

USUAL_HOURS = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
"""My hours until the owner gives others (1.4)."""


def owner(connection: Connection) -> Owner:
    """The owner as the entries leave them."""
    facts = connection.exec_driver_sql("SELECT facts FROM party WHERE number = 0").scalar()
    return _owner(facts or "{}")


@lru_cache(maxsize=8)
def _owner(facts: str) -> Owner:
    body = msgspec.json.decode(facts)
    zone = body.get("zone", "UTC")
    return Owner(
        name=body.get("name", ""),
        place=body.get("place", ""),
        zone=zone,
        calendar=calendar_of(
            zone=zone,
            hours=body.get("hours", USUAL_HOURS),
            days_off=body.get("days_off", ()),
            extra_days=body.get("extra_days", ()),
            holidays=body.get("holidays"),
        ),
        languages=tuple(body.get("languages", ())),
        promises_a_day=body.get("promises_a_day", 2),
    )


def party_body(connection: Connection, number: int) -> dict[str, Any]:
    """The keys of the owner (0) or a client as the entries leave them, in the shapes of the record format."""
    facts = connection.exec_driver_sql("SELECT facts FROM party WHERE number = ?", (number,)).scalar()
    return dict(msgspec.json.decode(facts)) if facts else {}


def client(connection: Connection, number: int) -> Client | None:
    """The client of that number."""
    row = connection.exec_driver_sql("SELECT number, facts FROM party WHERE number = ?", (number,)).first()
    return _client(*row) if row and row[0] else None


def clients(connection: Connection) -> list[Client]:
    """All clients, in the order in which they were added."""
    rows = connection.exec_driver_sql("SELECT number, facts FROM party WHERE number > 0 ORDER BY number")
    return [_client(number, facts) for number, facts in rows]


def client_named(connection: Connection, name: str) -> list[int]:
    """The numbers of the clients of that name, case and ё folded (5.4)."""
    rows = connection.exec_driver_sql("SELECT number FROM party WHERE number > 0 AND folded = ?", (folded(name),))
    return list(rows.scalars())


@lru_cache(maxsize=1024)
def _client(number: int, facts: str) -> Client:
    body = msgspec.json.decode(facts)
    contract = body.get("contract", {})
    turns = [(instant(at), state) for at, state in body["turns"]]
    holidays = body.get("holidays", {})
    return Client(
        number=number,
        name=body["name"],
        state=ClientState(turns[-1][1]),
        added=instant(body["added"]),
        legal_name=body.get("legal_name", ""),
        place=body.get("place", ""),
        zone=body.get("zone", ""),
        language=body.get("language", ""),
        style=body.get("style", "plain"),
        knows=body.get("knows", ""),
        tags=tuple(body.get("tags", ())),
        signer=body.get("signer"),
        contract=Contract(
            number=contract.get("number", ""),
            first_day=_day(contract.get("from")),
            last_day=_day(contract.get("to")),
            amount=contract.get("sum", {}).get("amount", ""),
            currency=contract.get("sum", {}).get("currency", ""),
        ),
        legal_hold=body.get("legal_hold", False),
        holidays=tuple(_holidays(holidays)),
        holiday_years=tuple(int(year) for year in holidays.get("years", {})),
        active=_active(turns),
        opened=_opened(turns),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _holidays(holidays: dict[str, Any]) -> list[tuple[date, str]]:
    worked = holidays.get("off", ())
    return [
        (date.fromisoformat(day["on"]), day["name"])
        for days in holidays.get("years", {}).values()
        for day in days
        if day["on"] not in worked
    ]


def _active(turns: list[tuple[datetime, str]]) -> tuple[ActiveSpan, ...]:
    ends = [at for at, _ in turns[1:]] + [None]
    return tuple(
        ActiveSpan(at, end) for (at, state), end in zip(turns, ends, strict=True) if state == ClientState.ACTIVE
    )


def _opened(turns: list[tuple[datetime, str]]) -> datetime:
    """The last turn from paused or closed, or the first one (W11)."""
    opened = turns[0][0]
    for (_, before), (at, _) in pairwise(turns):
        if before in (ClientState.PAUSED, ClientState.CLOSED):
            opened = at
    return opened


def people(connection: Connection, client: int) -> tuple[Person, ...]:
    """A client's persons, in the order in which they were added."""
    return people_by_client(connection, client).get(client, ())


def people_by_client(connection: Connection, client: int | None = None) -> dict[int, tuple[Person, ...]]:
    """The persons of all clients (or of one), in the order in which they were added."""
    where, values = of_client(client)
    rows = connection.exec_driver_sql(f"SELECT client, number, facts FROM person{where} ORDER BY number", values)
    return by_client((number, _person(person, number, facts)) for number, person, facts in rows)


@lru_cache(maxsize=4096)
def _person(number: int, client: int, facts: str) -> Person:
    body = msgspec.json.decode(facts)
    return Person(
        number=number,
        client=client,
        name=body["name"],
        called=body.get("called", ""),
        role=body.get("role", ""),
        addresses=tuple(Address(each["channel"], each["address"]) for each in body.get("addresses", ())),
        third_party=body.get("third_party", False),
    )


def contacts(connection: Connection, client: int) -> tuple[ContactPeriod, ...]:
    """The periods of a client's contacts, oldest first."""
    return contacts_by_client(connection, client).get(client, ())


def contacts_by_client(connection: Connection, client: int | None = None) -> dict[int, tuple[ContactPeriod, ...]]:
    """The periods of the contacts of all clients (or of one), oldest first."""
    where, values = of_client(client)
    rows = connection.exec_driver_sql(
        f"SELECT client, entry, person, since, until FROM contact{where} ORDER BY since", values
    )
    return by_client((number, _period(*period)) for number, *period in rows)


def _period(entry: int, person: int, since: int, until: int | None) -> ContactPeriod:
    end = None if until is None else instant(until)
    return ContactPeriod(entry=abs(entry), person=person, since=instant(since), until=end)
