"""Which zone and which terms hold for a client at an instant (1.4, D8)."""

from __future__ import annotations

from datetime import datetime

from app.facts.terms import Agreement
from app.storage.database import Connection
from app.storage.shelf.agreements import agreements
from app.storage.shelf.parties import owner


def agreement_at(connection: Connection, client: int, at: datetime) -> Agreement | None:
    """The version in force at an instant; None while there is none."""
    found = [each for each in agreements(connection, client) if each.since is not None and each.since <= at]
    return found[-1] if found else None


def zone_of_dates(connection: Connection, client: int, at: datetime) -> str:
    """The zone in which dates are judged: the agreement's, else the owner's."""
    agreement = agreement_at(connection, client, at)
    return agreement.terms.zone if agreement else owner(connection).zone
