"""Persons, the periods of the contact (D6), agreements, reports given, and flags put aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec

from app.errors import Refused
from app.facts.entries import Entry
from app.facts.names import folded
from app.facts.wall_time import start_instant
from app.storage.apply.parties import OWNER, merged
from app.storage.connection import Connection
from app.storage.shelf.entries import entries_of_kinds, naming, read_entry

CONTACT_KINDS = ("contact.designated", "contact.ended")


def refold_person(connection: Connection, number: int) -> None:
    """Write a person anew out of person.added and whatever names that person."""
    added = read_entry(connection, number)
    connection.exec_driver_sql("DELETE FROM person WHERE number = ?", (number,))
    later = [e for e in naming(connection, number, "person") if e.kind in ("person.changed", "person.anonymised")]
    told = sorted(later, key=_number)
    if added is not None and not added.redacted:
        if added.kind != "person.added" or added.retracted_by is not None:
            return
        told = [added, *told]
    facts = merged(told)
    facts.pop("person", None)
    if "name" not in facts:
        return  # erased (4.7), and no other name was given yet
    text = msgspec.json.encode(facts, order="sorted").decode()
    connection.exec_driver_sql(
        "INSERT INTO person VALUES (?, ?, ?, ?)", (number, told[0].client, folded(facts["name"]), text)
    )


def refold_contacts(connection: Connection, client: int) -> None:
    """Write a client's periods anew; the table refuses two contacts at one instant (D6)."""
    connection.exec_driver_sql("DELETE FROM contact WHERE client = ?", (client,))
    periods: list[list[Any]] = []
    for entry in entries_of_kinds(connection, client, CONTACT_KINDS):
        if entry.retracted_by is not None:
            continue
        if entry.kind == "contact.designated":
            _designate(connection, entry, periods)
        else:
            _end(connection, entry, periods)
    rows = [tuple(period) for period in sorted(periods, key=lambda p: p[3])]
    if rows:
        connection.exec_driver_sql("INSERT INTO contact VALUES (?, ?, ?, ?, ?)", rows)


def _designate(connection: Connection, entry: Entry, periods: list[list[Any]]) -> None:
    """A period ends the one that runs, and ends itself where a later one begins."""
    since = _instant(connection, entry, entry.body["since"])
    until = _instant(connection, entry, entry.body["until"]) if "until" in entry.body else None
    periods[:] = [period for period in periods if period[3] != since]
    for period in periods:
        if period[3] < since and (period[4] is None or period[4] > since):
            period[4] = since
    ends = _first_after(periods, since, until)
    if ends is None or ends > since:
        periods.append([entry.seq, entry.client, entry.body["person"], since, ends])
    free = until is not None and ends == until and all(period[3] != until for period in periods)
    if "then" in entry.body and until is not None and free:
        follows = _first_after(periods, until, None)
        periods.append([-entry.seq, entry.client, entry.body["then"], until, follows])


def _first_after(periods: list[list[Any]], since: int, until: int | None) -> int | None:
    """The end of a period: its own, or the beginning of the next one if that is earlier."""
    ends = [period[3] for period in periods if period[3] > since]
    return min([*ends, *([] if until is None else [until])], default=None)


def _end(connection: Connection, entry: Entry, periods: list[list[Any]]) -> None:
    until = _instant(connection, entry, entry.body["until"])
    for period in periods:
        if period[2] == entry.body["person"] and period[3] < until and (period[4] is None or period[4] > until):
            period[4] = until


def _instant(connection: Connection, entry: Entry, text: str) -> int:
    """A date is 00:00 in the zone of dates that held when the entry was written; an instant is itself (D8)."""
    if "T" in text:
        return int(datetime.fromisoformat(text).timestamp())
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused("{text} is no date. Write it as 2026-08-03.", text=text) from None
    return int(start_instant(zone_of_dates(connection, entry.client, entry.seq), day).timestamp())


def zone_of_dates(connection: Connection, client: int, before: int) -> str:
    """The zone in which dates were judged when entry `before` was written: the agreement's, else the owner's (1.4)."""
    made = [e for e in entries_of_kinds(connection, client, ("agreement.made",)) if e.seq < before]
    if made:
        return str(made[-1].body["zone"])
    told = [e for e in entries_of_kinds(connection, OWNER, ("owner.changed",)) if e.seq < before]
    return str(merged(told).get("zone", "UTC"))


def refold_agreement(connection: Connection, number: int) -> None:
    """Write a version of the agreement anew: its terms, and when the client confirmed them."""
    connection.exec_driver_sql("DELETE FROM agreement WHERE entry = ?", (number,))
    made = read_entry(connection, number)
    if made is None or made.redacted or made.kind != "agreement.made" or made.retracted_by is not None:
        return
    rows = connection.exec_driver_sql(
        "SELECT min(happened) FROM entry WHERE item = ? AND kind = 'agreement.confirmed' AND struck IS NULL", (number,)
    )
    facts = {"body": made.body, "confirmed": rows.scalar()}
    text = msgspec.json.encode(facts, order="sorted").decode()
    connection.exec_driver_sql("INSERT INTO agreement VALUES (?, ?, ?)", (number, made.client, text))


def refold_report(connection: Connection, number: int) -> None:
    """Write a report that was given anew."""
    connection.exec_driver_sql("DELETE FROM report WHERE entry = ?", (number,))
    sent = read_entry(connection, number)
    if sent is None or sent.retracted_by is not None:
        return
    row = (number, sent.client, sent.body["sort"], sent.body["period"], int(sent.happened.timestamp()))
    connection.exec_driver_sql("INSERT INTO report VALUES (?, ?, ?, ?, ?)", row)


def refold_snooze(connection: Connection, number: int) -> None:
    """Write a flag put aside (until an instant) or dismissed (for good) anew."""
    connection.exec_driver_sql("DELETE FROM snooze WHERE entry = ?", (number,))
    entry = read_entry(connection, number)
    if entry is None or entry.retracted_by is not None:
        return
    until = entry.body.get("until")
    seconds = int(datetime.fromisoformat(until).timestamp()) if until else None
    made = int(entry.happened.timestamp())
    row = (number, entry.client, entry.body["key"], made, seconds, entry.body.get("reason", ""))
    connection.exec_driver_sql("INSERT INTO snooze VALUES (?, ?, ?, ?, ?, ?)", row)


def _number(entry: Entry) -> int:
    return entry.seq
