"""How the items whose nouns have no facts of their own yet are read: a title, steps, open or not."""

from __future__ import annotations

from datetime import datetime

from app.facts.acts import item_begun
from app.facts.entries import Entry
from app.facts.work import Mention, PlainItem
from app.storage.apply.steps import begun, title_of
from app.storage.shelf.entries import step_of

_ENDS = frozenset(
    (
        "stage.accepted",
        "stage.dropped",
        "risk.passed",
        "goal.closed",
        "objection.resolved",
        "form.closed",
    )
)


def fold_plain(begin: Entry, steps: list[Entry], mentions: tuple[Mention, ...]) -> PlainItem:
    """The item with its steps in order."""
    settled = any(e.kind == "understanding.settled" and e.body["state"] != "open" for e in steps)
    return PlainItem(
        **begun(begin, mentions),
        open=not settled and not any(e.kind in _ENDS for e in steps),
        title=title_of(begin.body),
        noun=item_begun(begin.kind, begin.body) or "",
        steps=tuple(step_of(e) for e in steps),
        pause_until=datetime.fromisoformat(begin.body["pause_until"]) if "pause_until" in begin.body else None,
    )
