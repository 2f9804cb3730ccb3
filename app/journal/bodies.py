"""Bodies in the making: values out of Python, keys without a value left out (1.3a)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any

import msgspec

from app.errors import Refused
from app.facts.wall_time import local_time, zone_named
from app.format import typed
from app.ledger.canonical import MOST_DEPTH

_EMPTY: tuple[Any, ...] = (None, False, "", [], {}, ())


def present(body: Mapping[str, Any], depth: int = 1) -> dict[str, Any]:
    """The body without its empty keys (B1), typed line ends as LF (B9), dates and instants as text."""
    plain = ((key, _plain(value, depth + 1)) for key, value in body.items())
    return {key: value for key, value in plain if not _empty(value)}


def _empty(value: object) -> bool:
    return value is not True and not (isinstance(value, int) and value is not False) and value in _EMPTY


def _plain(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return typed(value.value if isinstance(value, Enum) else value)
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, msgspec.Struct):
        value = msgspec.to_builtins(value)
    if isinstance(value, Mapping | list | tuple) and depth > MOST_DEPTH:
        raise Refused("The entry is nested more than {most} levels deep. Record its parts apart.", most=MOST_DEPTH)
    if isinstance(value, Mapping):
        return present(value, depth)
    if isinstance(value, list | tuple):
        return [_plain(each, depth + 1) for each in value]
    return value


def utc_text(at: datetime) -> str:
    """An instant as `closing` and `until` hold it: whole seconds, Z."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def happened(at: datetime, zone: str, *, precision: str = "minute", basis: str = "typed") -> dict[str, str]:
    """`happened` of B2 for an instant: local time of the zone with the offset then in force."""
    return {
        "at": local_time(zone, at).replace(microsecond=0).isoformat(timespec="seconds"),
        "zone": zone,
        "precision": precision,
        "basis": basis,
    }


def instant_of(text: str, zone: str) -> datetime:
    """An ISO 8601 instant as a person types it; without an offset it is wall time in `zone`."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise Refused("{text} is no date and time. Write it as 2026-11-20T17:40.", text=text) from None
    if at.tzinfo is None:
        at = at.replace(tzinfo=zone_named(zone))
    try:
        return at.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise Refused("{text} is no date and time. Write it as 2026-11-20T17:40.", text=text) from None


class WholeDay(datetime):
    """Noon of a day on which no hour is known: recorded with precision day, shown without a clock (B2)."""


def moment_of(text: str, zone: str) -> datetime:
    """When something happened, as a person types it: an instant, or a date alone, whose hour nobody knows."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return instant_of(text, zone)
    noon = datetime.combine(day, time(12), zone_named(zone)).astimezone(UTC)
    return WholeDay.fromtimestamp(noon.timestamp(), UTC)
