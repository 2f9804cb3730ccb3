"""The words of the composer: what a message clears, languages of drafts, when the next step comes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from app.facts.flags import Value
from app.facts.letter import Clearable
from app.facts.visible import visible
from app.facts.work import AnyItem
from app.papers.reasons import reason_sentence
from app.words import N_, Words

LANGUAGES = {"en": N_("Draft in English"), "ru": N_("Draft in Russian"), "es": N_("Draft in Spanish")}
STYLE_NAMES = {"formal": N_("Formal"), "plain": N_("Plain"), "friendly": N_("Friendly")}
LONGEST_CHIP = 64
_NAMED = ("quote", "title", "items", "week")

CLEARS = {
    "F1": N_("The first word"),
    "F2": N_("Answer to «{quote}»"),
    "F4": N_("Edit «{title}» delivered"),
    "F6": N_("Edit «{title}» told"),
    "F7": N_("Ask to confirm «{title}»"),
    "F12": N_("Summary of the call"),
    "F14": N_("Reminder: {items}"),
    "F15": N_("Notice: work stops"),
    "F17": N_("Warning: «{title}»"),
    "F19": N_("The sheet for week {week}"),
    "F21": N_("Silence"),
    "F22": N_("A first message of the week"),
}


def clears_words(words: Words, each: Clearable, zone: ZoneInfo, now: datetime) -> str:
    """What ticking a reason records, in a few words; a new date says which."""
    flag = each.flag
    values = {name: _seen(value) for name, value in flag.reason.values.items()}
    if each.date is not None:
        return words.text("«{title}» by {due:short}", title=values.get("title", ""), due=each.date.on)
    known = CLEARS.get(flag.rule)
    if known is None or any(f"{{{name}}}" in known and name not in values for name in _NAMED):
        return _cut(visible(reason_sentence(words, flag.reason.code, flag.reason.values, zone, now)))
    return _cut(words.text(known, **values))


def _seen(value: Value) -> object:
    """A value of a reason with what is foreign in it made visible."""
    if isinstance(value, tuple):
        return [visible(part) for part in value]
    return visible(value) if isinstance(value, str) else value


def item_words(item: AnyItem) -> str:
    """An open item by its title."""
    return _cut(visible(item.title))


def _cut(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST_CHIP else one_line[: LONGEST_CHIP - 1] + "…"
