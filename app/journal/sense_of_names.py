"""Entries and persons that a body names exist and are of its client: no client's journal names another's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.storage.shelf.entries import read_entry

if TYPE_CHECKING:
    from app.journal.act import Act

Body = dict[str, Any]

_PERSONS = ("person", "to", "by", "then", "signer", "other", "given_by", "announced_by")
_ENTRIES = ("item", "message", "agreed_in", "threatens", "because")
_NEVER_ME = ("person.", "contact.")


def check_named(act: Act, kind: str, number: int, body: Body) -> None:
    """Refuse a number that is nothing of this client."""
    if kind.startswith(_NEVER_ME) and body.get("person") == 0:
        raise Refused("0 is you. Name a person of the client.")
    for person in _persons(body):
        entry = read_entry(act.connection, person)
        if entry is None or entry.client != number or entry.kind != "person.added":
            raise Refused("Entry {person} is not a person of this client. Add the person first.", person=person)
    _check_entries(act, number, body)
    if "source" in body and act.corrects is None:
        _check_source(body["source"])


def _check_entries(act: Act, number: int, body: Body) -> None:
    """Words may also be about a change of mine: days off that every client is told of (F28)."""
    for named in _entries(body):
        entry = read_entry(act.connection, named)
        mine = entry is not None and entry.kind == "owner.changed" and named in body.get("about", ())
        if entry is None or not (entry.client == number or mine):
            raise Refused("Entry {named} is not an entry of this client. Name another.", named=named)
    if body.get("terms"):
        _check_terms(act, number, body["terms"])
    if "instead_of" in body:
        _check_moved(act, body["instead_of"])


def noun_of(act: Act, number: int) -> str:
    """The first word of the kind of an entry: edit, request, call …; empty when there is no such entry."""
    entry = read_entry(act.connection, number)
    return entry.kind.partition(".")[0] if entry else ""


def _persons(body: Body) -> Iterator[int]:
    """Persons but the owner (0)."""
    found = [body[key] for key in _PERSONS if isinstance(body.get(key), int)]
    found += body.get("participants", ())
    found += [o["who"] for topic in body.get("topics", ()) for o in topic.get("outcomes", ()) if "who" in o]
    choice = body.get("choices", {}).get("people", ())
    found += [each["person"] for each in choice if "person" in each]
    return filter(None, found)


def _entries(body: Body) -> Iterator[int]:
    yield from body.get("about", ())
    yield from body.get("needed_for", ())
    for key in _ENTRIES:
        if isinstance(body.get(key), int):
            yield body[key]


def _check_terms(act: Act, number: int, named: int) -> None:
    entry = read_entry(act.connection, named)
    if entry is None or entry.client != number or entry.kind != "agreement.made":
        raise Refused("Entry {item} is not an agreement of this client. Record the agreement first.", item=named)


def _check_moved(act: Act, named: int) -> None:
    """Only what was taken back is recorded again, for this client or another one (1.3b)."""
    entry = read_entry(act.connection, named)
    if entry is None or entry.retracted_by is None:
        raise Refused("Entry {named} was not retracted. Retract it first, then record it again.", named=named)


def _check_source(source: Body) -> None:
    """What is typed was written down by the owner; only an import can say more of it (4.6)."""
    if "import" in source or source.get("class") in ("A", "B") or "dkim" in source:
        raise Refused("Only an import can say that an entry comes out of a file. Leave source away.")
