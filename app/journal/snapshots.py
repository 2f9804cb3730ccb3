"""The snapshots that the rules of first contact look at: a handful of covering queries, never the history (3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from app.facts.people import Client, ContactPeriod, Owner
from app.facts.snapshot import Snapshot
from app.facts.terms import Agreement
from app.facts.wall_time import local_date, start_instant
from app.facts.work import AnyItem, Call, Edit, PlainItem, Request
from app.rules.contact import is_contact
from app.rules.terms import default_agreement
from app.storage.database import Connection
from app.storage.shelf import desk
from app.storage.shelf.items import all_open_items, last_held_call, of_noun, open_items
from app.storage.shelf.parties import agreements, client, clients, contacts, owner, people
from app.storage.shelf.talk import Touch, last_touch, talk_since

Fits = Callable[[Touch], bool]


def snapshots(connection: Connection, now: datetime) -> list[Snapshot]:
    """One snapshot for each client, as the journal stands at `now`."""
    me = owner(connection)
    items = all_open_items(connection, now)
    return [_snapshot(connection, me, each, items.get(each.number, []), now) for each in clients(connection)]


def snapshot(connection: Connection, number: int, now: datetime) -> Snapshot | None:
    """The snapshot of one client."""
    found = client(connection, number)
    if found is None:
        return None
    return _snapshot(connection, owner(connection), found, open_items(connection, number, now), now)


def _snapshot(connection: Connection, me: Owner, each: Client, items: Sequence[AnyItem], now: datetime) -> Snapshot:
    periods = contacts(connection, each.number)
    versions = (default_agreement(me, each), *agreements(connection, each.number))
    in_force = _in_force(versions, now)
    reached = _reaches(periods, each.signer, now)
    talk = talk_since(connection, each.number, _talk_start(connection, each.number, in_force.terms.zone, reached, now))
    turn = desk.stop_or_resume(connection, each.number)
    items = [item for item in items if item.begun <= now]
    return Snapshot(
        owner=me,
        client=each,
        people=people(connection, each.number),
        contacts=periods,
        agreements=versions,
        talk=tuple(line for line in talk if line.at <= now),
        last_agreed_contact=_last_agreed(connection, each.number, in_force, reached),
        last_held_call=last_held_call(connection, each.number),
        reports=desk.reports(connection, each.number),
        planning=desk.planning(connection, each.number),
        stopped=turn.entry if turn and turn.kind == "work.stopped" else None,
        stop_or_resume=turn,
        snoozes=desk.snoozes(connection, each.number),
        edits=of_noun(items, Edit),
        calls=of_noun(items, Call),
        requests=of_noun(items, Request),
        others=of_noun(items, PlainItem),
    )


def _in_force(versions: Sequence[Agreement], now: datetime) -> Agreement:
    return next((each for each in reversed(versions) if each.since is None or each.since <= now), versions[0])


def _reaches(periods: tuple[ContactPeriod, ...], signer: int | None, now: datetime) -> Fits:
    def fits(touch: Touch) -> bool:
        return touch.happened <= now and is_contact(touch.whom, touch.happened, periods, signer)

    return fits


def _talk_start(connection: Connection, number: int, zone: str, reached: Fits, now: datetime) -> datetime | None:
    """The last contact before this ISO week: C3 asks what waited before the week's first one."""
    today = local_date(zone, now)
    monday = start_instant(zone, today - timedelta(days=today.weekday()))
    before = last_touch(connection, number, lambda touch: touch.happened < monday and reached(touch))
    return before.happened if before else None


def _last_agreed(connection: Connection, number: int, agreement: Agreement, reached: Fits) -> datetime | None:
    agreed = {each.channel for each in agreement.terms.agreed_channels}
    if not agreed:
        return None
    found = last_touch(connection, number, lambda touch: touch.channel in agreed and reached(touch))
    return found.happened if found else None
