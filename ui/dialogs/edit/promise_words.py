"""The words of the promise pane: the date and its hour, the count cell by cell, the load of the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.facts.edit_answer import Counting
from app.facts.people import Client, Owner
from app.papers.counts import Counted
from app.words import N_, Words
from ui.widgets.count import CountCell, CountKind

KINDS: Final = {"received": CountKind.RECEIVED, "off": CountKind.OFF, "full": CountKind.FULL, "due": CountKind.DUE}
LANGUAGES: Final = {"en": N_("For {person}, in English"), "ru": N_("For {person}, in Russian"),
                    "es": N_("For {person}, in Spanish")}  # fmt: skip


def cells(words: Words, count: Sequence[Counted]) -> list[CountCell]:
    """One cell per calendar day with the word under it."""
    found, full = [], 0
    for line in count:
        full += line.is_ == "full"
        name, kind = words.weekday(line.on, short=True), KINDS[str(line.is_)]
        found.append(CountCell(name, str(line.on.day), _word(words, line, full), kind))
    return found


def _word(words: Words, line: Counted, full: int) -> str:
    if line.is_ == "off":
        return line.why or words.text_in("cell", "day off")
    if line.is_ == "full":
        return words.text_in("cell", "full day {n}", n=full)
    return words.text_in("cell", "received") if line.is_ == "received" else words.text("due")


def by_hour(words: Words, counted: Counting, owner: Owner, client: Client) -> str:
    """ "by 18:00, the same hour in Valencia and Madrid", or both hours where they differ."""
    here = _hour(counted.closing, ZoneInfo(owner.zone))
    there = _hour(counted.closing, ZoneInfo(client.zone or owner.zone))
    mine = owner.place or words.city(owner.zone)
    theirs = client.place or words.city(client.zone or owner.zone)
    if mine == theirs:
        return words.text("by {time}, {place} time", time=here, place=mine)
    if here == there:
        return words.text("by {time}, the same hour in {place} and {other}", time=here, place=mine, other=theirs)
    return words.text("by {time} in {place}, {there} in {other}", time=here, place=mine, there=there, other=theirs)


def _hour(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def draft_label(words: Words, person: str, language: str) -> str:
    """ "For Lucía, in Spanish"."""
    return words.text(LANGUAGES.get(language[:2], LANGUAGES["en"]), person=person)
