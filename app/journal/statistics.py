"""The figures of one client and period (1.8): which periods there are, and the statistics of one."""

from __future__ import annotations

from datetime import date, datetime

from app.exchange.csv_rows import csv_text
from app.facts.history import History
from app.facts.statistics import Period, PeriodSort, Statistics
from app.facts.wall_time import local_date
from app.journal.history import history, zone_of
from app.journal.rooms import Room
from app.papers.statistics_table import csv_rows
from app.rules.statistics import statistics
from app.rules.statistics.periods import dates, month_of_day, period_named
from app.words import Words


class StatisticsRoom(Room):
    """Statistics of single clients; other clients never appear in them."""

    def of(self, client: int, period: Period | str = "all") -> Statistics:
        """Every figure of 1.8. `period` as `period` gives it, or its name: 2026-11, 2026-Q4, contract, all."""
        found = self._history(client)
        asked = period if isinstance(period, Period) else _named(found, period)
        return statistics(found, asked)

    def as_csv(self, statistics: Statistics, words: Words) -> str:
        """The table of all figures for a spreadsheet: bare numbers, headings in the language of `words` (6.11)."""
        return csv_text(csv_rows(statistics, words))

    def named(self, client: int, period: str) -> Period:
        """The days of 2026-11, 2026-Q4, contract or all. Refused for any other word."""
        return _named(self._history(client), period)

    def period(self, client: int, first: date | None, last: date | None) -> Period:
        """Days from `first` to `last`, both included; open ends are today and the first day of all."""
        found = self._history(client)
        today = _today(found)
        if first is None and last is None:
            return _named(found, PeriodSort.ALL)
        return dates(first or min(_first_day(found), last or today), last or max(today, first or today))

    def periods(self, client: int) -> tuple[Period, ...]:
        """What the switch of the window offers: the contract if there is one, else everything; this month, 7 days."""
        found = self._history(client)
        today = _today(found)
        has_contract = found.snapshot.client.contract.first_day is not None
        whole = _named(found, PeriodSort.CONTRACT if has_contract else PeriodSort.ALL)
        return (whole, month_of_day(today), dates(date.fromordinal(today.toordinal() - 6), today))

    def _history(self, client: int) -> History:
        with self.journal.look() as connection:
            return history(connection, client, self.journal.clock())


def _named(found: History, text: str) -> Period:
    return period_named(text, found.snapshot.client, _first_day(found), _today(found))


def _today(found: History) -> date:
    return local_date(zone_of(found.snapshot, found.now), found.now)


def _first_day(found: History) -> date:
    """The day on which the client was entered, or an imported message if that is older."""
    seen = found.snapshot
    begins: list[datetime] = [seen.client.added, *(line.at for line in seen.talk[:1])]
    return min(local_date(zone_of(seen, found.now), min(begins)), _today(found))
