"""How many days a side was late, as a penalty counts them: working or calendar days, less what the client caused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from app.facts.calendar import Calendar
from app.facts.calendar_body import calendar_of
from app.facts.statistics import Period
from app.rules.lost_days import Claim, Side, claimed_days, lost_days
from app.rules.side_claims import Claims
from app.rules.view import ClientView

_ALL_DAY = [["00:00", "24:00"]]
_EVERY_DAY = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), _ALL_DAY)


class LateDays(Struct, frozen=True, kw_only=True):
    """`days` of delay, each once; `deducted` of them the client caused. `items`: (item, due day, days booked to it)."""

    days: int = 0
    deducted: int = 0
    items: tuple[tuple[int, date, int], ...] = ()


def late_days(
    view: ClientView, period: Period, claims: Claims, *, side: str, working: bool, deduct: bool, version: int
) -> LateDays:
    """The days of one side in a period, for items that began under one version of the agreement.

    The borders are those of W10, only the calendar differs. With `deduct`, my day is taken off when the client was
    overdue with anything on it or my clock rested (D11); without it, rested days stay in, as the term says.
    """
    calendar = view.dates if working else _calendar_days(view.terms.zone)
    mine = side == Side.ME
    own = [each for each in claims.of(Side(side)) if _version_of(view, each.item) == version]
    gross = lost_days(calendar, [replace(each, rested=()) for each in own]).within(period.first, period.last)
    caused = _caused_by_client(calendar, own, claims.of(Side.CLIENT)) if mine and deduct else frozenset()
    dues = {each.item: each.after for each in reversed(own)}
    items = dict.fromkeys(day.item for day in gross.days)
    return LateDays(
        days=gross.total,
        deducted=sum(day.on in caused for day in gross.days),
        items=tuple((item, dues[item], gross.of(item)) for item in items),
    )


def _caused_by_client(calendar: Calendar, own: Sequence[Claim], theirs: Sequence[Claim]) -> frozenset[date]:
    """Days on which the client was overdue, and days on which all that was late of mine rested."""
    overdue = {day for each in theirs for day in claimed_days(calendar, each)}
    working = {day for each in own for day in claimed_days(calendar, each)}
    rested = {day for each in own for day in claimed_days(calendar, replace(each, rested=()))} - working
    return frozenset(overdue | rested)


def _version_of(view: ClientView, number: int) -> int:
    """The agreement under which an item began."""
    item = view.items[number]
    if item.terms is not None and any(each.entry == item.terms for each in view.snapshot.agreements):
        return item.terms
    return view.agreement_at(item.begun).entry


@lru_cache(maxsize=64)
def _calendar_days(zone: str) -> Calendar:
    """A calendar on which every day counts."""
    return calendar_of(zone=zone, hours=_EVERY_DAY)
