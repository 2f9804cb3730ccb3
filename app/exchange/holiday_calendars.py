"""Public holidays and moved working days proposed by the holidays library; what is accepted is written down (D17)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from msgspec import Struct

from app.errors import Refused
from app.facts.calendar import Weekday, weekday_of

_DATED = re.compile(r"\s*\([^)]*\d[^)]*\)")
"""The library's "(substituted from 01/03/2026)": a date without its weekday, which no sentence of ours may hold."""


class PublicHoliday(Struct, frozen=True):
    """A day off by law, with its name in the language asked for."""

    on: date
    name: str


class MovedDay(Struct, frozen=True):
    """A day of the weekend that is worked, with the hours of `like`."""

    on: date
    like: Weekday


class Country(Struct, frozen=True):
    """A country code (ISO 3166) and the codes of its parts that have holidays of their own."""

    code: str
    subdivisions: tuple[str, ...]


class Proposal(Struct, frozen=True, kw_only=True):
    """A year of a country. `decreed` is false where moved days are decreed yearly and this year's are not known yet:
    such a year is better left "not filled" (W13)."""

    country: str
    subdivision: str
    year: int
    holidays: tuple[PublicHoliday, ...]
    moved: tuple[MovedDay, ...]
    decreed: bool

    def year_body(self) -> list[dict[str, str]]:
        """What owner.changed holds under `holidays.years` for this year."""
        return [{"on": each.on.isoformat(), "name": each.name} for each in self.holidays]

    def extra_days_body(self) -> list[dict[str, str]]:
        """What owner.changed holds under `extra_days` for this year."""
        return [{"on": each.on.isoformat(), "as": each.like.value} for each in self.moved]


def countries() -> tuple[Country, ...]:
    """All countries the library knows, by code."""
    import holidays

    known = holidays.list_supported_countries(include_aliases=False)
    return tuple(Country(code, tuple(parts)) for code, parts in sorted(known.items()))


def propose(country: str, year: int, *, subdivision: str = "", language: str = "en") -> Proposal:
    """The public holidays of a year, in `language` where the country's list has it, else in its own. Refused when
    the country, the part or the year is unknown."""
    import holidays

    try:
        entity = holidays.country_holidays(country, subdiv=subdivision or None)
    except NotImplementedError:
        raise _unknown(country, subdivision) from None
    if not entity.start_year <= year <= entity.end_year:
        raise Refused("No public holidays of {country} are known for {year}.", country=country, year=year)
    spoken = _language(entity.supported_languages, language)
    found = holidays.country_holidays(country, subdiv=subdivision or None, years=year, language=spoken)
    return Proposal(
        country=country,
        subdivision=subdivision,
        year=year,
        holidays=tuple(
            PublicHoliday(on, _DATED.sub("", name)) for on, name in sorted(found.items()) if on.year == year
        ),
        moved=_moved(found, year),
        decreed=not found.has_substituted_holidays or year <= max(_decrees(found), default=0),
    )


def _unknown(country: str, subdivision: str) -> Refused:
    if subdivision:
        return Refused(
            "No public holidays are known for {subdivision} in {country}. Choose another part, or none.",
            subdivision=subdivision,
            country=country,
        )
    return Refused("No public holidays are known for {country}. Enter days off by hand.", country=country)


def _language(known: tuple[str, ...], wanted: str) -> str | None:
    """The library writes en_US where we say en."""
    exact = [each for each in known if each == wanted]
    return next(iter(exact + [each for each in known if each.split("_")[0] == wanted]), None)


def _decrees(found: Any) -> dict[int, Any]:
    """Moved days by year, as (month, day, from month, from day[, year of the latter]), one tuple or several."""
    decrees: dict[int, Any] = getattr(found, "special_public_holidays", {})
    return decrees


def _moved(found: Any, year: int) -> tuple[MovedDay, ...]:
    """What the year's decree moved to a weekend; the library's own set may hold other years as well."""
    exchanged = _exchanged(found, year)
    worked = sorted(on for on in found.weekend_workdays if on.year == year or on in exchanged)
    return tuple(MovedDay(on, exchanged.get(on, Weekday.FRI)) for on in worked)


def _exchanged(found: Any, year: int) -> dict[date, Weekday]:
    """For each day that gave up its rest, the weekday of the day that was made free for it."""
    moves = _decrees(found).get(year, ())
    listed = moves if moves and isinstance(moves[0], tuple) else (moves,)
    return {
        date(move[4] if len(move) > 4 else year, move[2], move[3]): weekday_of(date(year, move[0], move[1]))
        for move in listed
        if len(move) > 3 and isinstance(move[2], int)
    }
