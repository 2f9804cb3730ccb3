"""Places and their zones as somebody types them: "Valencia, Europe/Madrid", "madrid", «Москва» (6.10)."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import available_timezones

from app.words import Words, words_for

REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@lru_cache(maxsize=4)
def zone_names(language: str) -> dict[str, str]:
    """What is offered, "Madrid, Europe/Madrid", and the zone it means; the names of a language."""
    words = words_for(language)
    zones = sorted(name for name in available_timezones() if name.partition("/")[0] in REGIONS)
    return {place_text(words, "", zone): zone for zone in [*zones, "UTC"]}


def place_text(words: Words, place: str, zone: str) -> str:
    """A place and its zone; the zone's own city where no other was typed, if it has one (UTC has none)."""
    city = words.city(zone) if zone.partition("/")[0] in REGIONS else ""
    return ", ".join(part for part in (place or city, zone) if part)


def place_typed(text: str, language: str) -> tuple[str, str] | None:
    """Place and zone of a typed line; None when no zone can be read from it."""
    typed = " ".join(text.split())
    head, _, tail = typed.rpartition(",")
    named = _zone(tail.strip(), language)
    if named:
        return head.strip(" ,"), named
    alone = _zone(typed, language)
    return ("", alone) if alone else None


def _zone(text: str, language: str) -> str:
    """The zone of that name or of that city; empty when there is none."""
    wanted = text.casefold()
    if not wanted:
        return ""
    exact = next((zone for zone in available_timezones() if zone.casefold() == wanted), "")
    offered = zone_names(language).items()
    return exact or next((zone for line, zone in offered if line.split(",")[0].casefold() == wanted), "")
