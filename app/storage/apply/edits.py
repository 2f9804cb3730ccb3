"""How an edit is read out of its entries."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app.facts.entries import Entry
from app.facts.work import CountedDay, Delivery, Edit, Mention, Promise
from app.storage.apply.steps import begun, last, of_kind, title_of, told
from app.storage.shelf.entries import step_of

_ENDS = ("edit.accepted", "edit.declined", "edit.withdrawn")
_CLARIFIED = ("text", "title", "size", "in_scope", "paid_extra")


def fold_edit(begin: Entry, steps: list[Entry], mentions: tuple[Mention, ...]) -> Edit:
    """The edit as all its entries leave it; what is unconfirmed or untold is for the rules to say."""
    body = _clarified(begin, steps)
    ended = last(steps, *_ENDS)
    confirmed = of_kind(steps, "edit.confirmed")
    returns = of_kind(steps, "edit.returned")
    if ended and ended.kind == "edit.accepted" and returns and returns[-1].happened > ended.at:
        ended = None
    return Edit(
        **begun(begin, mentions),
        open=ended is None,
        title=title_of(body),
        text=body["text"],
        size=body.get("size", "normal"),
        in_scope=body.get("in_scope", "yes") == "yes",
        paid_extra=body.get("paid_extra", False),
        confirmed=step_of(confirmed[0]) if confirmed else None,
        promises=tuple(_promise(e) for e in of_kind(steps, "edit.promised")),
        deliveries=tuple(Delivery(entry=e.seq, at=e.happened, told=told(e)) for e in of_kind(steps, "edit.delivered")),
        returns=tuple(step_of(e) for e in returns),
        ended=ended,
    )


def _clarified(begin: Entry, steps: list[Entry]) -> dict[str, Any]:
    """The request with its clarifications over it; text that a clarification adds does not replace what was asked."""
    body = dict(begin.body)
    for entry in of_kind(steps, "edit.clarified"):
        body |= {key: entry.body[key] for key in _CLARIFIED if key in entry.body and key != "text"}
    return body


def _promise(entry: Entry) -> Promise:
    body = entry.body
    return Promise(
        entry=entry.seq,
        at=entry.happened,
        on=date.fromisoformat(body["on"]),
        closing=datetime.fromisoformat(body["closing"]),
        provisional=body.get("provisional", False),
        told=told(entry),
        count=tuple(
            CountedDay(date.fromisoformat(day["on"]), day["is"], day.get("why", "")) for day in body.get("count", ())
        ),
        reason=body.get("reason", ""),
    )
