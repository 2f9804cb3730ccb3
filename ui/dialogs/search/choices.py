"""What a filter can be: the clients, channels, kinds and days that answer what was typed after its colon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.facts.name_fit import Fit, fit
from app.facts.people import Client, Person
from app.facts.search import SORTS, Asked
from app.facts.visible import visible
from app.facts.wall_time import end_instant, start_instant
from app.papers.names import CHANNELS, channel_name
from app.words import N_, Words
from app.words.day_words import day_typed
from ui.dialogs.search.typed import Typed, filter_word

SORT_NAMES: Final[dict[str, str]] = {
    "message": N_("Messages"),
    "call": N_("Calls"),
    "edit": N_("Edits"),
    "request": N_("Requests"),
    "note": N_("Notes"),
    "plan": N_("Plan"),
    "goal": N_("Goals"),
    "risk": N_("Risks"),
    "objection": N_("Objections"),
    "payment": N_("Payments"),
    "agreement": N_("Agreements"),
    "report": N_("Reports"),
}
DAYS: Final = ("from", "to")
MOST_CHOICES: Final = 12


class Known(Struct, frozen=True):
    """What filters and names are looked up in."""

    words: Words
    zone: ZoneInfo
    today: date
    clients: Sequence[Client]
    people: Sequence[Person]

    def name_of(self, client: int) -> str:
        """A client's name; empty for the journal itself."""
        return next((visible(each.name) for each in self.clients if each.number == client), "")


class Choice(Struct, frozen=True):
    """A value of a filter: as it is typed, as it is shown, and the letters of it that were typed."""

    value: str
    text: str
    key: str
    fit: Fit


def choices(known: Known, name: str, typed: str) -> list[Choice]:
    """What the filter can be, the best answer first."""
    if name in DAYS:
        return _days(known, typed)
    if name == "client":
        named: Iterable[tuple[str, str]] = ((str(each.number), visible(each.name)) for each in known.clients)
    elif name == "channel":
        named = ((key, channel_name(known.words, key)) for key in CHANNELS)
    else:
        named = ((key, known.words.text(SORT_NAMES[key])) for key in SORTS)
    found = [Choice(text, text, key, fitting) for key, text in named if (fitting := fit(text, typed))]
    return sorted(found, key=lambda each: each.fit)[:MOST_CHOICES]


def asked(known: Known, typed: Typed) -> tuple[Asked, str]:
    """What the field asks for, and a filter whose value is none ("client:кедрр"); the filter being typed waits."""
    said: dict[str, str] = {}
    for token in typed.tokens:
        if token.is_open or not token.value:
            continue
        best = choices(known, token.name, token.value)
        if not best:
            return Asked(), f"{filter_word(known.words, token.name)}{token.value}"
        said[token.name] = best[0].key
    zone = str(known.zone)
    return Asked(
        words=typed.words,
        client=int(said["client"]) if "client" in said else None,
        channel=said.get("channel", ""),
        kinds=SORTS[said["kind"]] if "kind" in said else (),
        since=start_instant(zone, date.fromisoformat(said["from"])) if "from" in said else None,
        until=end_instant(zone, date.fromisoformat(said["to"])) if "to" in said else None,
    ), ""


def set_values(known: Known, typed: Typed) -> dict[str, str]:
    """Which filters are set, and to what in words; the one being typed is not yet."""
    said: dict[str, str] = {}
    for token in typed.tokens:
        best = choices(known, token.name, token.value) if token.value and not token.is_open else []
        if best:
            said[token.name] = _short(known, best[0]) if token.name in DAYS else best[0].text
    return said


def _short(known: Known, day: Choice) -> str:
    return known.words.date(date.fromisoformat(day.key), short=True)


def _days(known: Known, typed: str) -> list[Choice]:
    today, words = known.today, known.words
    if typed:
        day = day_typed(typed, today, words.language, past=True)
        days = [day] if day else []
    else:
        month = today.replace(day=1)
        before = (month - timedelta(days=1)).replace(day=1)
        days = [
            today,
            today - timedelta(days=1),
            today - timedelta(days=7),
            month,
            before,
            today.replace(month=1, day=1),
        ]
    return [Choice(day.isoformat(), words.date(day), day.isoformat(), Fit(0, 0, ())) for day in dict.fromkeys(days)]
