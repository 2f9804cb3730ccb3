"""When the program speaks unasked: once first thing in the owner's day, then only when something becomes late (C7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from msgspec.structs import replace

from app.facts.calendar import Calendar
from app.facts.flags import Flag, Severity
from app.facts.notices import Digest, Told
from app.facts.wall_time import local_date
from app.rules.working_time import NoWorkingDay, in_hours


def digest(flags: Iterable[Flag], hours: Calendar, told: Told, now: datetime) -> tuple[Digest | None, Told]:
    """What is to be said at `now` (None: nothing), and what has been told from then on.

    `flags` are the listed reasons, the most severe first; `hours` is the owner's calendar. Outside of the hours and
    while notices are paused nothing is said and nothing counts as told, so that one digest follows, not fifty (C7).
    """
    today = local_date(hours.zone, now)
    if is_silent(told, today) or not _works(hours, now):
        return None, told
    listed = tuple(flags)
    late = tuple(flag.key for flag in listed if flag.severity is Severity.LATE)
    if told.day != today:
        said = Digest(is_first=True, flags=listed) if listed else None
        return said, Told(day=today, late=late)
    fresh = tuple(flag for flag in listed if flag.key in set(late) - set(told.late))
    if not fresh:
        return None, told
    return Digest(is_first=False, flags=fresh), replace(told, late=(*told.late, *(flag.key for flag in fresh)))


def is_silent(told: Told, today: date) -> bool:
    """Whether the owner paused notices on this day."""
    return told.silent_until is not None and today < told.silent_until


def _works(hours: Calendar, now: datetime) -> bool:
    try:
        return in_hours(hours, now)
    except NoWorkingDay:
        return False
