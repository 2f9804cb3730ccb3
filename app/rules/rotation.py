"""Which backups are kept: all of 2 days, then 12 days, 10 weeks and 9 months, never fewer than three (8.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from app.facts.backups import Backup

ALL_OF_DAYS = 2
DAILY, WEEKLY, MONTHLY = 12, 10, 9
FEWEST = 3


def superfluous(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """The backups that may go, oldest first.

    Days are counted among the backups themselves, newest entry number first, and never against today: a clock that
    stands wrong for a day (fault 19) takes no more than that day's places.
    """
    ranked = sorted(backups, key=_order, reverse=True)
    kept = {*ranked[:FEWEST], *_of_last_days(ranked)}
    for period, number in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept |= _last_of_each(ranked, period, number + (ALL_OF_DAYS if period is _day else 0))
    return tuple(each for each in reversed(ranked) if each not in kept)


def _of_last_days(ranked: Sequence[Backup]) -> set[Backup]:
    days = list(dict.fromkeys(_day(each) for each in ranked))[:ALL_OF_DAYS]
    return {each for each in ranked if _day(each) in days}


def _last_of_each(ranked: Sequence[Backup], period: Callable[[Backup], object], number: int) -> set[Backup]:
    """The newest backup of each of the last so many days, weeks or months that have one."""
    newest: dict[object, Backup] = {}
    for each in ranked:
        newest.setdefault(period(each), each)
    return set(list(newest.values())[:number])


def _order(backup: Backup) -> tuple[int, int, datetime]:
    return backup.order


def _day(backup: Backup) -> object:
    return backup.made.date()


def _week(backup: Backup) -> object:
    return backup.made.isocalendar()[:2]


def _month(backup: Backup) -> object:
    return (backup.made.year, backup.made.month)
