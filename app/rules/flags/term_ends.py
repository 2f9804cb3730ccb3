"""F25: the contract ends, and its final call, the plan of what follows, and the client's opinion are not there yet."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from app.facts.calendar import Calendar
from app.facts.snapshot import ReportSent
from app.facts.wall_time import start_instant
from app.rules.flags.raising import Finding
from app.rules.view import ClientView
from app.rules.working_time import nth_working_day, working_days_between

ENDS_IN_DAYS = 10
"""F25 stands from so many working days before the end."""
DUE_BEFORE_DAYS = 5
LOOK_BACK_DAYS = 20
"""What was done earlier than so many working days before the end belonged to an earlier term of the contract."""

_PLAN = "plan"


def term_ends(view: ClientView) -> Iterator[Finding]:
    """F25 in three parts, each cleared on its own; nothing is asked for once the contract has ended."""
    end = view.client.contract.last_day
    if end is None or view.today > end or working_days_between(view.dates, view.today, end) > ENDS_IN_DAYS:
        return
    since = _term_begins(view, end)
    if not _call_is_set(view, since):
        yield _part(view, end, "call", by_message=False)
    if not any(each.sort == _PLAN and _covers(each.period, end) and since <= each.at for each in _reports(view)):
        yield _part(view, end, "plan", by_message=True)
    given = view.snapshot.feedback
    asked = view.snapshot.survey
    if not any(at is not None and since <= at <= view.now for at in (given.at if given else None, asked)):
        yield _part(view, end, "feedback", by_message=True)


@lru_cache(maxsize=1024)
def _before(calendar: Calendar, end: date, days: int) -> date:
    """The day so many working days before the end; all three parts of every client ask for the same ones."""
    return nth_working_day(calendar, end, -days)


def _part(view: ClientView, end: date, part: str, *, by_message: bool) -> Finding:
    begins = _before(view.dates, end, ENDS_IN_DAYS)
    return Finding(
        rule="F25",
        subject=f"{end.isoformat()}/{part}",
        code=f"f25_{part}",
        since=start_instant(view.terms.zone, begins),
        due=view.closing(_before(view.dates, end, DUE_BEFORE_DAYS)),
        values={"end": end},
        cleared_by_message=by_message,
        waits=True,
    )


def _term_begins(view: ClientView, end: date) -> datetime:
    """From when on something can belong to this end: a contract that is prolonged each month ends each month."""
    first = _before(view.dates, end, LOOK_BACK_DAYS)
    begins = view.client.contract.first_day
    return start_instant(view.terms.zone, max(first, begins) if begins else first)


def _call_is_set(view: ClientView, since: datetime) -> bool:
    """The final call is held, or planned."""
    held = view.snapshot.final_call
    if held is not None and since <= held <= view.now:
        return True
    return any(
        call.purpose == "final" and (call.state == "planned" or (call.held is not None and call.held.at >= since))
        for call in view.snapshot.calls
    )


def _reports(view: ClientView) -> Iterator[ReportSent]:
    return (each for each in view.snapshot.reports if each.at <= view.now)


def _covers(period: str, end: date) -> bool:
    """Whether a period reaches past the end: 2026-12 and 2026-W49 do for the 30th of November."""
    try:
        return last_day_of(period) > end
    except ValueError:  # a week 53 in a year that has none
        return False


def last_day_of(period: str) -> date:
    """The last day of a period as reports name it: 2026-W47, 2026-11, 2026-11-20."""
    if "W" in period:
        year, week = period.split("-W")
        return date.fromisocalendar(int(year), int(week), 7)
    if len(period) == len("2026-11"):
        year, month = period.split("-")
        return date(int(year), int(month), monthrange(int(year), int(month))[1])
    return date.fromisoformat(period)
