"""The figures of one client and period (1.8): which periods there are, and the statistics of one."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from app.exchange.csv_rows import csv_text
from app.facts.people import Client
from app.facts.statistics import Period, PeriodSort, Statistics
from app.facts.wall_time import local_date
from app.journal.history import history
from app.journal.rooms import Room
from app.journal.zones import zone_of_dates
from app.papers.statistics_table import csv_rows
from app.rules.statistics import statistics
from app.rules.statistics.periods import dates, month_of_day, period_named
from app.storage.shelf.statistics import first_said
from app.words import Words

_WEEK = timedelta(days=6)


class _Days(Struct, frozen=True):
    """What a period is counted from: the client's first day in the journal, and today, in the zone of dates (W12)."""

    client: Client
    first: date
    today: date

    def named(self, text: str) -> Period:
        return period_named(text, self.client, self.first, self.today)


class StatisticsRoom(Room):
    """Statistics of single clients; other clients never appear in them."""

    def of(self, client: int, period: Period | str = "all") -> Statistics:
        """Every figure of 1.8. `period` is one of `periods`, or a name: 2026-11, 2026-Q4, contract, all."""
        asked = period if isinstance(period, Period) else self.named(client, period)
        with self.journal.look() as connection:
            found = history(connection, client, self.journal.clock())
        return statistics(found, asked)

    def as_csv(self, statistics: Statistics, words: Words) -> str:
        """The table of all figures for a spreadsheet: bare numbers, headings in the language of `words` (6.11)."""
        return csv_text(csv_rows(statistics, words))

    def named(self, client: int, period: str) -> Period:
        """The days of 2026-11, 2026-Q4, contract or all. Refused for any other word."""
        return self._days(client).named(period)

    def period(self, client: int, first: date | None, last: date | None) -> Period:
        """Days from `first` to `last`, both included; open ends are today and the first day of all."""
        days = self._days(client)
        if first is None and last is None:
            return days.named(PeriodSort.ALL)
        return dates(first or min(days.first, last or days.today), last or max(days.today, first or days.today))

    def periods(self, client: int) -> tuple[Period, ...]:
        """What the switch of the window offers: the contract if there is one, else everything; this month, 7 days."""
        days = self._days(client)
        whole = days.named(PeriodSort.CONTRACT if days.client.contract.first_day else PeriodSort.ALL)
        return (whole, month_of_day(days.today), dates(days.today - _WEEK, days.today))

    def _days(self, number: int) -> _Days:
        """The client's first day is that on which it was entered, or of an imported message if that is older."""
        now = self.journal.clock()
        client = self.journal.clients.get(number)
        with self.journal.look() as connection:
            zone, said = zone_of_dates(connection, number, now), first_said(connection, number)
        today = local_date(zone, now)
        first = min(client.added, said or client.added)
        return _Days(client, min(local_date(zone, first), today), today)
