"""Hours of both sides, the zone of dates and on-duty windows as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from babel import Locale

from app.facts.terms import Hours, Terms, Weekly
from app.papers.agreed.sides import DAYS, Sides, day_named
from app.words import Words


def my_hours(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The owner's weekly hours in their zone."""
    return [_works(sides.owner, terms.my_hours, words)]


def client_hours(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The client's weekly hours in their zone, and the public holidays that are written down."""
    hours = terms.client_hours
    return [_works(sides.client, hours, words), *_holidays(sides.client, hours.holidays or {}, words)]


def _works(who: str, hours: Hours, words: Words) -> str:
    return words.text(
        "{who} works {hours}, {place} time.",
        who=who,
        hours=weekly_hours(hours.weekly, words),
        place=words.city(hours.zone),
    )


def _holidays(who: str, holidays: Mapping[str, Any], words: Words) -> list[str]:
    code = holidays.get("country")
    if not code:
        return []
    country = str(Locale.parse(words.language).territories.get(code, code))
    part = holidays.get("subdivision", "")
    place = f"{country} ({part})" if part else country
    years = sorted(holidays.get("years", {}))
    if not years:
        return [words.text("{who} keeps the public holidays of this country: {country}.", who=who, country=place)]
    said = words.text(
        "{who} keeps the public holidays of this country, as written down for {years}: {country}.",
        who=who,
        country=place,
        years=words.list_of(years),
    )
    worked = len(holidays.get("off", ()))
    if not worked:
        return [said]
    return [said, words.plural("{n} of these days is worked.", "{n} of these days are worked.", worked)]


def zone(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """Where dates are judged (W12)."""
    return [words.text("Dates and «today» are judged by the time of {place}.", place=words.city(terms.zone))]


def on_duty(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """On-duty windows, each with its days and hours."""
    if isinstance(terms.on_duty, str):
        return [words.text("No on-duty hours outside of these are agreed.")]
    return [duty(window, sides, words) for window in terms.on_duty]


def duty(window: Mapping[str, Any], sides: Sides, words: Words) -> str:
    """One window in the wall time in which it is written."""
    start, end = (datetime.fromisoformat(window[key]["local"]) for key in ("from", "to"))
    return words.text(
        "{owner} is on duty from {start}, {start_time} to {end}, {end_time}.",
        owner=sides.owner,
        start=start.date(),
        start_time=f"{start:%H:%M}",
        end=end.date(),
        end_time=f"{end:%H:%M}",
    )


def weekly_hours(weekly: Weekly, words: Words) -> str:
    """Weekly hours with runs of equal days drawn together: "Mon–Fri 09:00–18:00"."""
    runs: list[tuple[list[str], tuple[tuple[str, str], ...]]] = []
    for day in DAYS:
        spans = weekly.get(day, ())
        if runs and runs[-1][1] == spans:
            runs[-1][0].append(day)
        else:
            runs.append(([day], spans))
    return ", ".join(f"{_days(days, words)} {', '.join(map('–'.join, spans))}" for days, spans in runs if spans)


def _days(days: list[str], words: Words) -> str:
    ends = days[:1] if len(days) == 1 else [days[0], days[-1]]
    return "–".join(words.weekday(day_named(day), short=True) for day in ends)
