"""What happens in ten years with 200 clients: talk mostly, edits, requests and calls, most of it with a few of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from app.facts.acts import ITEM_BEGINNINGS

DAY = 86_400
ARCS: dict[str, tuple[tuple[str, float], ...]] = {
    "talk": (("message.received", 0.0), ("message.sent", 0.1)),
    "news": (("message.sent", 0.0),),
    "edit": (("edit.requested", 0.0), ("edit.promised", 0.2), ("edit.delivered", 3.0), ("edit.accepted", 4.0)),
    "request": (("request.made", 0.0), ("request.answered", 2.0)),
    "call": (("call.held", 0.0), ("message.sent", 0.1), ("call.confirmed", 1.0)),
}
"""The entries of a course of events, each so many days after the first."""

OFTEN = {"talk": 70, "news": 14, "edit": 9, "request": 4, "call": 3}


class Event(NamedTuple):
    """An entry to be. `follows` is the place in the list of the event that began the item it belongs to."""

    at: int
    client: int
    person: int
    kind: str
    follows: int | None


def events(chance: random.Random, count: int, people: Sequence[tuple[int, int]], start: int, end: int) -> list[Event]:
    """Exactly `count` events in order of time; the busiest clients have a hundred times the talk of the quietest."""
    weights = list(accumulate(chance.paretovariate(1.1) for _ in people))
    steps: list[tuple[int, int, int, str]] = []  # (at, arc, client's place, kind)
    arcs, arc = list(OFTEN), 0
    while len(steps) < count:
        place = chance.choices(range(len(people)), cum_weights=weights)[0]
        course = ARCS[chance.choices(arcs, list(OFTEN.values()))[0]]
        begins = chance.randrange(start, end - DAY // 2)
        slower = chance.uniform(0.5, 2)
        for kind, days in course:
            at = begins + int(days * slower * DAY)
            if at < end:
                steps.append((at, arc, place, kind))
        arc += 1
    steps.sort()
    return _numbered(steps[:count], people)


def _numbered(steps: list[tuple[int, int, int, str]], people: Sequence[tuple[int, int]]) -> list[Event]:
    begun: dict[int, int] = {}
    told = []
    for number, (at, arc, place, kind) in enumerate(steps):
        client, person = people[place]
        first = begun.setdefault(arc, number)
        follows = first if steps[first][3] in ITEM_BEGINNINGS and first != number else None
        told.append(Event(at, client, person, kind, follows))
    return told
