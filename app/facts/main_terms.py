"""The eight terms that first run and a new version ask for (6.10), as plain values in and out of all terms of 1.4."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from app.facts.terms import (
    CallTerms,
    EditTerms,
    Information,
    ReportTerms,
    Term,
    Terms,
    WorkingMinutes,
    WriteFirst,
)

NEXT_DAY = 0
"""My answer: no minutes, but by the end of the next working day."""
USUAL_PURPOSES = ("kick_off", "regular", "urgent", "final")


class MainTerms(Struct, frozen=True, kw_only=True):
    """Working minutes for my answer (0: next working day), working days for the rest; `sheet` is a weekday,
    `working_day`, `month` or `off`; `call_every` is in calendar days, 0 for no calls."""

    my_answer: int = 120
    client_answer: int = 1
    small: int = 1
    normal: int = 2
    large: int = 4
    information: int = 3
    per_week: int = 2
    silence_ideal: int = 2
    silence_most: int = 4
    call_every: int = 14
    call_minutes: int = 30
    call_tolerance: int = 2
    sheet: str = "fri"


def main_terms(terms: Terms) -> MainTerms:
    """The eight terms out of all of them."""
    answer, calls = terms.my_answer, terms.calls
    return MainTerms(
        my_answer=answer.working_minutes if isinstance(answer, WorkingMinutes) else NEXT_DAY,
        client_answer=terms.client_answer.days,
        small=terms.edits.small,
        normal=terms.edits.normal,
        large=terms.edits.large,
        information=terms.information.days,
        per_week=terms.write_first.per_week,
        silence_ideal=terms.write_first.silence_ideal,
        silence_most=terms.write_first.silence_max,
        call_every=calls.every_days if isinstance(calls, CallTerms) else 0,
        call_minutes=calls.minutes if isinstance(calls, CallTerms) else 30,
        call_tolerance=calls.tolerance_days if isinstance(calls, CallTerms) else 2,
        sheet=_sheet(terms),
    )


def with_main_terms(terms: Terms, main: MainTerms) -> Terms:
    """All terms with the eight as given; what is the same as before keeps its every detail."""
    was = main_terms(terms)
    changed = terms
    if main.my_answer != was.my_answer:
        mine = WorkingMinutes(main.my_answer) if main.my_answer else "end_of_next_working_day"
        changed = replace(changed, my_answer=mine)
    if main.sheet != was.sheet:
        changed = replace(changed, reports=_reports(terms, main.sheet))
    return replace(
        changed,
        client_answer=Term(main.client_answer, terms.client_answer.rule),
        edits=_edits(terms.edits, main),
        information=_information(terms.information, main.information),
        write_first=WriteFirst(main.per_week, min(main.silence_ideal, main.silence_most), main.silence_most),
        calls=_calls(terms.calls, main),
    )


def _edits(edits: EditTerms, main: MainTerms) -> EditTerms:
    return replace(edits, small=main.small, normal=main.normal, large=main.large)


def _information(term: Information, days: int) -> Information:
    return replace(term, days=days)


def _calls(calls: CallTerms | str, main: MainTerms) -> CallTerms | str:
    if not main.call_every:
        return "off"
    old = (
        calls
        if isinstance(calls, CallTerms)
        else CallTerms(every_days=0, minutes=0, tolerance_days=0, purposes=USUAL_PURPOSES)
    )
    return replace(old, every_days=main.call_every, minutes=main.call_minutes, tolerance_days=main.call_tolerance)


def _sheet(terms: Terms) -> str:
    """The first report for the owner of the client's business, which is the sheet."""
    if isinstance(terms.reports, str) or not terms.reports:
        return "off"
    first = terms.reports[0]
    return first.every if first.every != "week" else first.weekday or "fri"


def _reports(terms: Terms, sheet: str) -> tuple[ReportTerms, ...] | str:
    others = () if isinstance(terms.reports, str) else terms.reports[1:]
    if sheet == "off":
        return others or "off"
    if sheet == "working_day":
        first = ReportTerms(sort="daily", every="working_day")
    elif sheet == "month":
        first = ReportTerms(sort="monthly", every="month", day=31)
    else:
        first = ReportTerms(sort="weekly", every="week", weekday=sheet)
    return (first, *others)
