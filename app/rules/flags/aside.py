"""Flags put aside: when a snoozed one comes back, and which may be dismissed for good (3.2, Keys)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from msgspec.structs import replace

from app.facts.flags import Flag
from app.facts.snapshot import Snooze
from app.rules.view import ClientView
from app.rules.working_time import next_working_day, opening

NEVER_DISMISSED = frozenset(("F3", "F4", "F5", "F11", "F14"))


def put_aside(view: ClientView, flag: Flag, snoozes: Mapping[str, Snooze]) -> Flag:
    """The flag, marked when it is snoozed at the view's now, or dismissed."""
    found = snoozes.get(flag.key)
    if found is None:
        return flag
    if found.until is None:
        return flag if flag.rule in NEVER_DISMISSED else replace(flag, dismissed=True)
    back = returns(view, flag.due, found.made, found.until)
    return replace(flag, snoozed_until=back) if view.now < back else flag


def returns(view: ClientView, due: datetime, made: datetime, until: datetime) -> datetime:
    """When a flag snoozed at `made` comes back: at `until`, but late at the next opening on a later working day."""
    late = max(due, made)
    day = next_working_day(view.dates, view.day_of(late))
    return min(until, opening(view.dates, day) or until)


def newest(snoozes: tuple[Snooze, ...]) -> dict[str, Snooze]:
    """The last word on each key."""
    return {each.key: each for each in sorted(snoozes, key=_entry)}


def _entry(snooze: Snooze) -> int:
    return snooze.entry
