"""Gathers a client's whole history for the statistics and the penalties: a handful of questions, nothing decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from app.errors import Refused
from app.facts.entries import Entry
from app.facts.history import AskedFor, History, Mark, Missed, Moved
from app.facts.snapshot import Snapshot
from app.facts.wall_time import local_date
from app.facts.work import AnyItem, Call
from app.journal.items_by_noun import items_by_noun
from app.rules.as_of import items_as_of
from app.rules.terms import default_agreement
from app.rules.view import ClientView
from app.storage.database import Connection
from app.storage.shelf import parties
from app.storage.shelf.agreements import agreements_by_client
from app.storage.shelf.entries import step_of
from app.storage.shelf.items import of_noun
from app.storage.shelf.statistics import Spoken, all_items, all_talk, counted_entries

_KINDS = ("call.missed", "call.moved", "edit.requested", "work.stopped", "work.resumed", "message.marked")
_QUIET = {"no_answer_needed", "no_substance", "automatic"}


def history(connection: Connection, number: int, now: datetime) -> History:
    """Everything about one client up to `now`. Refused where there is no such client."""
    found = parties.client(connection, number)
    if found is None:
        raise Refused("No client has the number {number}. `ashore client list` shows them.", number=number)
    talk = all_talk(connection, number, now)
    items = items_as_of(all_items(connection, number, now), now)
    entries = counted_entries(connection, number, _KINDS, now)
    me = parties.owner(connection)
    agreements = agreements_by_client(connection, number).get(number, ())
    seen = Snapshot(
        owner=me,
        client=found,
        people=parties.people_by_client(connection, number).get(number, ()),
        contacts=parties.contacts_by_client(connection, number).get(number, ()),
        agreements=(default_agreement(me, found), *agreements),
        talk=tuple(each.line for each in talk),
        **items_by_noun(items),
    )
    return _history(seen, talk, items, entries, now)


def _history(
    seen: Snapshot, talk: Sequence[Spoken], items: Sequence[AnyItem], entries: Sequence[Entry], now: datetime
) -> History:
    def of(*kinds: str) -> list[Entry]:
        return [each for each in entries if each.kind in kinds]

    zone = zone_of(seen, now)
    planned = {call.number: call.planned_day for call in of_noun(items, Call)}
    return History(
        snapshot=seen,
        now=now,
        marks=tuple(mark for each in of("message.marked") for mark in _marks(each)),
        missed=tuple(_missed(each, planned, zone) for each in of("call.missed")),
        moved=tuple(Moved(entry=e.seq, at=e.happened) for e in of("call.moved") if "at" in e.body or "on" in e.body),
        asked=tuple(_asked(each) for each in of("edit.requested") if isinstance(each.body.get("person"), int)),
        turns=tuple(step_of(each) for each in of("work.stopped", "work.resumed")),
        unclocked=frozenset(each.line.entry for each in talk if not each.clocked),
    )


def zone_of(seen: Snapshot, now: datetime) -> str:
    """The zone of dates by the terms in force (W12)."""
    return ClientView(seen, now).terms.zone


def _marks(entry: Entry) -> list[Mark]:
    if not _QUIET.intersection(entry.body.get("set", ())):
        return []
    return [Mark(message=message, recorded=entry.recorded) for message in entry.body["of"]]


def _missed(entry: Entry, planned: dict[int, date | None], zone: str) -> Missed:
    """Its own day, else the planned one, else the day on which it was written down."""
    said = entry.body.get("on") or entry.body.get("at", {}).get("local", "")[:10]
    written = local_date(zone, entry.happened)
    plan = planned.get(entry.body.get("item", entry.seq))
    day = date.fromisoformat(said) if said else min(plan or written, written)
    return Missed(entry=entry.seq, on=day, by=entry.body["missed_by"])


def _asked(entry: Entry) -> AskedFor:
    return AskedFor(
        entry=entry.seq, at=entry.happened, person=entry.body["person"], minutes=int(entry.body.get("spent", 0))
    )
