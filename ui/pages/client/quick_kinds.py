"""What quick add can write: the five kinds, the words of their field, and the verb of each."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from app.words import N_, Words
from ui.widgets.segment import Segment

if TYPE_CHECKING:
    from app.journal.journal import Journal

KINDS: Final = (
    ("message", N_("Message")),
    ("call", N_("Call")),
    ("edit", N_("Edit")),
    ("request", N_("Request")),
    ("note", N_("Note")),
)

DIRECTIONS: Final = {
    "message": (N_("Received"), N_("Sent")),
    "call": (N_("They called"), N_("I called")),
}

MINE: Final = ("request", "note")
"""Kinds that are always acts of mine."""

_ASKS: Final = {
    "message/in": N_("What did {person} write? One line is enough"),
    "message/out": N_("What did you write to {person}? One line is enough"),
    "call": N_("What was the call with {person} about?"),
    "edit": N_("What exactly does {person} ask to change?"),
    "request": N_("What do you need from {person}? One line for each thing"),
    "note": N_("What do you want to remember?"),
}


class Quick(Struct, frozen=True):
    """One line to be written."""

    kind: str
    mine: bool
    channel: str
    text: str
    at: datetime | None
    attachments: tuple[dict[str, Any], ...] = ()
    """Files as an entry names them (B5)."""


def asks(words: Words, kind: str, mine: bool, person: str) -> str:
    """The words in the empty field."""
    key = f"{kind}/{'out' if mine else 'in'}" if kind == "message" else kind
    return words.text(_ASKS[key], person=person)


def kind_segments(words: Words) -> list[Segment]:
    """The five kinds."""
    return [Segment(key, words.text(text)) for key, text in KINDS]


def direction_segments(words: Words, kind: str) -> list[Segment]:
    """Theirs and mine, in the words of the kind."""
    theirs, mine = DIRECTIONS.get(kind, DIRECTIONS["message"])
    return [Segment("in", words.text(theirs)), Segment("out", words.text(mine))]


def write(journal: Journal, client: int, quick: Quick) -> int:
    """The entry, written at once (D4: the notice offers to correct it)."""
    channel, at = quick.channel, quick.at
    files: dict[str, Any] = {"attachments": list(quick.attachments)} if quick.attachments else {}
    if quick.kind == "message" and quick.mine:
        return journal.talk.sent(client, quick.text, channel=channel, at=at, **files)
    if quick.kind == "message":
        return journal.talk.received(client, quick.text, channel=channel, at=at, **files)
    if quick.kind == "call":
        topics, by = [{"title": quick.text}], "me" if quick.mine else "client"
        return journal.calls.hold(client, channel=channel, at=at, topics=topics, initiated_by=by, **files)[0]
    if quick.kind == "edit":
        return journal.edits.request(client, quick.text, channel=channel, at=at, **files)
    if quick.kind == "request":
        lines = [line.strip() for line in quick.text.splitlines() if line.strip()]
        return journal.requests.make(client, lines, channel=channel, at=at, **files)
    return journal.talk.note(client, quick.text, at=at, **files)
