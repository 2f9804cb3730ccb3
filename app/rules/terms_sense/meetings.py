"""Calls, reports and planning that contradict: a tolerance as long as the rhythm, a report without its day (1.4)."""

from __future__ import annotations

from collections.abc import Iterator

from app.facts.contradictions import Contradiction, nonsense, strange
from app.facts.terms import CallTerms, ReportTerms, Terms
from app.rules.terms_sense.hours import my_days
from app.words import N_


def meetings(terms: Terms) -> Iterator[Contradiction]:
    """Calls, reports, planning sessions."""
    calls = terms.calls
    if isinstance(calls, CallTerms) and calls.tolerance_days >= calls.every_days:
        yield strange(
            "calls.tolerance_days",
            N_("The tolerance is as long as the rhythm of calls, so no call would ever be late. Shorten it."),
        )
    for at, report in enumerate(() if isinstance(terms.reports, str) else terms.reports):
        yield from _report(terms, at, report)
    idle = [day for day in ([] if isinstance(terms.planning, str) else terms.planning) if day not in my_days(terms)]
    if idle:
        yield strange("planning", N_("A planning session falls on a day on which you do not work."))


def _report(terms: Terms, at: int, report: ReportTerms) -> Iterator[Contradiction]:
    term = f"reports.{at}"
    needed = {"week": report.weekday, "month": report.day}.get(report.every, True)
    if not needed:
        yield nonsense(term, N_("A weekly report needs its weekday, a monthly one its day. Say which."))
    elif report.every == "week" and report.weekday not in my_days(terms):
        yield strange(
            term, N_("This report falls on a day on which you do not work; it is due the working day before.")
        )
    assert not isinstance(terms.reports, str)
    if report in terms.reports[:at]:
        yield strange(term, N_("The same report is agreed twice. Take one of them out."))
