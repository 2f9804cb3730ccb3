"""What makes no sense is refused with a sentence that says what to do instead (D3); everything else is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.facts.acts import ITEM_BEGINNINGS
from app.facts.names import folded
from app.facts.wall_time import wall_instant, zone_named
from app.format import check_typed_text
from app.journal.sense_of_kinds import KINDS
from app.ledger.log import JOURNAL
from app.storage.shelf.entries import read_entry
from app.storage.shelf.items import item
from app.storage.shelf.parties import client, client_named
from app.words import N_

if TYPE_CHECKING:
    from app.journal.act import Act

Body = dict[str, Any]

_AHEAD = timedelta(minutes=2)
_NOT_ONE = {
    "edit": N_("Entry {item} is not an edit of this client. Record the edit first, then this."),
    "request": N_("Entry {item} is not a request to this client. Record the request first, then this."),
    "call": N_("Entry {item} is not a call with this client. Record the call first, then this."),
    "stage": N_("Entry {item} is not a stage of this client. Record the stage first, then this."),
    "risk": N_("Entry {item} is not a risk of this client. Record the risk first, then this."),
    "goal": N_("Entry {item} is not a goal of this client. Record the goal first, then this."),
}
_DATES = ("on", "due", "from", "to", "effective_from", "by", "received_on", "since", "until")


def check_sense(act: Act, kind: str, number: int | None, body: Body) -> None:
    """Refuse an entry that contradicts the journal; called by every verb and by `ashore record` alike."""
    check_typed_text(body)
    _check_client(act, kind, number)
    _check_times(act, body)
    _check_dates(body)
    _check_name(act, kind, number, body)
    if number:
        _check_item(act, kind, number, body)
        _check_named(act, kind, number, body)
    if kind in KINDS:
        KINDS[kind](act, number, body)


def _check_client(act: Act, kind: str, number: int | None) -> None:
    if kind.startswith("journal.") or kind == "file.imported":
        raise Refused("Entries of the kind {kind} are written by the program itself.", kind=kind)
    if kind == "client.added":
        return
    if kind == "owner.changed":
        if number != JOURNAL:
            raise Refused("owner.changed belongs to the journal itself, not to a client.")
    elif not number or client(act.connection, number) is None:
        raise Refused("No client has the number {number}. Add the client first.", number=number or 0)


def _check_times(act: Act, body: Body) -> None:
    stated = body.get("happened")
    if stated is None:
        return
    zone_named(stated["zone"])
    try:
        at = datetime.fromisoformat(stated["at"])
    except ValueError:
        raise Refused("{text} is no date and time. Write it as 2026-11-20T17:40.", text=stated["at"]) from None
    if at > act.now + _AHEAD:
        raise Refused("{at} has not come yet. An entry says what has happened; correct the time.", at=stated["at"])
    if at.year < 1970:
        raise Refused("{at} lies before 1970. Correct the year.", at=stated["at"])


def _check_dates(body: Body) -> None:
    """Every date in the body exists, every zone is known, every wall time can be read."""
    for key, value in _scalars(body):
        if key == "zone":
            zone_named(value)
        elif key in _DATES and len(value) == 10 and value[4:5] == "-":
            try:
                date.fromisoformat(value)
            except ValueError:
                raise Refused("{text} is no date in the calendar. Correct it.", text=value) from None
        elif key == "local":
            wall_instant("UTC", value)


def _scalars(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping):
        for inner, each in value.items():
            yield from _scalars(each, inner)
    elif isinstance(value, list):
        for each in value:
            yield from _scalars(each, key)


def _check_name(act: Act, kind: str, number: int | None, body: Body) -> None:
    """Names are there, and a client's is its own: the command line calls clients by name (5.4)."""
    if kind not in ("client.added", "client.changed", "person.added", "person.changed", "owner.changed"):
        return
    if kind.endswith(".added") and not folded(body.get("name", "")):
        raise Refused("A name is needed. Write how the client or the person is called.")
    if "name" in body and not folded(body["name"]):
        raise Refused("A name cannot be empty. Write how the client or the person is called.")
    if kind.startswith("client."):
        others = [each for each in client_named(act.connection, body.get("name", "")) if each != number]
        if others:
            raise Refused("A client called {name} is there already. Give this one another name.", name=body["name"])


def _check_item(act: Act, kind: str, number: int, body: Body) -> None:
    """A step names an item of this client and of its own noun: no delivery of an edit that was never requested."""
    noun = kind.partition(".")[0]
    sentence = _NOT_ONE.get(noun)
    named = body.get("item")
    if sentence is None or (named is None and kind in ITEM_BEGINNINGS):
        return
    if named is None:
        raise Refused("{kind} needs the number of the entry that began the item (item).", kind=kind)
    found = item(act.connection, named)
    if found is None or found.client != number or read_entry_noun(act, named) != noun:
        raise Refused(sentence, item=named)


def read_entry_noun(act: Act, number: int) -> str:
    """The first word of the kind of an entry: edit, request, call …; empty when there is no such entry."""
    entry = read_entry(act.connection, number)
    return entry.kind.partition(".")[0] if entry else ""


def _check_named(act: Act, kind: str, number: int, body: Body) -> None:
    """Entries and persons that are named exist, and are of this client: one client's journal never names another's."""
    persons = [body[key] for key in ("person", "to", "by", "who", "then", "signer", "other", "given_by", "announced_by")
               if isinstance(body.get(key), int)]  # fmt: skip
    persons += list(body.get("participants", ()))
    persons += [o["who"] for topic in body.get("topics", ()) for o in topic.get("outcomes", ()) if "who" in o]
    for person in filter(None, persons):
        entry = read_entry(act.connection, person)
        if entry is None or entry.client != number or entry.kind != "person.added":
            raise Refused("Entry {person} is not a person of this client. Add the person first.", person=person)
    entries = [*body.get("about", ()), *body.get("needed_for", ())]
    entries += [body[key] for key in ("message", "agreed_in", "threatens", "because", "instead_of") if key in body]
    entries += [body["terms"]] if body.get("terms") else []
    for named in entries:
        if named in act.added:
            continue
        entry = read_entry(act.connection, named)
        if entry is None or (entry.client != number and kind != "owner.changed" and "instead_of" not in body):
            raise Refused("Entry {named} is not an entry of this client. Name another.", named=named)
