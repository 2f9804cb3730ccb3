"""What makes no sense is refused with a sentence that says what to do instead (D3); everything else is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.facts.acts import ITEM_BEGINNINGS
from app.facts.names import folded
from app.format import check, check_typed_text
from app.journal.sense_of_amounts import check_amounts
from app.journal.sense_of_changes import CHANGES
from app.journal.sense_of_kinds import KINDS
from app.journal.sense_of_names import check_named, noun_of
from app.journal.sense_of_needs import check_needed
from app.journal.sense_of_plan import PLAN
from app.journal.sense_of_times import check_dates, check_happened
from app.ledger.log import JOURNAL
from app.storage.shelf.items import item
from app.storage.shelf.parties import client, client_named
from app.words import N_

if TYPE_CHECKING:
    from app.journal.act import Act

Body = dict[str, Any]

_NOT_ONE = {
    "edit": N_("Entry {item} is not an edit of this client. Record the edit first, then this."),
    "request": N_("Entry {item} is not a request to this client. Record the request first, then this."),
    "call": N_("Entry {item} is not a call with this client. Record the call first, then this."),
    "stage": N_("Entry {item} is not a stage of this client. Record the stage first, then this."),
    "risk": N_("Entry {item} is not a risk of this client. Record the risk first, then this."),
    "goal": N_("Entry {item} is not a goal of this client. Record the goal first, then this."),
    "understanding": N_("Entry {item} is not a word noted with this client. Note the word first, then this."),
    "objection": N_("Entry {item} is not an objection of this client. Record the objection first, then this."),
    "form": N_("Entry {item} is not a form of this client. Begin the form first, then this."),
}
_OWN = KINDS | CHANGES | PLAN
_BEGIN_OR_GO_ON = ("call.held", "call.missed", "objection.raised")


def check_sense(act: Act, kind: str, number: int | None, body: Body) -> None:
    """Refuse an entry that contradicts the format or the journal; called by every verb and by `ashore record` alike."""
    if act.corrects is None:
        check_typed_text(body)
    if kind in ("client.added", "person.added") and "name" not in body:
        raise Refused("A name is needed. Write how the client or the person is called.")
    check_needed(kind, body)
    check(kind, body)
    check_amounts(body)
    _check_client(act, kind, number)
    check_happened(body, act.now)
    check_dates(body)
    _check_name(act, kind, number, body)
    if number:
        _check_item(act, kind, number, body)
        check_named(act, kind, number, body)
    if kind in _OWN:
        _OWN[kind](act, number, body)


def _check_client(act: Act, kind: str, number: int | None) -> None:
    if kind.startswith("journal.") or kind == "file.imported":
        raise Refused("Entries of the kind {kind} are written by the program itself.", kind=kind)
    if kind == "client.added":
        if number is not None and act.corrects is None:
            raise Refused("A new client is added on its own. Leave the client away.")
    elif kind == "owner.changed":
        if number != JOURNAL:
            raise Refused("owner.changed belongs to the journal itself, not to a client.")
    elif number == JOURNAL and kind in ("entry.corrected", "entry.retracted"):
        return
    elif not number or client(act.connection, number) is None:
        raise Refused("No client has the number {number}. Add the client first.", number=number or 0)


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
    if kind in ITEM_BEGINNINGS and kind not in _BEGIN_OR_GO_ON:
        raise Refused("{kind} begins an item of its own. Leave item away.", kind=kind)
    if named is None:
        raise Refused("{kind} needs the number of the entry that began the item (item).", kind=kind)
    found = item(act.connection, named)
    if found is None or found.client != number or noun_of(act, named) != noun:
        raise Refused(sentence, item=named)
