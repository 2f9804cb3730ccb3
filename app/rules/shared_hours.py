"""When both sides work at once: what a call, and a quick question, fit into (6.10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.facts.calendar import clock_text
from app.facts.calendar_body import minute_of
from app.facts.terms import Hours
from app.facts.wall_time import start_instant

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
A_MONDAY = date(2026, 1, 5)
"""Any winter week will do where no day is named."""


def overlap(mine: Hours, theirs: Hours, on: date = A_MONDAY) -> tuple[str, str] | None:
    """The first stretch of the week from `on` in which both work, in my wall time; None when there is none."""
    for ahead in range(7):
        day = on + timedelta(days=ahead)
        for start, end in _spans(mine, day):
            for other_start, other_end in _spans_around(theirs, day):
                begin, finish = max(start, other_start), min(end, other_end)
                if begin < finish:
                    return _wall(begin, mine.zone, day), _wall(finish, mine.zone, day)
    return None


def _spans(side: Hours, day: date) -> list[tuple[datetime, datetime]]:
    spans = side.weekly.get(DAYS[day.weekday()], ())
    return [(start_instant(side.zone, day, minute_of(a)), start_instant(side.zone, day, minute_of(b)))
            for a, b in spans]  # fmt: skip


def _spans_around(side: Hours, day: date) -> list[tuple[datetime, datetime]]:
    days = (day + timedelta(days=off) for off in (-1, 0, 1))
    return [span for each in days for span in _spans(side, each)]


def _wall(at: datetime, zone: str, day: date) -> str:
    minutes = (at - start_instant(zone, day)).total_seconds() // 60
    return clock_text(int(minutes))
