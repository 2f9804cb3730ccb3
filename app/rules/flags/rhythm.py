"""F19 reports, F21 silence, F22 the golden rule: what is owed by the calendar alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from app.facts.flags import Severity, Value
from app.facts.terms import ReportTerms
from app.facts.wall_time import start_instant
from app.rules.calls import call_ahead
from app.rules.flags.raising import Finding
from app.rules.heard import heard_of
from app.rules.periods import Period, periods_around
from app.rules.view import ClientView
from app.rules.week import quota_of_week, worked_in_week
from app.rules.working_time import is_working_day, nth_working_day, silent_days

FEWEST_DAYS = 3
"""A weekly report is not owed when the client was active on fewer of my working days of that week."""

_CODES = {"working_day": "f19_daily", "month": "f19_monthly", "week": "f19"}


def reports(view: ClientView) -> Iterator[Finding]:
    """F19: the report that falls due, and the newest one missed; after a planning session its results."""
    agreed = view.terms.reports
    if not isinstance(agreed, str):
        for number, report in enumerate(agreed, start=1):
            yield from _report(view, number, report)
    yield from _planning(view)


def _report(view: ClientView, number: int, report: ReportTerms) -> Iterator[Finding]:
    reports = view.snapshot.reports
    sent = {each.period for each in reports if each.sort == report.sort and each.at <= view.now} if reports else ()
    for period in periods_around(view.dates, report, view.today):
        due = view.closing(period.due)
        if period.name not in sent and _owed(view, report, period):
            yield Finding(
                rule="F19",
                subject=f"{number}/{period.name}",
                code=_CODES[report.every],
                since=start_instant(view.terms.zone, period.due),
                due=due,
                values=_report_values(report, period),
            )
            if due <= view.now:
                return
        elif due <= view.now and period.name in sent:
            return


def _report_values(report: ReportTerms, period: Period) -> dict[str, Value]:
    values: dict[str, Value] = {"on": period.due, "due": period.due, "period": period.name}
    if report.every == "week":
        values["week"] = int(period.name[-2:])
    elif report.every == "month":
        values["month"] = date.fromisoformat(f"{period.name}-01")
    else:
        values["day"] = period.due
    return values


def _owed(view: ClientView, report: ReportTerms, period: Period) -> bool:
    since = view.agreement.effective_from
    if since is not None and period.due < since:
        return False
    if report.every != "week":
        return view.active_on(period.due)
    return sum(map(view.active_on, worked_in_week(view.dates, period.due))) >= FEWEST_DAYS


def _planning(view: ClientView) -> Iterator[Finding]:
    """The results of the newest planning session, until a report or a contact about it tells them."""
    held = max((each for each in view.snapshot.planning if each.at <= view.now), key=attrgetter("at"), default=None)
    if held is None or held.message is not None:
        return
    if any(each.at >= held.at for each in view.snapshot.reports):
        return
    if heard_of(view, held.entry, held.at):
        return
    day = view.day_of(held.at)
    yield Finding(
        rule="F19",
        subject=f"0/{day.isoformat()}",
        code="f19_planning",
        since=held.at,
        due=view.closing(day),
        values={"at": held.at},
        about=(held.entry,),
    )


def silence(view: ClientView) -> Iterator[Finding]:
    """F21: my working days since the last contact: soon past the ideal, today at the most, late past it (W11)."""
    terms = view.terms.write_first
    last = view.day_of(view.silent_from)
    silent = silent_days(view.dates, last, view.today)
    if silent < terms.silence_max and silent <= terms.silence_ideal:
        return
    most = nth_working_day(view.dates, last, terms.silence_max)
    if call_ahead(view, most):
        return
    contact = view.talk.last
    yield Finding(
        rule="F21",
        subject=contact.entry if contact else view.client.number,
        code="f21",
        since=view.silent_from,
        due=view.closing(most),
        severity=_silence_severity(silent, terms.silence_max),
        values={"n": silent, "last": last, "due": most},
    )


def _silence_severity(silent: int, most: int) -> Severity:
    if silent > most:
        return Severity.LATE
    return Severity.TODAY if silent == most else Severity.SOON


def golden_rule(view: ClientView) -> Iterator[Finding]:
    """F22: as many first messages owed as working days are left this week, and no contact yet today."""
    if not is_working_day(view.dates, view.today):
        return
    week = quota_of_week(view)
    if week.owed == 0 or week.owed < week.days_left or week.written_today:
        return
    year, number, _ = view.today.isocalendar()
    yield Finding(
        rule="F22",
        subject=f"{year}-W{number:02}",
        code="f22",
        since=start_instant(view.terms.zone, view.week[0]),
        due=view.closing(view.today),
        values={"n": week.owed, "done": week.done, "quota": week.quota, "week": number},
    )
