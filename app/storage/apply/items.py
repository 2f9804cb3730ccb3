"""Items: each is folded anew out of the entries that begin it, name it, or are about it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from app.facts.acts import is_quiet, item_begun, side_of
from app.facts.entries import Entry
from app.facts.plan import Stage
from app.facts.work import AnyItem, Call, Edit, Mention, Request
from app.storage.apply.calls import fold_call
from app.storage.apply.edits import fold_edit
from app.storage.apply.plan import (
    fold_form,
    fold_goal,
    fold_objection,
    fold_risk,
    fold_stage,
    fold_understanding,
)
from app.storage.apply.requests import fold_request
from app.storage.connection import Connection
from app.storage.shelf.entries import entries_of_item, naming, read_entry

Fold = Callable[[Entry, list[Entry], tuple[Mention, ...]], AnyItem]

_FOLDS: dict[str, Fold] = {
    "edit": fold_edit,
    "request": fold_request,
    "call": fold_call,
    "stage": fold_stage,
    "risk": fold_risk,
    "goal": fold_goal,
    "understanding": fold_understanding,
    "objection": fold_objection,
    "form": fold_form,
}


def refold_item(connection: Connection, number: int) -> None:
    """Write an item anew; one whose beginning was retracted is no item any more (1.3b)."""
    connection.exec_driver_sql("DELETE FROM item WHERE number = ?", (number,))
    begin = read_entry(connection, number)
    if begin is None or begin.redacted or begin.retracted_by is not None:
        return
    noun = item_begun(begin.kind, begin.body)
    if noun is None:
        return
    steps = [e for e in entries_of_item(connection, number) if e.retracted_by is None and e.seq != number]
    item = _FOLDS[noun](begin, steps, _mentions(connection, number))
    text = msgspec.json.encode(item, order="deterministic").decode()
    begun = int(item.begun.timestamp())
    stirred = int(max(e.happened for e in (begin, *steps)).timestamp())
    row = (number, begin.client, noun, _openness(item), stirred, begun, _held(item), text)
    connection.exec_driver_sql("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _mentions(connection: Connection, number: int) -> tuple[Mention, ...]:
    """My contacts that are about the item (B8)."""
    return tuple(
        Mention(entry=e.seq, at=e.happened, to=e.body.get("to"), channel=e.body.get("channel", ""))
        for e in naming(connection, number, "about")
        if e.retracted_by is None and side_of(e.kind, e.body) == 1 and not is_quiet(e.kind, e.body)
    )


DONE, OPEN, NODDING = 0, 1, 2


def _openness(item: AnyItem) -> int:
    """Open; done; or said by me, so that only the client's acceptance or confirmation is to come.

    A request on which something rested is looked at for a while after its end: then a new date is owed (D11); and a
    stage after its acceptance: if that came late, the client is to be told what follows (F6).
    """
    if isinstance(item, Request) and item.ended and item.needed_for:
        return NODDING
    if isinstance(item, Stage) and item.accepted and not item.by_silence and not item.dropped:
        return NODDING
    if not item.open:
        return DONE
    if isinstance(item, Call) and item.state == "held":
        undecided = [topic for topic in item.topics if not topic.outcomes]
        return NODDING if not undecided and (item.mentions or item.confirmed or not item.decided) else OPEN
    if isinstance(item, Edit) and item.deliveries:
        given = item.deliveries[-1]
        told = given.told or any(mention.at >= given.at for mention in item.mentions)
        returned = any(each.at > given.at for each in item.returns)
        return NODDING if told and not returned else OPEN
    return OPEN


def _held(item: AnyItem) -> int | None:
    """When a call that counts for the rhythm of calls was held (F13)."""
    if isinstance(item, Call) and item.held and item.purpose != "urgent":
        return int(item.held.at.timestamp())
    return None
