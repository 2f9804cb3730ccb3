"""The words that all five figures share: shares, months, days, what Enter opens (6.11)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from app.facts.charts import Label
from app.words import Words

FEWEST = 3
"""With fewer points there is no chart, only the figure (6.11)."""

NOTHING = "–"
MONTHLY = 45
"""From so many days on, months stand below a chart, else days."""
_DAYS_SHOWN = 8


def entry_key(number: int) -> str:
    """What opens an entry."""
    return f"entry:{number}"


def day_key(day: date) -> str:
    """What opens a day of the timeline."""
    return f"day:{day.isoformat()}"


def percent(words: Words, value: Decimal) -> str:
    """A share as the table says it: 100.0 is said as 100."""
    return words.percent(value.quantize(Decimal(1)) if value == value.to_integral_value() else value)


def short_month(words: Words, month: str) -> str:
    """ "2026-11" as "Nov", with its year when it is not this one."""
    day = first_of(month)
    short = words.month(day)[:3]
    return short if words.this_year in (None, day.year) else f"{short} {day.year}"


def long_month(words: Words, month: str) -> str:
    """ "2026-11" as "November 2026"."""
    return words.capital(words.month(first_of(month)))


def first_of(month: str) -> date:
    """The first day of "2026-11"."""
    return date.fromisoformat(f"{month}-01")


def across(day: date, first: date, last: date, part: float = 0.5) -> float:
    """Where a day stands between two days, from 0 to 1; `part` is the time of the day."""
    return min(1.0, max(0.0, ((day - first).days + part) / ((last - first).days + 1)))


def time_labels(words: Words, first: date, last: date) -> tuple[Label, ...]:
    """Months in their middles over a long time, else days with their weekday."""
    days = (last - first).days + 1
    if days < MONTHLY:
        apart = max(1, -(-days // _DAYS_SHOWN))
        shown = [first + timedelta(days=at) for at in range(0, days, apart)]
        return tuple(Label(across(day, first, last), words.date(day, short=True)) for day in shown)
    found, day = [], first
    while day <= last:
        after = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        end = min(last, after - timedelta(days=1))
        middle = (across(day, first, last, 0.0) + across(end, first, last, 1.0)) / 2
        found.append(Label(middle, short_month(words, f"{day:%Y-%m}")))
        day = after
    return tuple(found)
