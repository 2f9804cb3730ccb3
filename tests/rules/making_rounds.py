"""Rounds of an edit with the dates told for it, in May 2026 in Moscow."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.rules.promise_results import Round, ToldDate


def noon(day: int) -> datetime:
    """12:00 in Moscow on a day of May 2026; the 15th is a Friday."""
    return datetime(2026, 5, day, 9, 0, tzinfo=UTC)


def told(at: int, on: int) -> ToldDate:
    """The day of May `on`, told at noon of the day `at`; it closes at 18:00."""
    return ToldDate(at=noon(at), on=date(2026, 5, on), closing=datetime(2026, 5, on, 15, 0, tzinfo=UTC))


def edit_round(*dates: ToldDate, delivered: int | None = None, rests: tuple[tuple[int, int | None], ...] = ()) -> Round:
    """An edit of the 1st; `rests` are pairs of days, the second None while the rest goes on."""
    return Round(
        item=7,
        begun=noon(1),
        told=dates,
        delivered=noon(delivered) if delivered else None,
        rests=tuple((noon(a), noon(b) if b else None) for a, b in rests),
    )
