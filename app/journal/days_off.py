"""Since when my own days off are written down: read only while some of them lie ahead (F28)."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.facts.calendar import OffReason
from app.facts.calendar_body import date_of
from app.facts.entries import Entry
from app.facts.people import Owner
from app.facts.snapshot import OffSince
from app.facts.wall_time import local_date
from app.rules.absences import Change, off_since
from app.storage.database import Connection
from app.storage.shelf import desk

SOON = timedelta(days=90)
"""No absence that begins later is within five working days."""
YEAR = timedelta(days=400)


def days_off_since(connection: Connection, me: Owner, now: datetime) -> tuple[OffSince, ...]:
    """My own days off of a year back and a year ahead, and the entry that brought each; nothing while none is near."""
    today = local_date(me.zone, now)
    own = (each for each in me.calendar.days_off if each.reason is OffReason.OWN)
    if not any(each.last >= today and each.first <= today + SOON for each in own):
        return ()
    return off_since(map(_change, desk.owner_changes(connection)), today - YEAR, today + YEAR)


def _change(entry: Entry) -> Change:
    """What an entry says of days off; one that drops them leaves none."""
    body = entry.body
    if "days_off" not in body:
        return Change(entry.seq, entry.happened, () if "days_off" in body.get("drop", ()) else None)
    ranges = ((each["from"], each.get("to", each["from"])) for each in body["days_off"])
    return Change(entry.seq, entry.happened, tuple((date_of(first), date_of(last)) for first, last in ranges))
