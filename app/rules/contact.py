"""Who may speak for a client (D6 to D9): the designated contact, the signer where there is none, and voices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.errors import Refused
from app.facts.people import ContactPeriod

Contacts = Sequence[ContactPeriod]


def period_at(contacts: Contacts, at: datetime) -> ContactPeriod | None:
    """The period in which an instant lies; None while nobody is designated."""
    for period in reversed(contacts):
        if period.since <= at and (period.until is None or at < period.until):
            return period
    return None


def speaker_at(contacts: Contacts, signer: int | None, at: datetime) -> int | None:
    """The person who speaks at an instant: the contact, or the signer while nobody is designated (D9)."""
    period = period_at(contacts, at)
    return period.person if period else signer


def is_contact(person: int | None, at: datetime, contacts: Contacts, signer: int | None) -> bool:
    """Whether `person` (None: whoever was the contact) spoke for the client at that instant (D8).

    With neither a contact nor a signer there is nobody to ask, so everybody on the client's side speaks.
    """
    if person is None:
        return True
    speaker = speaker_at(contacts, signer, at)
    return speaker is None or person == speaker


def is_voice(person: int | None, at: datetime, contacts: Contacts, signer: int | None) -> bool:
    """Whether somebody other than the contact spoke: recorded, never obeyed until the contact confirms (D7)."""
    return person not in (None, 0) and not is_contact(person, at, contacts, signer)


def running_until(contacts: Contacts, since: datetime, until: datetime | None, now: datetime) -> ContactPeriod | None:
    """The period that a designation from `since` up to `until` ends (None if it ends none); D6, D8.

    Refused where the new period would overlap one that is over, or one that begins later.
    """
    if until is not None and until <= since:
        raise Refused("A contact cannot end before they begin. Give a later end, or none.")
    ends = None
    for period in contacts:
        if not _overlap(period, since, until):
            continue
        if period.since >= since:
            raise Refused(
                "Only one person can speak at a time, and another one begins at {since}. End this designation there.",
                since=period.since,
            )
        if period.until is not None and period.until <= now:
            raise Refused(
                "Only one person can speak at a time, and somebody else was the contact until {until}."
                " Begin this designation there.",
                until=period.until,
            )
        ends = period
    return ends


def _overlap(period: ContactPeriod, since: datetime, until: datetime | None) -> bool:
    begins_before_end = until is None or period.since < until
    return begins_before_end and (period.until is None or since < period.until)
