"""Calls, reports and planning sessions of an agreement as sentences."""

from __future__ import annotations

from typing import Final

from app.facts.terms import CallTerms, ReportTerms, Terms
from app.papers.agreed.sides import Sides, day_named
from app.words import N_, Words

CALL_PURPOSES: Final = {
    "kick_off": N_("the first talk"),
    "regular": N_("regular talks"),
    "urgent": N_("urgent matters"),
    "final": N_("the close of a month or of the work"),
}
REPORTS: Final = {
    "working_day": N_("A report comes every working day."),
    "week": N_("A report comes every week, {day:every}."),
    "month": N_("A report comes every month, on day {day}."),
}
FINAL_REPORTS: Final = {
    "working_day": N_("A closing report comes every working day."),
    "week": N_("A closing report comes every week, {day:every}."),
    "month": N_("A closing report comes every month, on day {day}."),
}
PLANS: Final = {
    "working_day": N_("A plan comes every working day."),
    "week": N_("A plan comes every week, {day:every}."),
    "month": N_("A plan comes every month, on day {day}."),
}
AUDIENCES: Final = {
    "owner": N_("the owner of the business"),
    "manager": N_("the manager"),
    "marketing": N_("whoever runs the marketing"),
}
SHEET: Final = "sheet"


def calls(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The rhythm of calls, what is agreed beforehand, what calls are for."""
    calls = terms.calls
    if isinstance(calls, str):
        return [words.text("No regular calls are agreed.")]
    return [_rhythm(calls, words), _purposes(calls, words)]


def _rhythm(calls: CallTerms, words: Words) -> str:
    rhythm = words.text(
        "A call every {days} days, {minutes} minutes, give or take {tolerance} days.",
        days=calls.every_days,
        minutes=calls.minutes,
        tolerance=calls.tolerance_days,
    )
    if calls.beforehand == "no":
        return rhythm
    return words.text("{rhythm} Time and topic are agreed beforehand.", rhythm=rhythm)


def _purposes(calls: CallTerms, words: Words) -> str:
    named = words.list_of(words.text(CALL_PURPOSES.get(each, each)) for each in calls.purposes)
    return words.text("Calls are for: {purposes}.", purposes=named)


def reports(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """One sentence a report."""
    if isinstance(terms.reports, str):
        return [words.text("No regular reports are agreed.")]
    return [report_sentence(report, words) for report in terms.reports]


def report_sentence(report: ReportTerms, words: Words) -> str:
    """What comes how often; its form and for whom, where they are not the usual ones."""
    said = words.text({"plan": PLANS, "final": FINAL_REPORTS}.get(report.sort, REPORTS)[report.every], day=_day(report))
    if report.format != SHEET:
        said = words.text("{report} Its form: {format}.", report=said, format=report.format)
    if report.audience != "owner":
        reader = words.text(AUDIENCES.get(report.audience, report.audience))
        said = words.text("{report} It is meant for {reader}.", report=said, reader=reader)
    return said


def _day(report: ReportTerms) -> object:
    return report.day or 1 if report.every == "month" else day_named(report.weekday or "fri")


def planning(terms: Terms, sides: Sides, words: Words) -> list[str]:
    """The days of planning sessions."""
    if isinstance(terms.planning, str):
        return [words.text("No planning sessions are agreed.")]
    days = words.list_of(words.weekday(day_named(day)) for day in terms.planning)
    return [words.text("Planning sessions: {days}. Their results are told on the same day.", days=days)]
