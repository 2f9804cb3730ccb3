"""What the folds of all items share: the item's own keys out of its first entry, steps, and what was told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.facts.entries import Entry
from app.facts.work import Mention, Step, Told
from app.storage.shelf.entries import step_of

LONGEST_TITLE = 80


def title_of(body: dict[str, Any]) -> str:
    """The title of an item: its own, else the first line of its words, shortened at a word."""
    text = body.get("title") or body.get("text") or body.get("what") or body.get("word") or body.get("metric") or ""
    first = str(text).strip().partition("\n")[0]
    if "title" in body or len(first) <= LONGEST_TITLE:
        return first
    return first[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"


def begun(begin: Entry, mentions: tuple[Mention, ...]) -> dict[str, Any]:
    """The keys that every item has."""
    body = begin.body
    return {
        "number": begin.seq,
        "client": begin.client,
        "begun": begin.happened,
        "recorded": begin.recorded,
        "person": body.get("person"),
        "channel": body.get("channel", ""),
        "terms": body.get("terms"),
        "message": body.get("message"),
        "mentions": mentions,
        "imported": "source" in body,
    }


def told(entry: Entry) -> Told | None:
    """Said by itself: it names a message or a channel (B8)."""
    if "message" in entry.body or "channel" in entry.body:
        return Told(at=entry.happened, entry=entry.body.get("message", entry.seq))
    return None


def of_kind(steps: Iterable[Entry], *kinds: str) -> list[Entry]:
    """The steps of some kinds, in order."""
    return [step for step in steps if step.kind in kinds]


def last(steps: Iterable[Entry], *kinds: str) -> Step | None:
    """The last step of some kinds."""
    found = of_kind(steps, *kinds)
    return step_of(found[-1]) if found else None
