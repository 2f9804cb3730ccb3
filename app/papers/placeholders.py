"""What may stand in braces in a draft, what its gap says, and which names nobody knows (3.3)."""

from __future__ import annotations

import re

from app.words import N_, Words

MISSING = {
    "called": N_("name"),
    "owner": N_("your name"),
    "client": N_("client"),
    "item": N_("what exactly"),
    "due": N_("date"),
    "old_due": N_("earlier date"),
    "since": N_("since when"),
    "count": N_("how the days were counted"),
    "missing": N_("what is missing"),
    "outcomes": N_("what was decided"),
    "asked_by": N_("who asked"),
    "quote": N_("their words"),
    "channel": N_("channel"),
    "link": N_("link to the result"),
    "answer": N_("your answer"),
    "news": N_("what is done"),
    "next": N_("what comes next"),
    "topics": N_("topics of the call"),
    "at": N_("day and hour"),
    "minutes": N_("how many"),
    "reason": N_("why"),
    "needed_for": N_("what it is needed for"),
    "week": N_("which week"),
    "metric": N_("which figure"),
    "value": N_("value now"),
    "target": N_("target"),
    "off": N_("deviation"),
    "proposal": N_("what you propose"),
    "end": N_("last day of the contract"),
    "first": N_("first day off"),
    "last": N_("last day off"),
    "back": N_("day you are back"),
    "affects": N_("what it affects"),
    "dates": N_("new dates"),
    "day": N_("which day"),
    "month": N_("which month"),
    "reports": N_("which reports"),
}
"""Every placeholder of the drafts, and the words of its gap."""

_DAYS = {
    "on": N_("on which day"),
    "by": N_("by which day"),
    "since": N_("since which day"),
    "until": N_("until which day"),
    "for": N_("for which day"),
}
_DATES = frozenset(("due", "since", "old_due", "end", "first", "last", "back", "day"))
PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w-]*))?\}")
"""`{name}` or `{name:form}`."""


def placeholders_of(text: str) -> tuple[str, ...]:
    """The names that stand in a text, each once, in their order."""
    return tuple(dict.fromkeys(match[1] for match in PLACEHOLDER.finditer(text)))


def unknown_in(text: str) -> tuple[str, ...]:
    """The names in a text that stand for nothing: they would stay gaps for ever."""
    return tuple(name for name in placeholders_of(text) if name not in MISSING)


def hint(words: Words, name: str, form: str = "") -> str:
    """What the gap of a placeholder says; a date asked for with a preposition says it too."""
    if form in _DAYS and name in _DATES:
        return words.text(_DAYS[form])
    return words.text(MISSING.get(name, name))
