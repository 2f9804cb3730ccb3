"""Public holidays as a form shows them: countries and their parts, a year's list, and the shapes of owner.changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct


class NamedCode(Struct, frozen=True):
    """A country or a part of one: its code in entries, its name in a language."""

    code: str
    name: str


class HolidayYear(Struct, frozen=True, kw_only=True):
    """The public holidays of a year. `decreed` is false while the year's moved days are not known (W13)."""

    year: int
    days: tuple[tuple[date, str], ...] = ()
    moved: tuple[tuple[date, str], ...] = ()
    """Working days of a weekend, each with the weekday (mon…sun) whose hours it takes."""
    decreed: bool = True


def holidays_body(country: str, part: str, years: Sequence[HolidayYear], worked: Sequence[date] = ()) -> dict[str, Any]:
    """`holidays` of owner.changed: the dates and names of each year, and the days that are worked all the same."""
    if not country:
        return {}
    written = {str(each.year): [{"on": on.isoformat(), "name": name} for on, name in each.days] for each in years}
    body: dict[str, Any] = {"country": country, "years": {year: days for year, days in written.items() if days}}
    if part:
        body["subdivision"] = part
    if worked:
        body["off"] = [on.isoformat() for on in sorted(worked)]
    return body


def extra_days_body(years: Sequence[HolidayYear]) -> tuple[dict[str, str], ...]:
    """`extra_days` of owner.changed: working days of a weekend."""
    return tuple({"on": on.isoformat(), "as": like} for each in years for on, like in each.moved)


def years_of_body(body: dict[str, Any]) -> tuple[HolidayYear, ...]:
    """The years that a body has written down, without their moved days."""
    years: dict[str, Any] = body.get("years", {})
    return tuple(
        HolidayYear(year=int(year), days=tuple((date.fromisoformat(day["on"]), day["name"]) for day in days))
        for year, days in sorted(years.items())
    )


def worked_days(body: dict[str, Any]) -> frozenset[date]:
    """The holidays of a body on which the owner works."""
    return frozenset(date.fromisoformat(text) for text in body.get("off", ()))
