"""What a snapshot holds of the plan and the work, sorted by noun once for every reader of it (3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from app.facts.plan import Goal, Objection, Risk, Stage, Understanding
from app.facts.work import AnyItem, Call, Edit, Request
from app.storage.shelf.items import of_noun


class ItemsByNoun(TypedDict):
    """The fields of a Snapshot that hold items."""

    edits: tuple[Edit, ...]
    calls: tuple[Call, ...]
    requests: tuple[Request, ...]
    stages: tuple[Stage, ...]
    risks: tuple[Risk, ...]
    goals: tuple[Goal, ...]
    understandings: tuple[Understanding, ...]
    objections: tuple[Objection, ...]


def items_by_noun(items: Sequence[AnyItem]) -> ItemsByNoun:
    """The items of one client, each noun in the order of `items`."""
    return ItemsByNoun(
        edits=of_noun(items, Edit),
        calls=of_noun(items, Call),
        requests=of_noun(items, Request),
        stages=of_noun(items, Stage),
        risks=of_noun(items, Risk),
        goals=of_noun(items, Goal),
        understandings=of_noun(items, Understanding),
        objections=of_noun(items, Objection),
    )
