"""What a person typed on the command line, read with the journal at hand: when, who, which item."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from app.errors import Refused

if TYPE_CHECKING:
    from app.journal.journal import Journal


def when_typed(journal: Journal, at: str | None) -> datetime | None:
    """`--at`: an instant in the owner's zone, or a day whose hour nobody knows; None for now."""
    from app.journal.bodies import moment_of

    return moment_of(at, journal.reading.owner().zone) if at else None


def until_typed(journal: Journal, until: str | None) -> datetime | None:
    """`--pause-until`: an instant in the owner's zone; a date alone is the beginning of that day."""
    from app.journal.bodies import instant_of

    if until is None:
        return None
    with suppress(ValueError):
        until = datetime.combine(date.fromisoformat(until), time()).isoformat()
    return instant_of(until, journal.reading.owner().zone)


def person_typed(journal: Journal, client: int, name: str | None) -> int | None:
    """`--person`: the number of the client's person of that name; None for the contact."""
    if name is None:
        return None
    found = journal.clients.person_named(client, name)
    if found is None:
        raise Refused("Nobody called {name} is known at this client. Add the person first.", name=name)
    return found.number
