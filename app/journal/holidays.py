"""Days off by law: what countries and years the library proposes, which years are not filled, and loading one (W13)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from app.errors import Refused
from app.exchange.holiday_calendars import countries, propose
from app.facts.people import Owner
from app.facts.public_holidays import HolidayYear, NamedCode, extra_days_body
from app.rules.holiday_years import years_not_filled

if TYPE_CHECKING:
    from app.journal.journal import Journal

_PART = re.compile(r"[A-Z0-9]{1,6}")


def country_names(language: str) -> tuple[NamedCode, ...]:
    """Every country with known holidays, by name in a language."""
    from babel import Locale

    names = Locale(language).territories
    found = (NamedCode(each.code, str(names.get(each.code, each.code))) for each in countries())
    return tuple(sorted(found, key=_by_name))


def part_names(country: str) -> tuple[NamedCode, ...]:
    """The parts of a country that have holidays of their own, as they call themselves."""
    import holidays

    known = next((each.subdivisions for each in countries() if each.code == country), ())
    if not known:
        return ()
    called: dict[str, list[str]] = type(holidays.country_holidays(country)).get_subdivision_aliases()
    parts = (NamedCode(code, (called.get(code) or [code])[0]) for code in known if _PART.fullmatch(code))
    return tuple(sorted(parts, key=_by_name))


def _by_name(named: NamedCode) -> str:
    return named.name.casefold()


def country_of_zone(zone: str) -> str:
    """The country in which a zone lies; empty where it is none or has no known holidays."""
    from babel.core import get_global

    code = str(get_global("zone_territories").get(zone, ""))
    return code if any(each.code == code for each in countries()) else ""


def holiday_year(country: str, part: str, year: int, language: str) -> HolidayYear:
    """A year as the library proposes it. Refused when country, part or year are unknown."""
    found = propose(country, year, subdivision=part, language=language)
    return HolidayYear(
        year=year,
        days=tuple((each.on, each.name) for each in found.holidays),
        moved=tuple((each.on, each.like.value) for each in found.moved),
        decreed=found.decreed,
    )


def first_years(country: str, part: str, today: date, language: str) -> tuple[HolidayYear, ...]:
    """This year and the next, those whose moved days are decreed; none where the country is unknown (W13)."""
    years = []
    for year in (today.year, today.year + 1):
        try:
            years.append(holiday_year(country, part, year, language))
        except Refused:
            continue
    return tuple(each for each in years if each.decreed)


def not_filled(owner: Owner, today: date) -> tuple[int, ...]:
    """The years, this one or the coming one, that have no days off yet (W13, 6.3)."""
    return years_not_filled(owner.calendar, today)


def load_year(journal: Journal, year: int, language: str) -> int:
    """Write a year's days off into the owner's facts, decreed or not; Refused where no country is chosen."""
    body = owner_body(journal)
    chosen: dict[str, Any] = body.get("holidays", {})
    if not chosen.get("country"):
        raise Refused("No country is chosen. Choose whose public holidays you keep first.")
    found = holiday_year(chosen["country"], chosen.get("subdivision", ""), year, language)
    listed = [{"on": on.isoformat(), "name": name} for on, name in found.days]
    years = chosen.get("years", {}) | {str(year): listed}
    extra = [*body.get("extra_days", ()), *extra_days_body((found,))]
    return journal.record("owner.changed", 0, {"holidays": chosen | {"years": years}, "extra_days": extra})


def owner_body(journal: Journal) -> dict[str, Any]:
    """The owner's facts in the shapes of owner.changed."""
    from app.storage.shelf import parties

    with journal.look() as connection:
        return parties.party_body(connection, parties.OWNER)
