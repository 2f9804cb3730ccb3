"""The count that led to a promised date: by line (W8), in sentences for the ear (6.14), in a message to the client."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import Protocol

from app.words import Words

_A_WEEK = 7


class Counted(Protocol):
    """One calendar day of a count: `is_` is received, off, full or due; `why` says why a day is off."""

    @property
    def on(self) -> date: ...

    @property
    def is_(self) -> str: ...

    @property
    def why(self) -> str: ...


def count_lines(words: Words, lines: Sequence[Counted]) -> list[str]:
    """«Fri 15 May: received», «Sat 16 May: day off», … one line for each calendar day, in their order (W8)."""
    full = accumulate(str(line.is_) == "full" for line in lines)
    return [
        f"{words.date(line.on, short=True)}: {_of_day(words, line, number)}"
        for line, number in zip(lines, full, strict=True)
    ]


def count_sentence(words: Words, lines: Sequence[Counted]) -> str:
    """The whole count: "Received Friday, 20 November. Off: Saturday and Sunday. Full days: Monday. Due …"."""
    said = []
    for kind in ("received", "off", "full", "due"):
        days = [line for line in lines if str(line.is_) == kind]
        if days:
            said.append(_of_kind(words, kind, days, short=_fits_a_week(lines)))
    return " ".join(said)


def count_for_client(words: Words, lines: Sequence[Counted]) -> str:
    """What a draft says about the count: "I count 2 full working days, Monday and Tuesday."; empty without any."""
    full = [line for line in lines if str(line.is_) == "full"]
    if not full:
        return ""
    if not _fits_a_week(lines):
        return words.plural("I count {n} full working day.", "I count {n} full working days.", len(full))
    return words.plural(
        "I count {n} full working day, {days}.",
        "I count {n} full working days, {days}.",
        len(full),
        days=words.list_of(words.weekday(line.on) for line in full),
    )


def _of_day(words: Words, line: Counted, number: int) -> str:
    """What one day counts as; `number` is that of the full day."""
    match str(line.is_):
        case "received":
            return words.text("received")
        case "full":
            return words.text("full day {n}", n=number)
        case "due":
            return words.text("due")
    return words.text("day off, {why}", why=line.why) if line.why else words.text("day off")


def _of_kind(words: Words, kind: str, days: Sequence[Counted], *, short: bool) -> str:
    if kind == "received":
        return words.text("Received {day}.", day=days[0].on)
    if kind == "due":
        return words.text("Due {day}.", day=days[-1].on)
    names = words.list_of(_named(words, days, short=short))
    return words.text("Off: {days}.", days=names) if kind == "off" else words.text("Full days: {days}.", days=names)


def _named(words: Words, days: Iterable[Counted], *, short: bool) -> Iterable[str]:
    """The days by name, or by short date where a name would come twice; a holiday with what it is."""
    for line in days:
        name = words.weekday(line.on) if short else words.date(line.on, short=True)
        yield f"{name} ({line.why})" if line.why else name


def _fits_a_week(lines: Sequence[Counted]) -> bool:
    return (lines[-1].on - lines[0].on).days < _A_WEEK
