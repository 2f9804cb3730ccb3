"""What the tray says: how many wait, and the one digest, in sentences (C7, 6.15)."""

from __future__ import annotations

from app.facts.flags import Severity
from app.facts.notices import Digest
from app.facts.today import Today
from app.facts.visible import visible
from app.words import N_, NN_, Words

SHOWN_NAMES = 4

_TAME = str.maketrans("<>", "‹›")
"""Some desktops read markup in what they are to say; a name is no markup anywhere (fault 23)."""

_WAITING = {
    Severity.LATE: NN_("{n} reason to write first, late", "{n} reasons to write first, the worst is late"),
    Severity.TODAY: NN_("{n} reason to write first, due today", "{n} reasons to write first, the worst is due today"),
    Severity.SOON: NN_("{n} reason to write first, soon", "{n} reasons to write first, the worst is due soon"),
}
_LINES = {Severity.LATE: N_("Late: {names}"), Severity.TODAY: N_("Today: {names}"), Severity.SOON: N_("Soon: {names}")}


def waiting(words: Words, day: Today | None) -> str:
    """What the picture stands for, in a line."""
    if day is None or not day.cards:
        return words.text("Nobody has to be written to")
    return words.plural(*_WAITING[day.cards[0].severity], len(day.flags))


def title(words: Words, said: Digest) -> str:
    """The head of a digest."""
    if said.is_first:
        count = len(said.clients)
        return words.plural("Write first to {n} client today", "Write first to {n} clients today", count)
    return words.plural("{n} reason is late now", "{n} reasons are late now", len(said.flags))


def lines(words: Words, said: Digest, day: Today) -> str:
    """Who waits, each under the worst of their reasons; what they wait for stands on Today, not on a shared screen."""
    names = {card.client.number: visible(card.client.name).translate(_TAME) for card in day.cards}
    found: dict[Severity, list[str]] = {}
    placed: set[int] = set()
    for flag in said.flags:
        if flag.client not in placed:
            placed.add(flag.client)
            found.setdefault(flag.severity, []).append(names[flag.client])
    return "\n".join(words.text(_LINES[worst], names=_some(words, found[worst])) for worst in _LINES if worst in found)


def _some(words: Words, names: list[str]) -> str:
    listed = ", ".join(names[:SHOWN_NAMES])
    left = len(names) - SHOWN_NAMES
    return words.text("{names} and {n} more", names=listed, n=left) if left > 0 else listed
