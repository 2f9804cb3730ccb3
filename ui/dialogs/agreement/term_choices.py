"""What the eight terms of 6.10 may be, in words: a key of plain numbers for each choice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec.structs import replace

from app.facts.main_terms import MainTerms
from app.words import N_, Words
from ui.widgets.choice import Choice

MONDAY = date(2026, 1, 5)
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")

LABELS = {
    "my_answer": N_("I answer within"),
    "client_answer": N_("They answer by"),
    "edits": N_("An edit takes"),
    "information": N_("They send materials in"),
    "per_week": N_("I write first"),
    "silence": N_("Silence at most"),
    "calls": N_("We call"),
    "sheet": N_("I send a sheet"),
}
_BY = (
    N_("the same working day"),
    N_("the next working day"),
    N_("the second working day"),
    N_("the third working day"),
    N_("the fourth working day"),
    N_("the fifth working day"),
)
_OFFERED: dict[str, tuple[str, ...]] = {
    "my_answer": ("60", "120", "240", "480", "0"),
    "client_answer": ("0", "1", "2", "3", "5"),
    "edits": ("0/1/2", "1/2/4", "1/3/5", "2/4/8", "2/5/10"),
    "information": ("1", "2", "3", "5", "10"),
    "per_week": ("1", "2", "3", "4", "5"),
    "silence": ("1/2", "2/3", "2/4", "3/5", "4/6", "5/10"),
    "calls": ("7/30/1", "14/30/2", "14/60/2", "30/30/3", "30/60/3", "0/30/2"),
    "sheet": (*WORKDAYS, "working_day", "month", "off"),
}


def key_of(name: str, main: MainTerms) -> str:
    """The choice that a term stands at."""
    keys = {
        "edits": f"{main.small}/{main.normal}/{main.large}",
        "silence": f"{main.silence_ideal}/{main.silence_most}",
        "calls": f"{main.call_every}/{main.call_minutes}/{main.call_tolerance}",
    }
    return keys.get(name) or str(getattr(main, name))


def taken(name: str, key: str, main: MainTerms) -> MainTerms:
    """The terms with another choice for one of them."""
    if name == "sheet":
        return replace(main, sheet=key)
    numbers = [int(part) for part in key.split("/")]
    if name == "edits":
        return replace(main, small=numbers[0], normal=numbers[1], large=numbers[2])
    if name == "silence":
        return replace(main, silence_ideal=numbers[0], silence_most=numbers[1])
    if name == "calls":
        return replace(main, call_every=numbers[0], call_minutes=numbers[1], call_tolerance=numbers[2])
    return replace(main, **{name: numbers[0]})


def choices(words: Words, name: str, current: str) -> list[Choice]:
    """What is offered for a term; a value that is not usual is offered besides."""
    offered: Iterable[str] = _OFFERED[name] if current in _OFFERED[name] else (*_OFFERED[name], current)
    return [Choice(key, said(words, name, key)) for key in offered]


def said(words: Words, name: str, key: str) -> str:
    """A choice as it reads after its label."""
    if name == "sheet":
        return _sheet(words, key)
    number = int(key.split("/")[1 if name in ("edits", "silence") else 0])
    match name:
        case "my_answer":
            return _answer(words, number)
        case "client_answer" if number < len(_BY):
            return words.text(_BY[number])
        case "edits":
            return words.plural("{n} full working day", "{n} full working days", number)
        case "per_week":
            return words.plural("{n} time a week", "{n} times a week", number)
        case "calls":
            return _calls(words, number, int(key.split("/")[1]))
    return words.working_days(number)


def _answer(words: Words, minutes: int) -> str:
    if not minutes:
        return words.text("end of next working day")
    hours, rest = divmod(minutes, 60)
    if rest:
        return words.text("{time} of working time", time=words.duration(minutes))
    return words.plural("{n} working hour", "{n} working hours", hours)


def _calls(words: Words, every: int, minutes: int) -> str:
    if not every:
        return words.text("only when needed")
    return words.plural("every {n} day, {minutes} min", "every {n} days, {minutes} min", every, minutes=minutes)


def _sheet(words: Words, key: str) -> str:
    others = {
        "working_day": N_("every working day"),
        "month": N_("at the end of the month"),
        "off": N_("only when asked"),
    }
    if key in others:
        return words.text(others[key])
    number = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(key)
    return words.date_form(MONDAY + timedelta(days=number), "every").partition(",")[0]
