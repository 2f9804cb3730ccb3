"""Which calendar a rule counts on: mine or the client's, with the hours of the agreement (1.4, D17)."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from app.facts.calendar import Calendar, DaysOff, OffReason, Week
from app.facts.calendar_body import duty_of, public_holidays, week_of_hours, years_of
from app.facts.people import Client, Owner
from app.facts.terms import Hours, Terms


def my_calendar(owner: Owner, terms: Terms) -> Calendar:
    """The agreed hours in the agreed zone over the owner's live days off, holidays and moved days (D17)."""
    return owner.calendar.with_week(_week(terms.my_hours)).in_zone(terms.my_hours.zone)


def my_duty_calendar(owner: Owner, terms: Terms) -> Calendar:
    """The same with the on-duty windows of the agreement: for F2, F3, F6 and F7 only (1.4)."""
    mine = my_calendar(owner, terms)
    return mine if terms.on_duty == "none" else mine.with_duty(duty_of(terms.on_duty))


def their_calendar(client: Client, terms: Terms) -> Calendar:
    """The client's agreed hours; holidays as the agreement holds them, and the client's own for its other years."""
    hours = terms.client_hours
    agreed = msgspec.json.encode(hours.holidays or {})
    return _their_calendar(hours.zone, _week(hours), agreed, client.holidays, client.holiday_years)


def _week(hours: Hours) -> Week:
    return _week_of_items(tuple(hours.weekly.items()))


@lru_cache(maxsize=256)
def _week_of_items(items: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Week:
    return week_of_hours(dict(items))


@lru_cache(maxsize=1024)
def _their_calendar(
    zone: str, week: Week, agreed_json: bytes, own: tuple[tuple[date, str], ...], own_years: tuple[int, ...]
) -> Calendar:
    """Hashable arguments only, so that a calendar is made once and not at every question."""
    agreed = msgspec.json.decode(agreed_json)
    years = years_of(agreed)
    later = (DaysOff(first=on, last=on, why=name, reason=OffReason.HOLIDAY) for on, name in own if on.year not in years)
    return Calendar(
        zone=zone,
        week=week,
        days_off=public_holidays(agreed) + tuple(later),
        country=agreed.get("country", ""),
        filled=years.union(own_years),
    )
