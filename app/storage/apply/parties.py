"""The owner and the clients, each as all of its entries leave it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from app.facts.entries import Entry
from app.facts.names import folded
from app.storage.connection import Connection
from app.storage.shelf.entries import entries_of_kinds

OWNER = 0

_STATES = {
    "client.paused": "paused",
    "client.closed": "closed",
    "client.resumed": "active",
    "client.reopened": "active",
}
CLIENT_KINDS = ("client.added", "client.changed", *_STATES)


def merged(entries: Sequence[Entry]) -> dict[str, Any]:
    """The keys of all the bodies, later ones over earlier ones, without those that were dropped."""
    facts: dict[str, Any] = {}
    for entry in entries:
        if entry.retracted_by is None:
            facts = {key: value for key, value in facts.items() if key not in entry.body.get("drop", ())}
            facts |= {key: value for key, value in entry.body.items() if key not in ("drop", "reason", "happened")}
    return facts


def refold_owner(connection: Connection) -> None:
    """Write the owner anew out of journal.opened and every owner.changed."""
    facts = merged(entries_of_kinds(connection, OWNER, ("owner.changed",)))
    opened = entries_of_kinds(connection, OWNER, ("journal.opened",))
    name = facts.setdefault("name", opened[0].body.get("owner", "") if opened else "")
    _write(connection, OWNER, name, "owner", facts)


def refold_client(connection: Connection, number: int) -> None:
    """Write a client anew out of its client.* entries and the agreements that make a lead active (C5)."""
    entries = entries_of_kinds(connection, number, (*CLIENT_KINDS, "agreement.made"))
    added = next((e for e in entries if e.kind == "client.added"), None)
    if added is None or added.retracted_by is not None:
        connection.exec_driver_sql("DELETE FROM party WHERE number = ?", (number,))
        return
    told = [e for e in entries if e.kind in ("client.added", "client.changed")]
    facts = merged(told)
    turns = _turns(entries)
    facts["turns"] = [[int(at.timestamp()), state] for at, state in turns]
    facts["added"] = int(added.happened.timestamp())
    _write(connection, number, facts["name"], turns[-1][1], facts)


def _turns(entries: Sequence[Entry]) -> list[tuple[Any, str]]:
    """(instant, state) of each change of state, in order of what happened."""
    state = ""
    turns: list[tuple[Any, str]] = []
    for entry in sorted(entries, key=lambda e: (e.happened, e.seq)):
        if entry.retracted_by is not None:
            continue
        new = _state_after(entry, state)
        if new != state:
            turns.append((entry.happened, new))
            state = new
    return turns or [(entries[0].happened, "active")]


def _state_after(entry: Entry, state: str) -> str:
    if entry.kind == "client.added":
        return str(entry.body.get("state", "active"))
    if entry.kind == "client.changed":
        return str(entry.body.get("state", state))
    if entry.kind == "agreement.made":
        return "active" if state == "lead" else state
    return _STATES[entry.kind]


def _write(connection: Connection, number: int, name: str, state: str, facts: dict[str, Any]) -> None:
    connection.exec_driver_sql("DELETE FROM party WHERE number = ?", (number,))
    text = msgspec.json.encode(facts, order="sorted").decode()
    connection.exec_driver_sql("INSERT INTO party VALUES (?, ?, ?, ?, ?)", (number, name, folded(name), state, text))
