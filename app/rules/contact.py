"""Who may speak for a client (D6 to D9): the designated contact, the signer where there is none, and voices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

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
