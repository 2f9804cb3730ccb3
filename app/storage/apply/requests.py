"""How a request to the client is read out of its entries."""

from __future__ import annotations

from datetime import date, datetime

from app.facts.entries import Entry
from app.facts.work import Asked, Mention, Request
from app.storage.apply.steps import begun, last, of_kind, title_of, told
from app.storage.shelf.entries import step_of


def fold_request(begin: Entry, steps: list[Entry], mentions: tuple[Mention, ...]) -> Request:
    """The request as all its entries leave it; answered in full once every line has come or an answer says so."""
    body = begin.body
    items = tuple(Asked(each["n"], each["text"]) for each in body["items"])
    answers = of_kind(steps, "request.answered")
    came = {n for entry in answers for n in entry.body.get("items", ())}
    complete = [e for e in answers if e.body.get("complete")]
    ended = last(steps, "request.withdrawn", "request.waived")
    if complete or (answers and came >= {each.n for each in items}):
        ended = step_of(complete[0] if complete else answers[-1])
    return Request(
        **begun(begin, mentions),
        open=ended is None,
        title=title_of(body) or title_of({"text": ", ".join(each.text for each in items)}),
        kind=body["sort"],
        items=items,
        answered_items=tuple(sorted(came)),
        needed_for=tuple(body.get("needed_for", ())),
        due=date.fromisoformat(body["due"]) if "due" in body else None,
        closing=datetime.fromisoformat(body["closing"]) if "closing" in body else None,
        told=told(begin),
        reminders=tuple(step_of(e) for e in of_kind(steps, "request.reminded")),
        answers=tuple(step_of(e) for e in answers),
        ended=ended,
    )
