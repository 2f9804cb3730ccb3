"""A client's clock for the screen: in hours until, out of hours from, a day off, or no zone known (6.12)."""

from __future__ import annotations

from app.facts.calendar import OffReason
from app.facts.today import Hours, TheirClock
from app.facts.wall_time import local_date
from app.rules.day_table import table_of
from app.rules.view import ClientView
from app.rules.working_time import NoWorkingDay, closing, in_hours, next_opening


def their_clock(view: ClientView) -> TheirClock:
    """How the client's agreed hours stand at the view's now."""
    if not view.client.zone and not view.agreement.entry:
        return TheirClock(zone="", hours=Hours.UNKNOWN)
    calendar = view.their_calendar(view.terms)
    day = local_date(calendar.zone, view.now)
    if in_hours(calendar, view.now):
        return TheirClock(zone=calendar.zone, hours=Hours.IN, until=closing(calendar, day))
    try:
        opens = next_opening(calendar, view.now)
    except NoWorkingDay:
        return TheirClock(zone=calendar.zone, hours=Hours.OUT)
    off = table_of(calendar).off(day)
    if off is None:
        return TheirClock(zone=calendar.zone, hours=Hours.OUT, opens=opens)
    why = off[1] if off[0] is not OffReason.WEEK else ""
    return TheirClock(zone=calendar.zone, hours=Hours.DAY_OFF, opens=opens, why=why)
