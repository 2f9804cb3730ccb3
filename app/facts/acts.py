"""Which kinds of entry say something, and to whom (C1, C4, B8)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TELLING_KINDS = frozenset(
    (
        "report.sent",
        "request.made",
        "request.reminded",
        "edit.promised",
        "edit.delivered",
        "edit.declined",
        "risk.warned",
        "work.stopped",
        "work.resumed",
        "agreement.made",
    )
)
"""Contacts of mine when recorded with a `channel` and without a `message` (C1)."""

ITEM_BEGINNINGS = {
    "edit.requested": "edit",
    "request.made": "request",
    "call.planned": "call",
    "call.held": "call",
    "call.missed": "call",
    "stage.planned": "stage",
    "risk.noticed": "risk",
    "goal.set": "goal",
    "understanding.noted": "understanding",
    "objection.raised": "objection",
    "form.begun": "form",
}
"""The kinds that begin an item when their body names none, and the noun of the item."""

QUIET_MARKS = ("no_answer_needed", "no_substance", "automatic")


def side_of(kind: str, body: Mapping[str, Any]) -> int | None:
    """1 for a contact of mine (C1), 0 for a message of theirs that may wait (C4), None for anything else."""
    if kind == "message.received":
        return 0
    if kind in ("message.sent", "call.held"):
        return 1
    return 1 if kind in TELLING_KINDS and "channel" in body and "message" not in body else None


def is_quiet(kind: str, body: Mapping[str, Any]) -> bool:
    """Marked so that it neither waits nor counts as contact; my own "no answer needed" still is a contact."""
    marks = QUIET_MARKS if kind == "message.received" else QUIET_MARKS[1:]
    return any(body.get(mark) for mark in marks)


def whom(kind: str, body: Mapping[str, Any]) -> int | None:
    """Whom an act of mine reached, or who wrote; None is the contact at that instant (B4)."""
    found = body.get("person") if kind == "message.received" else body.get("to", body.get("person"))
    if kind == "call.held" and found is None:
        others = [person for person in body.get("participants", ()) if person]
        found = others[0] if others else None
    return found


def item_begun(kind: str, body: Mapping[str, Any]) -> str | None:
    """The noun of the item that this entry begins; None when it begins none."""
    return ITEM_BEGINNINGS.get(kind) if "item" not in body else None
