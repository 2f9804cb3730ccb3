"""Verbs about edits: asked, confirmed, promised with a count, delivered, accepted or returned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from app.errors import Refused
from app.facts.calendar_body import minute_of
from app.facts.edit_answer import Included
from app.facts.terms import Agreement
from app.facts.work import AnyItem, Edit, Promise
from app.journal.rooms import Room, when
from app.journal.zones import agreement_at
from app.rules.both_calendars import my_calendar
from app.rules.contact import is_contact
from app.rules.edits import EditState, read_edit
from app.rules.included import included_rounds
from app.rules.next_date import next_date
from app.rules.promise_results import telling
from app.rules.promises import Promised, TermRule, chosen, promise, provisional
from app.rules.terms import default_agreement
from app.rules.view import ClientView
from app.storage.database import Connection
from app.storage.shelf import items, parties

SIZES = ("small", "normal", "large")


class Counted(Struct, frozen=True, kw_only=True):
    """What a promise made now would be, and the term it follows from."""

    promised: Promised
    days: int
    agreement: Agreement
    by_contact: bool
    """The asker is the contact; otherwise the clock starts when the contact confirms (D7)."""


class Edits(Room):
    """Edits of all clients."""

    def count(
        self,
        client: int,
        received: datetime,
        size: str = "normal",
        *,
        is_provisional: bool = False,
        person: int | None = None,
        on: date | None = None,
    ) -> Counted:
        """The date that the terms give for an edit received then, with its count (W8); nothing is written."""
        if size not in SIZES:
            raise Refused("{size} is no size of an edit. Use small, normal or large.", size=size)
        with self.journal.look() as connection:
            agreement = terms_at(connection, client, received)
            calendar = my_calendar(parties.owner(connection), agreement.terms).in_zone(agreement.terms.zone)
            signer = _signer(connection, client)
            by_contact = is_contact(person, received, parties.contacts(connection, client), signer)
        edits = agreement.terms.edits
        cutoff = None if edits.cutoff == "none" else minute_of(edits.cutoff)
        days = agreement.terms.provisional.days if is_provisional else int(getattr(edits, size))
        if on is not None:
            promised = chosen(calendar, received, on, TermRule(edits.rule), cutoff)
        elif is_provisional:
            promised = provisional(calendar, received, days, cutoff)
        else:
            promised = promise(calendar, received, days, edits.rule, cutoff)
        return Counted(promised=promised, days=days, agreement=agreement, by_contact=by_contact)

    def next_date(self, edit: int, on: date | None = None) -> Promised:
        """The date to promise for an edit now: by its terms, after a rest by what was left (D11), or picked (`on`)."""
        found = self.get(edit)
        view = self._view(found.client)
        picked = self.count(found.client, view.now, found.size, on=on).promised if on else None
        return picked or next_date(view, found)

    def to_tell(self, edit: int, message: int) -> Promised | None:
        """The date that a message about the edit has to promise; None where it told one that was given before (B8)."""
        found = self.get(edit)
        if found.promises and (said := telling(found, found.promises[-1])) and said.entry == message:
            return None
        return next_date(self._view(found.client), found)

    def moves(self, edit: int) -> tuple[Promise | None, str]:
        """The firm date that another one told now would replace, and how: `in_time`, `late`, or nothing (W10, F4)."""
        found = self.get(edit)
        view = self._view(found.client)
        read = read_edit(view, found)
        if read.promise is None or read.promise.provisional or read.delivery or read.ball is None:
            return None, ""
        rested = read.state in (EditState.RESTING, EditState.RESUMED)
        return read.promise, "in_time" if rested or view.now < read.promise.closing else "late"

    def included_rounds(self, edit: int) -> Included | None:
        """Which round of an edit is under way, where the agreement counts them; beyond them it is paid extra (1.4)."""
        found = self.get(edit)
        return included_rounds(self._view(found.client).terms_of(found), found)

    def _view(self, client: int) -> ClientView:
        now = self.journal.clock()
        return ClientView(self.journal.desk.snapshot(client, now), now)

    def request(
        self,
        client: int,
        text: str,
        *,
        channel: str = "",
        person: int | None = None,
        at: datetime | None = None,
        size: str = "normal",
        **more: Any,
    ) -> int:
        """An edit asked for. Recorded from a voice it waits for the contact's confirmation (D7). Gives its number."""
        with self.journal.act() as act:
            received = at or act.now
            body = {
                "text": text,
                "channel": channel or self.journal.talk.usual_channel(client, at),
                "person": person,
                "size": size,
                "terms": terms_at(act.connection, client, received).entry,
            }
            return act.add("edit.requested", client, body | more | when(act.connection, at))

    def promise(
        self,
        edit: int,
        promised: Promised,
        *,
        is_provisional: bool = False,
        channel: str = "",
        message: int | None = None,
        at: datetime | None = None,
        reason: str = "",
    ) -> int:
        """Give a date; told when it names a channel or a message. Every promise stays on record."""
        found = self.get(edit)
        body = {
            "item": edit,
            "on": promised.on,
            "closing": promised.closing,
            "zone": promised.zone,
            "days": promised.days,
            "rule": promised.rule,
            "provisional": is_provisional,
            "count": promised.count_body(),
            "reason": reason,
            "channel": channel,
            "message": message,
        }
        with self.journal.act() as act:
            return act.add("edit.promised", found.client, body | when(act.connection, at))

    def deliver(
        self, edit: int, *, channel: str = "", message: int | None = None, at: datetime | None = None, **more: Any
    ) -> int:
        """The result is handed over; told when it names a channel or a message (F6)."""
        return self.step(edit, "edit.delivered", at, channel=channel, message=message, **more)

    def step(self, edit: int, kind: str, at: datetime | None = None, **body: Any) -> int:
        """Any other step: edit.clarified, .confirmed, .accepted, .returned, .declined, .withdrawn."""
        found = self.get(edit)
        with self.journal.act() as act:
            return act.add(kind, found.client, {"item": edit} | body | when(act.connection, at))

    def get(self, number: int) -> Edit:
        """Refused when no edit has that number."""
        with self.journal.look() as connection:
            found = items.item(connection, number)
        if not isinstance(found, Edit):
            raise Refused("Entry {number} is not an edit. This edit was never requested; log the request first.",
                          number=number)  # fmt: skip
        return found

    def of_client(self, client: int) -> Sequence[AnyItem]:
        """Every edit that the client ever asked for, oldest first."""
        with self.journal.look() as connection:
            return items.items_of(connection, client, "edit")


def terms_at(connection: Connection, client: int, at: datetime) -> Agreement:
    """The terms under which an item begins at an instant (D8); the default ones while nothing is agreed."""
    found = agreement_at(connection, client, at)
    if found is not None:
        return found
    each = parties.client(connection, client)
    if each is None:
        raise Refused("No client has the number {number}. `ashore client list` shows them.", number=client)
    return default_agreement(parties.owner(connection), each)


def _signer(connection: Connection, client: int) -> int | None:
    found = parties.client(connection, client)
    return found.signer if found else None
