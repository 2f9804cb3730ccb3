"""A history made ready for counting: the view of the flags, terms and calendars of any day, the period's weeks."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cached_property

from app.facts.calendar import Calendar
from app.facts.history import History
from app.facts.statistics import Period
from app.facts.terms import Terms
from app.facts.wall_time import end_instant, week_days, week_of
from app.rules.both_calendars import my_calendar
from app.rules.edits import Rest
from app.rules.view import ClientView
from app.rules.work_stops import stops_of

_DAY = timedelta(days=1)


class Reading:
    """One client's history and the period that is asked for. Days are those of the zone of dates (W12)."""

    def __init__(self, history: History, period: Period) -> None:
        self.history = history
        self.period = period
        self.view = ClientView(history.snapshot, history.now)
        self._calendars: dict[int, Calendar] = {}

    def holds(self, at: datetime) -> bool:
        """Whether an instant lies in the period."""
        return self.period.holds(self.view.day_of(at))

    def terms_on(self, day: date) -> Terms:
        """The terms in force at the end of a day, or now if that is earlier (D8)."""
        return self.view.agreement_at(self._until(day)).terms

    def dates_on(self, day: date) -> Calendar:
        """My hours by the terms of a day, read in the zone of dates."""
        agreement = self.view.agreement_at(self._until(day))
        found = self._calendars.get(agreement.entry)
        if found is None:
            mine = my_calendar(self.history.snapshot.owner, agreement.terms)
            found = self._calendars[agreement.entry] = mine.in_zone(self.view.terms.zone)
        return found

    def _until(self, day: date) -> datetime:
        return min(self.view.now, end_instant(self.view.terms.zone, day))

    @cached_property
    def stops(self) -> tuple[Rest, ...]:
        """When work was stopped."""
        return stops_of(self.history.turns)

    @cached_property
    def last_day(self) -> date:
        """The last day of the period that has begun."""
        return min(self.period.last, self.view.today)

    @cached_property
    def weeks(self) -> tuple[tuple[str, tuple[date, ...]], ...]:
        """The ISO weeks of the period with their days: those whose Thursday lies in it, so that a week has one month.

        A period that holds no Thursday has the weeks that it touches.
        """
        touched = []
        monday = self.period.first - timedelta(days=self.period.first.weekday())
        while monday <= self.last_day:
            touched.append(monday)
            monday += 7 * _DAY
        whole = [each for each in touched if self.period.holds(each + 3 * _DAY)]
        return tuple((week_of(each), tuple(week_days(each))) for each in whole or touched)


def month_of(day: date) -> str:
    """The month of a day: "2026-11"."""
    return f"{day:%Y-%m}"


def months_between(first: date, last: date) -> tuple[str, ...]:
    """Every month that has a day from `first` to `last`."""
    found = []
    day = first.replace(day=1)
    while day <= last:
        found.append(month_of(day))
        day = (day + 31 * _DAY).replace(day=1)
    return tuple(found)
