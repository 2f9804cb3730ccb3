"""What periods are called: weeks, months and days, as report.sent writes them."""

from __future__ import annotations

from datetime import date

from app.words import Words


def period_name(words: Words, period: str) -> str:
    """ "week 47" of 2026-W47, "November 2026" of 2026-11, a date of a day; as written if it is none of them."""
    try:
        if "-W" in period:
            return words.week(period)
        if len(period) == len("2026-11"):
            return words.month(date.fromisoformat(f"{period}-01"))
        return words.date(date.fromisoformat(period))
    except ValueError:
        return period
