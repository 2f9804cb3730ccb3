"""Journals to measure on: 200 clients over the ten years before now, as uneven as life, through the log itself."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from app.clock import FixedClock, system_clock
from app.facts.terms import AgreedChannel
from app.format import check
from app.journal.journal import Journal
from app.journal.opening import create_journal
from app.ledger.log import Draft, Log, log_id
from app.storage.apply import apply
from app.storage.database import open_writing
from tests.benchmarks.saying import body_of, said
from tests.benchmarks.story import Event, events

CLIENTS = 200
YEARS = timedelta(days=3652)
OWNER = {
    "name": "Elena Marín",
    "zone": "Europe/Madrid",
    "hours": {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
    "languages": ["es"],
}
_AT_ONCE = 1000
_A_TRANSACTION = 20_000


def filled(path: Path, entries: int, seed: int = 7, clients: int = CLIENTS) -> Path:
    """A new journal at `path` of exactly that many entries; nothing in it contradicts the format."""
    now = system_clock().replace(microsecond=0)
    clock = FixedClock(now - YEARS)
    with closing(create_journal(path, OWNER, clock)) as journal:
        with journal.act():
            people = [_client(journal, number) for number in range(clients)]
        begun, _ = journal.size_and_head()
    told = events(random.Random(seed), entries - begun, people, int((now - YEARS).timestamp()), int(now.timestamp()))
    _append(path, _drafts(told, begun, seed))
    return path


def _client(journal: Journal, number: int) -> tuple[int, int]:
    """A client with a contact and an agreement: (client, person)."""
    client = journal.clients.add(f"Мастерская № {number + 1}", zone="Europe/Moscow", language="ru")
    person = journal.clients.add_person(client, f"Ольга {number + 1}", addresses=[("telegram", f"@olga_{number}")])
    journal.clients.designate(client, person, journal.clock().date())
    telegram = AgreedChannel(channel="telegram", address=f"@olga_{number}", preferred=True)
    terms = journal.agreements.proposed(client, "normal", [telegram])
    journal.agreements.confirm(client, journal.agreements.make(client, terms))
    return client, person


def _drafts(told: list[Event], begun: int, seed: int) -> Iterator[tuple[int, Draft]]:
    """(instant, draft) of each event; an event that follows another names that one's entry."""
    chance = random.Random(seed + 1)
    for event in told:
        item = None if event.follows is None else begun + 1 + event.follows
        yield event.at, Draft(event.kind, event.client, body_of(event, item, said(chance)))


def _append(path: Path, drafts: Iterator[tuple[int, Draft]]) -> None:
    """In batches, each recorded when its last event happened."""
    with closing(open_writing(path)) as database:
        with database.reading() as connection:
            name = log_id(connection)
        assert name is not None
        log = Log(database, name, check=check, apply=apply)
        while batch := list(islice(drafts, _A_TRANSACTION)):
            with database.transaction() as connection:
                for begin in range(0, len(batch), _AT_ONCE):
                    stretch = batch[begin : begin + _AT_ONCE]
                    recorded = datetime.fromtimestamp(stretch[-1][0], UTC)
                    log.append_many(connection, [draft for _, draft in stretch], recorded)
