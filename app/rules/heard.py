"""Whether the contact heard of something later: by a message about an item, or about an entry that is none (B8)."""

from __future__ import annotations

from datetime import datetime

from app.facts.item import Mention
from app.rules.view import ClientView


def first_heard(view: ClientView, mentions: tuple[Mention, ...], after: datetime) -> datetime | None:
    """When the contact first heard of an item from `after` on; None where nobody said anything of it."""
    found = (each.at for each in mentions if after <= each.at <= view.now and view.reaches(each.to, each.at))
    return min(found, default=None)


def last_heard(view: ClientView, mentions: tuple[Mention, ...], after: datetime) -> datetime | None:
    """When the contact last heard of an item, from `after` on."""
    found = (each.at for each in mentions if after <= each.at <= view.now and view.reaches(each.to, each.at))
    return max(found, default=None)


def heard_of(view: ClientView, entry: int, after: datetime) -> bool:
    """Whether a contact from `after` on was about a single entry: a payment, a plan held, work stopped, days off."""
    if any(entry in line.about and line.at >= after for line in view.talk.contacts):
        return True
    return first_heard(view, view.snapshot.said.get(entry, ()), after) is not None
