"""Heads that others hold, in words: what carries it, who has it, how far it reaches (6.9)."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from app.facts.pages import grouped
from app.facts.stamps import authority_name
from app.facts.visible import visible
from app.facts.vouching import HeadHeld
from app.papers.names import channel_name
from app.papers.periods import period_name
from app.words import N_, Words

NAMES = {
    "sheet": N_("Sheet"),
    "mail": N_("Mail"),
    "stamp": N_("Time stamp"),
    "reply": N_("Reply"),
    "by_hand": N_("Given by hand"),
}
NAMES_OF_WEEK = {
    "sheet": N_("Sheet, {week}"),
    "mail": N_("Mail, {week}"),
    "reply": N_("Reply to sheet, {week}"),
    "by_hand": N_("Sheet, {week}"),
}


def head_title(words: Words, held: HeadHeld) -> str:
    """ "Sheet, week 46", "Mail, November 2026"."""
    if held.period and held.how in NAMES_OF_WEEK:
        return words.text(NAMES_OF_WEEK[held.how], week=period_name(words, held.period))
    return words.text(NAMES.get(held.how, held.how))


def head_holder(words: Words, held: HeadHeld) -> str:
    """ "to Lucía Herrero, Clínica Dental Albor, WhatsApp"; of a stamp "checkpoint, by Some authority"."""
    if held.authority:
        return words.text("checkpoint, by {authority}", authority=visible(authority_name(held.authority)))
    names = [visible(name) for name in (held.person, held.client_name) if name]
    who = ", ".join([*names, *([channel_name(words, held.channel)] if held.channel else [])])
    if not who:
        return ""
    return words.text("from {who}", who=who) if held.how == "reply" else words.text("to {who}", who=who)


def anchor_line(words: Words, held: HeadHeld, zone: ZoneInfo) -> str:
    """One anchor for a terminal: when, what, to whom, the verdict, how far, and all 64 digits under it."""
    day = words.date(held.at.astimezone(zone).date(), short=True)
    verdict = "DIVERGED" if held.differs else held.verdict.value
    said = ", ".join(part for part in (head_title(words, held), head_holder(words, held)) if part)
    return f"{day}  {said}: {verdict}, 1–{held.size}\n    {grouped(held.head)}"
