"""Which days a period has: a month, a quarter, the contract, everything, or dates that somebody chose."""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.errors import Refused
from app.facts.people import Client
from app.facts.statistics import Period, PeriodSort

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTHS_OF_QUARTER = 3


def period_named(text: str, client: Client, first_day: date, today: date) -> Period:
    """`2026-11`, `2026-Q4`, `contract` or `all` as days; `first_day` is the client's first day in the journal.

    Refused for what is none of these, and for the contract of a client who has none.
    """
    if text == PeriodSort.ALL:
        return Period(PeriodSort.ALL, first_day, today)
    if text == PeriodSort.CONTRACT:
        return _contract(client, today)
    month, quarter = _MONTH.fullmatch(text), _QUARTER.fullmatch(text)
    if month and 1 <= int(month[2]) <= 12:
        return month_of_day(date(int(month[1]), int(month[2]), 1))
    if quarter:
        begin = date(int(quarter[1]), _MONTHS_OF_QUARTER * int(quarter[2]) - 2, 1)
        return Period(PeriodSort.QUARTER, begin, _months_on(begin, _MONTHS_OF_QUARTER) - timedelta(days=1))
    raise Refused("{text} is no period. Write 2026-11, 2026-Q4, contract or all.", text=text)


def month_of_day(day: date) -> Period:
    """The month in which a day lies."""
    begin = day.replace(day=1)
    return Period(PeriodSort.MONTH, begin, _months_on(begin, 1) - timedelta(days=1))


def dates(first: date, last: date) -> Period:
    """Days that somebody chose, both included; refused the wrong way round."""
    if last < first:
        raise Refused("The period ends before it begins. Give the earlier date first.")
    return Period(PeriodSort.DATES, first, last)


def _contract(client: Client, today: date) -> Period:
    begin = client.contract.first_day
    if begin is None:
        raise Refused("The contract of {name} has no first day. Enter it with the client, or choose all.",
                      name=client.name)  # fmt: skip
    return Period(PeriodSort.CONTRACT, begin, client.contract.last_day or max(begin, today))


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=day.year + years, month=month + 1)
