"""Years whose public holidays are written down, and years that are not (W13, D17)."""

from __future__ import annotations

from datetime import date, timedelta

from app.facts.calendar import Calendar

LOOK_AHEAD_DAYS = 60


def is_filled(calendar: Calendar, year: int) -> bool:
    """W13. Without a chosen country there is no law to wait for, and every year is filled."""
    return not calendar.country or year in calendar.filled


def years_not_filled(calendar: Calendar, today: date, ahead_days: int = LOOK_AHEAD_DAYS) -> tuple[int, ...]:
    """The years, this one and the one that `ahead_days` reach into, that the amber line names (6.3)."""
    years = sorted({today.year, (today + timedelta(days=ahead_days)).year})
    return tuple(year for year in years if not is_filled(calendar, year))


def years_counted(calendar: Calendar, first: date, last: date) -> tuple[int, ...]:
    """Years not filled that a count from `first` to `last` runs through: its date may still move."""
    return tuple(year for year in range(first.year, last.year + 1) if not is_filled(calendar, year))
