"""What no clock and no calendar shows is refused: days and instants that do not exist, and what has not come yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from app.errors import Refused
from app.facts.wall_time import local_date, wall_instant, zone_named

AHEAD = timedelta(minutes=2)
FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Typed days lie in between; a slip of the finger does not make a promise for the year 20226."""

_DATES = frozenset(("on", "due", "from", "to", "effective_from", "by", "received_on", "since", "until", "off"))
_INSTANTS = frozenset(("closing", "since", "until", "pause_until", "known_at"))
_OPEN_OBJECTS = frozenset(("fields", "happened"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:]{8}Z", re.ASCII)
_WEEK = re.compile(r"\d{4}-W\d{2}", re.ASCII)


def check_happened(body: Mapping[str, Any], now: datetime) -> None:
    """`happened` is a time that the clock of its zone has shown, and not one to come (B2)."""
    stated = body.get("happened")
    if stated is None:
        return
    text, zone = stated["at"], zone_named(stated["zone"])
    at = _moment(text)
    _check_year(text, at.year)
    if at.astimezone(zone).isoformat(timespec="seconds") != text:
        raise Refused(
            "The clock in {zone} did not show {text}. Correct the time, its offset or the zone.",
            zone=stated["zone"],
            text=text,
        )
    if stated["precision"] == "day":
        if text[11:19] != "12:00:00":
            raise Refused("A day without an hour is written as 12:00:00 of that day. Correct {text}.", text=text)
        ahead = at.date() > local_date(stated["zone"], now + AHEAD)
    else:
        ahead = at > now + AHEAD
    if ahead:
        raise Refused("{at} has not come yet. An entry says what has happened; correct the time.", at=text)


def check_dates(body: Mapping[str, Any]) -> None:
    """Every day and instant in the body exists, every zone is known, every wall time can be read."""
    for key, value in _scalars(body):
        if key == "zone":
            zone_named(value)
        elif key == "local":
            _check_year(value, wall_instant("UTC", value).year)
        elif key == "period":
            _check_period(value)
        elif key in _DATES and _DAY.fullmatch(value):
            _check_year(value, _day(value).year)
        elif key in _INSTANTS and _INSTANT.fullmatch(value):
            _check_year(value, _moment(value).year)


def _check_period(text: str) -> None:
    """A day, a month or an ISO week that there is."""
    if _DAY.fullmatch(text):
        _day(text)
    elif _WEEK.fullmatch(text):
        try:
            date.fromisoformat(f"{text}-1")
        except ValueError:
            raise Refused("{week} is no week. Write it as 2026-W47.", week=text) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("{text} is no date in the calendar. Correct it.", text=text) from None


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Refused("{text} is no date and time. Write it as 2026-11-20T17:40.", text=text) from None


def _check_year(text: str, year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("{text} lies outside the years 1970 to 2199. Correct the year.", text=text)


def _scalars(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping):
        for inner, each in value.items():
            if inner not in _OPEN_OBJECTS:
                yield from _scalars(each, inner)
    elif isinstance(value, list):
        for each in value:
            yield from _scalars(each, key)
