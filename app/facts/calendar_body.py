"""Calendars out of the shapes of the record format (owner.changed, agreement.made; D17), and hours back into them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app.errors import Refused
from app.facts.calendar import Calendar, DaysOff, ExtraDay, OffReason, Span, Week, Weekday, clock_text
from app.facts.wall_time import wall_instant

Hours = Mapping[str, Sequence[Sequence[str]]]
Window = tuple[datetime, datetime]

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def calendar_of(
    *,
    zone: str,
    hours: Hours,
    days_off: Sequence[Mapping[str, str]] = (),
    extra_days: Sequence[Mapping[str, str]] = (),
    holidays: Mapping[str, Any] | None = None,
) -> Calendar:
    """The calendar that the body of an entry describes; Refused, with what to do, when it makes no sense."""
    public = holidays or {}
    own = tuple(_days_off(each) for each in days_off)
    return Calendar(
        zone=zone,
        week=week_of_hours(hours),
        days_off=own + public_holidays(public),
        extra_days=tuple(_extra_day(each) for each in extra_days),
        country=public.get("country", ""),
        filled=years_of(public),
    )


def week_of_hours(hours: Hours) -> Week:
    """`{"mon": [["09:00", "18:00"]]}` as a week; a day that is absent is a day off."""
    for key in hours:
        _weekday(key)
    return tuple(tuple(_span(each) for each in hours.get(day.value, ())) for day in Weekday)


def hours_of_week(week: Week) -> dict[str, list[list[str]]]:
    """The shape of `hours` in a body; days off are absent (B1)."""
    named = zip(Weekday, week, strict=True)
    return {day.value: [[clock_text(start), clock_text(end)] for start, end in spans] for day, spans in named if spans}


def duty_of(windows: Sequence[Mapping[str, Mapping[str, str]]]) -> tuple[Window, ...]:
    """On-duty windows of an agreement (1.4) as instants; the second of two equal wall times ends nothing early."""
    return tuple((_wall(each, "from"), _wall(each, "to")) for each in windows)


def minute_of(text: object) -> int:
    """18:00 → 1080; 24:00 → 1440. Refused for anything that is no time of day."""
    if not isinstance(text, str) or not _CLOCK.fullmatch(text):
        raise Refused("{given} is no time of day. Write it as 09:00; a day ends at 24:00.", given=text)
    return int(text[:2]) * 60 + int(text[3:])


def date_of(text: object) -> date:
    """`2026-08-03` as a date. Refused for anything else."""
    try:
        if isinstance(text, str) and _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Refused("{given} is no date. Write it as 2026-08-03.", given=text)


def years_of(holidays: Mapping[str, Any]) -> frozenset[int]:
    """The years that a body's `holidays` have written down (W13)."""
    return frozenset(_year(text) for text in holidays.get("years", {}))


def public_holidays(holidays: Mapping[str, Any]) -> tuple[DaysOff, ...]:
    """The public holidays of a body's `holidays`, those that are worked left out."""
    worked = {date_of(text) for text in holidays.get("off", ())}
    found = []
    for year, days in holidays.get("years", {}).items():
        for each in days:
            on = date_of(each.get("on", ""))
            if on.year != _year(year):
                raise Refused("The holiday {on} is listed under {year}. Put it into its own year.", on=on, year=year)
            if on not in worked:
                found.append(DaysOff(first=on, last=on, why=each.get("name", ""), reason=OffReason.HOLIDAY))
    return tuple(found)


def _wall(window: Mapping[str, Mapping[str, str]], side: str) -> datetime:
    try:
        return wall_instant(window[side]["zone"], window[side]["local"])
    except KeyError:
        raise Refused("An on-duty window needs its beginning and its end, each with a local time and a zone.") from None


def _span(pair: Sequence[str]) -> Span:
    if isinstance(pair, str) or len(pair) != 2:
        raise Refused("Working hours are pairs of a beginning and an end, such as 09:00 and 18:00.")
    return minute_of(pair[0]), minute_of(pair[1])


def _weekday(text: str) -> Weekday:
    try:
        return Weekday(text)
    except ValueError:
        raise Refused("{given} is no day of the week. Use mon, tue, wed, thu, fri, sat, sun.", given=text) from None


def _days_off(each: Mapping[str, str]) -> DaysOff:
    first = date_of(each.get("from", ""))
    last = date_of(each["to"]) if "to" in each else first
    return DaysOff(first=first, last=last, why=each.get("why", ""))


def _extra_day(each: Mapping[str, str]) -> ExtraDay:
    return ExtraDay(on=date_of(each.get("on", "")), like=_weekday(each.get("as", "")), why=each.get("why", ""))


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise Refused("{given} is no year. Write it with four digits.", given=text)
    return int(text)
