"""The snapshots that the rules of first contact look at: a handful of covering queries, never the history (3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain, tee
from typing import NamedTuple

from app.facts.item import Mention
from app.facts.people import Client, ContactPeriod, Owner, Person
from app.facts.snapshot import OffSince, Payment, ReportSent, Snapshot, Snooze
from app.facts.terms import Agreement
from app.facts.wall_time import local_date, start_instant
from app.facts.work import AnyItem, Call, Step
from app.journal.days_off import days_off_since
from app.journal.items_by_noun import items_by_noun
from app.rules.contact import is_contact
from app.rules.terms import default_agreement
from app.storage.database import Connection
from app.storage.shelf import desk
from app.storage.shelf.agreements import agreements_by_client
from app.storage.shelf.items import all_open_items, last_held_calls, open_items
from app.storage.shelf.parties import (
    client,
    clients,
    contacts_by_client,
    owner,
    people_by_client,
)
from app.storage.shelf.talk import Touch, talk_since, touches

Fits = Callable[[Touch], bool]


class _Shelves(NamedTuple):
    """What stands beside the talk, by client: asked of all at once where all are looked at."""

    items: Mapping[int, Sequence[AnyItem]]
    people: Mapping[int, tuple[Person, ...]]
    contacts: Mapping[int, tuple[ContactPeriod, ...]]
    agreements: Mapping[int, tuple[Agreement, ...]]
    stops: Mapping[int, Step]
    payments: Mapping[int, tuple[Payment, ...]]
    turns: Mapping[int, Mapping[str, Step]]
    """The newest stage.started and feedback.given of late."""
    final_calls: Mapping[int, datetime]
    surveys: Mapping[int, datetime]
    off_since: tuple[OffSince, ...]
    said: Mapping[int, Mapping[int, tuple[Mention, ...]]]
    """My contacts about payments, plans held, work stopped and days off, by the number of that entry."""
    snoozes: Mapping[int, tuple[Snooze, ...]]
    reports: Mapping[int, tuple[ReportSent, ...]]
    planning: Mapping[int, tuple[Step, ...]]
    held: Mapping[int, Call]


def snapshots(connection: Connection, now: datetime) -> list[Snapshot]:
    """One snapshot for each client, as the journal stands at `now`."""
    me = owner(connection)
    shelves = _shelves(connection, me, all_open_items(connection, now), now)
    return [_snapshot(connection, me, each, shelves, now) for each in clients(connection)]


def snapshot(connection: Connection, number: int, now: datetime) -> Snapshot | None:
    """The snapshot of one client."""
    found = client(connection, number)
    if found is None:
        return None
    me = owner(connection)
    shelves = _shelves(connection, me, {number: open_items(connection, number, now)}, now, number)
    return _snapshot(connection, me, found, shelves, now)


def _shelves(
    connection: Connection, me: Owner, items: Mapping[int, Sequence[AnyItem]], now: datetime, number: int | None = None
) -> _Shelves:
    stops = desk.stops_by_client(connection, number)
    payments = desk.payments_by_client(connection, now, number)
    off = days_off_since(connection, me, now)
    single = {each.entry for each in chain(*payments.values())}
    single |= {each.entry for each in stops.values()} | {each.entry for each in off}
    return _Shelves(
        items=items,
        people=people_by_client(connection, number),
        contacts=contacts_by_client(connection, number),
        agreements=agreements_by_client(connection, number),
        stops=stops,
        payments=payments,
        turns=desk.turns_by_client(connection, now, number),
        final_calls=desk.final_calls_by_client(connection, now, number),
        surveys=desk.surveys_by_client(connection, now, number),
        off_since=off,
        said=desk.said_by_client(connection, single, number) if single else {},
        snoozes=desk.snoozes_by_client(connection, number),
        reports=desk.reports_by_client(connection, number),
        planning=desk.planning_by_client(connection, number),
        held=last_held_calls(connection, number),
    )


def _snapshot(connection: Connection, me: Owner, each: Client, shelves: _Shelves, now: datetime) -> Snapshot:
    number = each.number
    periods = shelves.contacts.get(number, ())
    versions = (default_agreement(me, each), *shelves.agreements.get(number, ()))
    in_force = _in_force(versions, now)
    reached = _reaches(periods, each.signer, now)
    before_monday, on_agreed = tee(touches(connection, number))
    talk = talk_since(connection, number, _talk_start(before_monday, in_force.terms.zone, reached, now))
    turn = shelves.stops.get(number)
    turns = shelves.turns.get(number, {})
    started = turns.get("stage.started")
    planned = shelves.planning.get(number, ())
    items = [item for item in shelves.items.get(number, ()) if item.begun <= now]
    return Snapshot(
        owner=me,
        client=each,
        people=shelves.people.get(number, ()),
        contacts=periods,
        agreements=versions,
        talk=tuple(line for line in talk if line.at <= now),
        last_agreed_contact=_last_agreed(on_agreed, in_force, reached),
        last_held_call=shelves.held.get(number),
        reports=shelves.reports.get(number, ()),
        planning=planned,
        stopped=turn.entry if turn and turn.kind == "work.stopped" else None,
        stop_or_resume=turn,
        snoozes=shelves.snoozes.get(number, ()),
        **items_by_noun(items),
        payments=shelves.payments.get(number, ()),
        stage_started=started.at if started else None,
        feedback=turns.get("feedback.given"),
        final_call=shelves.final_calls.get(number),
        survey=shelves.surveys.get(number),
        off_since=shelves.off_since,
        said=_said(connection, number, shelves, planned),
    )


def _said(
    connection: Connection, number: int, shelves: _Shelves, planned: tuple[Step, ...]
) -> dict[int, tuple[Mention, ...]]:
    """My contacts about the client's single entries; of planning sessions only where there are any."""
    found = dict(shelves.said.get(number, {}))
    if planned:
        found |= desk.said_by_client(connection, [each.entry for each in planned], number).get(number, {})
    return found


def _in_force(versions: Sequence[Agreement], now: datetime) -> Agreement:
    return next((each for each in reversed(versions) if each.since is None or each.since <= now), versions[0])


def _reaches(periods: tuple[ContactPeriod, ...], signer: int | None, now: datetime) -> Fits:
    def fits(touch: Touch) -> bool:
        return touch.happened <= now and is_contact(touch.whom, touch.happened, periods, signer)

    return fits


def _talk_start(mine: Iterable[Touch], zone: str, reached: Fits, now: datetime) -> datetime | None:
    """The last contact before this ISO week: C3 asks what waited before the week's first one."""
    today = local_date(zone, now)
    monday = start_instant(zone, today - timedelta(days=today.weekday()))
    return next((touch.happened for touch in mine if touch.happened < monday and reached(touch)), None)


def _last_agreed(mine: Iterable[Touch], agreement: Agreement, reached: Fits) -> datetime | None:
    agreed = {each.channel for each in agreement.terms.agreed_channels}
    if not agreed:
        return None
    return next((touch.happened for touch in mine if touch.channel in agreed and reached(touch)), None)
