"""What must not be changed: corrections, retractions, marks and dismissals that make no sense (1.3b, 3.2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.facts.entries import Entry
from app.storage.shelf.entries import read_entry

if TYPE_CHECKING:
    from app.journal.act import Act

Body = dict[str, Any]

_UNCORRECTABLE = ("journal.", "entry.", "flag.")
_UNCORRECTABLE_KINDS = frozenset(("file.imported", "report.sent", "edit.promised", "agreement.made"))


def _corrected(act: Act, number: int | None, body: Body) -> None:
    """The result must be a body that the verb would accept (1.3b)."""
    entry = _of(act, number, body)
    if entry.kind.startswith(_UNCORRECTABLE) or entry.kind in _UNCORRECTABLE_KINDS:
        raise Refused("An entry of the kind {kind} cannot be corrected. Record a new one instead.", kind=entry.kind)
    if entry.kind == "message.marked":
        raise Refused("A mark is not corrected. Mark the message anew.")
    if entry.retracted_by is not None:
        raise Refused("Entry {of} was retracted. Record it again instead.", of=body["of"])
    changed = {*body.get("set", {}), *body.get("drop", ())}
    if "item" in changed:
        raise Refused("An entry stays with its item. Retract it and record it again for the other one.")
    if "source" in changed:
        raise Refused("Where an entry comes from cannot be corrected. Retract it and import it again.")
    result = {key: value for key, value in entry.body.items() if key not in body.get("drop", ())}
    result |= body.get("set", {})
    act.check_again(entry.kind, number, result, entry.seq)


def _of(act: Act, number: int | None, body: Body) -> Entry:
    entry = read_entry(act.connection, body["of"])
    if entry is None or entry.client != number:
        raise Refused("Entry {of} is not an entry of this client. Name another.", of=body["of"])
    _refuse_erased(entry)
    return entry


def _refuse_erased(entry: Entry) -> None:
    """Nothing can be said of words that are gone (4.7)."""
    if entry.redacted:
        raise Refused("Entry {of} was erased. Record what is to stand as a new entry.", of=entry.seq)


def _retracted(act: Act, number: int | None, body: Body) -> None:
    entry = _of(act, number, body)
    if entry.kind.startswith(("journal.", "entry.")) or entry.kind == "client.added":
        raise Refused("An entry of the kind {kind} cannot be retracted.", kind=entry.kind)
    if entry.kind == "message.marked":
        raise Refused("A mark is not retracted. Take it back by marking the message anew.")
    if entry.kind == "file.imported":
        raise Refused("An import is not retracted as such. Import the file with --again, or retract its entries.")
    if entry.retracted_by is not None:
        raise Refused("Entry {of} was retracted already, by entry {by}.", of=body["of"], by=entry.retracted_by)


def _marked(act: Act, number: int | None, body: Body) -> None:
    for of in body["of"]:
        entry = read_entry(act.connection, of)
        if entry is None or entry.client != number or not entry.kind.startswith("message."):
            raise Refused("Entry {of} is not a message of this client. Only messages are marked.", of=of)
        _refuse_erased(entry)


def _snoozed(act: Act, number: int | None, body: Body) -> None:
    if body["key"].split(":")[1] != str(number):
        raise Refused("The reason {key} is not one of this client. Name one of this client's.", key=body["key"])


def _dismissed(act: Act, number: int | None, body: Body) -> None:
    _snoozed(act, number, body)
    if body["key"].partition(":")[0] in ("F3", "F4", "F5", "F11", "F14"):
        raise Refused("This reason cannot be dismissed, only answered or put off. Snooze it instead.")


CHANGES: dict[str, Callable[[Act, int | None, Body], None]] = {
    "entry.corrected": _corrected,
    "entry.retracted": _retracted,
    "message.marked": _marked,
    "flag.snoozed": _snoozed,
    "flag.dismissed": _dismissed,
}
