"""F1 the opening, F23 nobody designated, F24 nothing agreed: what a client's beginning still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from operator import attrgetter

from app.facts.people import ClientState
from app.facts.snapshot import Side
from app.rules.contact import period_at
from app.rules.flags.raising import Finding
from app.rules.view import ClientView


def opening(view: ClientView) -> Iterator[Finding]:
    """F1: no contact ever; due at the closing of the working day after the client was added."""
    if any(each.side is Side.MINE for each in view.talk.contacts):
        return
    added = view.client.added
    yield Finding(
        rule="F1",
        subject=view.client.number,
        code="f1",
        since=added,
        due=view.closing_after(added),
        values={"since": view.day_of(added), "contact": view.name_of(view.speaker)},
        waits=True,
    )


def no_contact_person(view: ClientView) -> Iterator[Finding]:
    """F23: an active client for whom nobody is designated; the signer speaks meanwhile (D9)."""
    periods = view.snapshot.contacts
    if period_at(periods, view.now):
        return
    ended = [(each.until, each.entry) for each in periods if each.until and each.until <= view.now]
    since, subject = max(ended, default=(_active_since(view), view.client.number))
    yield Finding(
        rule="F23",
        subject=subject,
        code="f23",
        since=since,
        due=view.closing_after(since),
        values={"since": view.day_of(since)},
        waits=True,
        cleared_by_message=False,
    )


def no_agreement(view: ClientView) -> Iterator[Finding]:
    """F24: no agreed terms, or the newest ones are not confirmed by the client."""
    newest = max(view.snapshot.agreements, key=attrgetter("entry"))
    if newest.entry and newest.confirmed is not None and newest.confirmed <= view.now:
        return
    since = (newest.since if newest.entry else None) or _active_since(view)
    yield Finding(
        rule="F24",
        subject=newest.entry or view.client.number,
        code="f24_unconfirmed" if newest.entry else "f24",
        since=since,
        due=view.closing_after(since),
        values={"version": newest.number, "since": view.day_of(since)} if newest.entry else {},
        about=(newest.entry,) if newest.entry else (),
        waits=True,
        cleared_by_message=False,
    )


def _active_since(view: ClientView) -> datetime:
    """When the client became active, or was added."""
    spans = view.client.active
    if view.client.state is ClientState.ACTIVE and spans:
        return spans[-1].since
    return view.client.added
