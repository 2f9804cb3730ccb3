"""Calls, reports and planning sessions of an agreement as sentences."""

from __future__ import annotations

from app.facts.terms import CallTerms, ReportTerms, Terms
from app.papers.term_sentences import day_named
from app.words import Words


def meeting_sentences(terms: Terms, words: Words) -> list[str]:
    """Calls, reports and planning sessions."""
    said = [_calls(terms.calls, words)]
    if isinstance(terms.reports, str):
        said.append(words.text("No regular reports are agreed."))
    else:
        said.extend(_report(report, words) for report in terms.reports)
    if not isinstance(terms.planning, str):
        days = words.list_of(words.weekday(day_named(day)) for day in terms.planning)
        said.append(words.text("Planning sessions: {days}. Their results are told on the same day.", days=days))
    return said


def _calls(calls: CallTerms | str, words: Words) -> str:
    if isinstance(calls, str):
        return words.text("No regular calls are agreed.")
    rhythm = words.text(
        "A call every {days} days, {minutes} minutes, give or take {tolerance} days.",
        days=calls.every_days,
        minutes=calls.minutes,
        tolerance=calls.tolerance_days,
    )
    if calls.beforehand == "no":
        return rhythm
    return words.text("{rhythm} Time and topic are agreed beforehand.", rhythm=rhythm)


def _report(report: ReportTerms, words: Words) -> str:
    if report.every == "week" and report.weekday:
        return words.text("A report comes every week, {day:every}.", day=day_named(report.weekday))
    if report.every == "month" and report.day:
        return words.text("A report comes every month, on day {day}.", day=report.day)
    if report.every == "working_day":
        return words.text("A report comes every working day.")
    return (
        words.text("A report comes every month.")
        if report.every == "month"
        else words.text("A report comes every week.")
    )
