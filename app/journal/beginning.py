"""First run as one verb: the journal, and in one act the client, the one who speaks, and the agreement (6.10)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from app.clock import Clock
from app.errors import Refused
from app.facts.beginning import Beginning, FirstClient
from app.facts.terms import AgreedChannel
from app.facts.wall_time import local_date
from app.journal.journal import Journal
from app.journal.opening import create_journal
from app.journal.trying_out import terms_of
from app.ledger.high_water import HighWater


class Begun(Struct, frozen=True):
    """A journal that has just begun; `client` and `agreement` are entry numbers, 0 for none."""

    journal: Journal
    client: int = 0
    agreement: int = 0


def begin(
    path: Path,
    given: Beginning,
    clock: Clock,
    *,
    with_client: bool = True,
    with_agreement: bool = True,
    high_water: HighWater | None = None,
) -> Begun:
    """Create the journal at `path`; Refused or Unavailable in a sentence, and then no journal is left behind."""
    journal = create_journal(path, owner_facts(given), clock, high_water=high_water)
    if not with_client:
        return Begun(journal)
    with journal.act():
        client = add_client(journal, given.client, given.channels)
        made = 0
        if with_agreement:
            made = journal.agreements.make(client, terms_of(given), agreed_how="contract", preset=given.preset)
    return Begun(journal, client, made)


def owner_facts(given: Beginning) -> dict[str, Any]:
    """The body of owner.changed that first run writes."""
    return {
        "name": given.name.strip(),
        "place": given.place,
        "zone": given.zone,
        "hours": {day: [list(span) for span in spans] for day, spans in given.hours.items() if spans},
        "holidays": given.holidays,
        "extra_days": list(given.extra_days),
        "languages": list(given.languages),
        "promises_a_day": given.promises_a_day,
    }


def _called(name: str) -> str:
    """Greeted by the first name, as the sample sentence of the form shows it; can be changed in the person's form."""
    first, *more = name.split()
    return first if more else ""


def add_client(
    journal: Journal, given: FirstClient, channels: tuple[AgreedChannel, ...] = (), *, state: str = "active"
) -> int:
    """A client with the one person who speaks, in one act. Gives the client's number."""
    if not given.contact.strip():
        raise Refused("One person has to speak for the client. Write their name.")
    owner = journal.reading.owner()
    with journal.act() as act:
        facts: dict[str, Any] = {
            "state": state,
            "zone": given.zone or owner.zone,
            "place": given.place,
            "language": given.language,
            "style": given.style,
            "contract": {"number": given.contract.strip()} | given.contract_dates,
            "holidays": given.holidays,
        }
        client = journal.clients.add(given.name, **facts)
        addresses = [(each.channel, each.address) for each in channels if each.address]
        person = journal.clients.add_person(
            client, given.contact, called=_called(given.contact), role=given.role.strip(), addresses=addresses
        )
        journal.clients.designate(client, person, given.since or local_date(owner.zone, act.now))
    return client
