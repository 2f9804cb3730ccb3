"""What agreed channels are called in forms: kinds, purposes in few words, what a new one is for."""

from __future__ import annotations

from app.facts.terms import AgreedChannel
from app.papers.names import CHANNELS
from app.words import N_, Words

KINDS = tuple(CHANNELS)
PURPOSES = {
    "correspondence": N_("letters"),
    "calls": N_("calls"),
    "files": N_("files"),
    "urgent": N_("urgent matters"),
}


def purposes_line(words: Words, channel: AgreedChannel) -> str:
    """What a channel is for: "letters, files"; "calls, urgent only"."""
    if set(channel.purposes) == {"urgent"}:
        return words.text("urgent only")
    if set(channel.purposes) == {"calls", "urgent"}:
        return words.text("calls, urgent only")
    return ", ".join(words.text(PURPOSES[each]) for each in PURPOSES if each in channel.purposes)


def usual_purposes(kind: str) -> tuple[str, ...]:
    """What a channel of this kind is most often for."""
    if kind in ("phone", "video", "in_person"):
        return ("calls", "urgent") if kind == "phone" else ("calls",)
    return ("correspondence", "files")
