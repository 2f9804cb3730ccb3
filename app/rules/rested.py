"""Which day a date becomes once my clock runs again: the working days that were left, counted anew (D11, W8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from app.facts.calendar import Calendar
from app.facts.wall_time import local_date
from app.rules.edits import Rest
from app.rules.promises import Promised, after_rest


def after_rests(
    calendar: Calendar, on: date, closing: datetime, told: datetime, rests: Iterable[Rest], now: datetime
) -> Promised | None:
    """The new day of a date `on` told at `told`, after every rest since; a rest that still lasts ends at `now` (D11).

    None while my clock never rested on it. `calendar` is mine in the zone of dates. Rests that overlap are one; one
    that began after the date had passed moves nothing: it was late already.
    """
    found: Promised | None = None
    due, closes = on, closing
    for begin, end in merged(rests):
        if (end is not None and end <= told) or begin >= closes:
            continue
        stopped = local_date(calendar.zone, max(begin, told))
        found = after_rest(calendar, due, stopped, end or now)
        due, closes = found.on, found.closing
    return found


def merged(rests: Iterable[Rest]) -> tuple[Rest, ...]:
    """Rests in order, those that overlap or touch put into one; None as an end lasts."""
    found: list[Rest] = []
    for begin, end in sorted(rests, key=_begin):
        if found and (found[-1][1] is None or begin <= found[-1][1]):
            last = found[-1][1]
            found[-1] = (found[-1][0], None if last is None or end is None else max(last, end))
        else:
            found.append((begin, end))
    return tuple(found)


def _begin(rest: Rest) -> datetime:
    return rest[0]
