"""Answers the form of an edit request at every change: who speaks, the date, the load of its day (6.5, W8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict

from app.facts.edit_answer import Counting, EditAnswer, Included
from app.facts.load import DayLoad
from app.facts.people import Person
from app.facts.snapshot import Snapshot
from app.facts.terms import Agreement
from app.facts.wall_time import local_date, week_days
from app.facts.work import CountedDay, Edit
from app.journal.edits import terms_at
from app.journal.load import load
from app.journal.snapshots import snapshots
from app.journal.voices import voices
from app.rules.both_calendars import my_calendar, their_calendar
from app.rules.contact import period_at
from app.rules.included import included_edits
from app.rules.promises import Promised
from app.rules.view import ClientView
from app.rules.working_time import in_hours, is_working_day, next_working_day
from app.storage.database import Connection
from app.storage.shelf.items import items_of, of_noun

if TYPE_CHECKING:
    from app.journal.journal import Journal

LOOK_AHEAD_DAYS = 14


def edit_answer(
    journal: Journal,
    client: int,
    at: datetime,
    *,
    size: str = "normal",
    provisional: bool = False,
    person: int | None = None,
    somebody: bool = False,
    channel: str = "",
    on: date | None = None,
    seen: Sequence[Snapshot] = (),
) -> EditAnswer:
    """`at` is when it was received; `somebody` says that a person who is not entered yet asked. Nothing is written.

    `seen` are the clients as they were read for an answer before; without them they are read.
    """
    now = journal.clock()
    with journal.look() as connection:
        agreement = terms_at(connection, client, at)
        every = seen or snapshots(connection, now)
        view = ClientView(next(each for each in every if each.client.number == client), now)
        voice = somebody or view.is_voice(person, at)
        off = _off_channel(agreement, channel)
        counted = journal.edits.count(
            client, now if voice or off else at, size, is_provisional=provisional, on=None if voice else on
        )
        due, busy = counted.promised.on.weekday(), _load_ahead(every, view, agreement, counted.promised.on)
        return EditAnswer(
            agreement=agreement,
            **_who_decides(view, at),
            by_voice=voice,
            off_channel=off,
            counted=_counting(counted.promised),
            term_days=counted.days,
            in_hours=in_hours(my_calendar(view.snapshot.owner, agreement.terms), at),
            received_here=local_date(agreement.terms.zone, at),
            counts_from=_counts_from(view, local_date(agreement.terms.zone, at), counted.promised),
            load=busy[due],
            week=busy[:7],
            better=_better(busy[due:]),
            voice=next((each for each in voices(connection, view) if each.person == person), None) if voice else None,
            included=_included(connection, view, agreement, at),
        )


class _Decides(TypedDict):
    contact: Person | None
    contact_since: date | None
    is_signer: bool


def _who_decides(view: ClientView, at: datetime) -> _Decides:
    """The contact of that moment; without one the signer speaks (D9)."""
    period = period_at(view.snapshot.contacts, at)
    return _Decides(
        contact=view.person(period.person if period else view.client.signer),
        contact_since=view.day_of(period.since) if period else None,
        is_signer=period is None and view.client.signer is not None,
    )


def _load_ahead(every: Sequence[Snapshot], view: ClientView, agreement: Agreement, due: date) -> tuple[DayLoad, ...]:
    """The days from the Monday of the week of `due` to LOOK_AHEAD_DAYS after it."""
    days, theirs = due.weekday() + LOOK_AHEAD_DAYS, their_calendar(view.client, agreement.terms)
    return load(every, view.snapshot.owner, view.now, week_days(due)[0], days, theirs=theirs)


def _off_channel(agreement: Agreement, channel: str) -> bool:
    agreed = {each.channel for each in agreement.terms.agreed_channels}
    return bool(agreed and channel) and channel not in agreed


def _counts_from(view: ClientView, here: date, promised: Promised) -> date | None:
    if not is_working_day(view.dates, here):
        return next_working_day(view.dates, here)
    return promised.received_day if promised.received_day > here else None


def _counting(promised: Promised) -> Counting:
    return Counting(
        on=promised.on,
        closing=promised.closing,
        zone=promised.zone,
        received_day=promised.received_day,
        days=promised.days,
        count=tuple(CountedDay(line.on, line.is_.value, line.why) for line in promised.count),
    )


def _better(busy: Sequence[DayLoad]) -> DayLoad | None:
    """The next day with room on which they work, when the day itself is not such a day."""
    if busy[0].is_good:
        return None
    return next((day for day in busy[1:] if day.is_good), None)


def _included(connection: Connection, view: ClientView, agreement: Agreement, at: datetime) -> Included | None:
    """How many of the included edits are used before one more asked for at `at`."""
    edits = of_noun(items_of(connection, view.client.number, "edit"), Edit)
    return included_edits(view, agreement.terms, edits, view.day_of(at))
