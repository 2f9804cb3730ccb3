"""The sheet of the week page: one question for all that it shows, and the verb that makes the sheet for paper (6.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.facts.flags import Flag, Severity
from app.facts.month import PaperSort
from app.facts.pages import Paper
from app.facts.people import ClientState
from app.facts.sheets import ALL_CLIENTS, GivenSheet, ReportDue, SheetAsked, SheetShown
from app.facts.vouching import Vouched
from app.facts.wall_time import iso_week, local_date
from app.journal.given import mark_as_given
from app.journal.sheet_papers import language_of, made
from app.journal.vouching import anchors_of
from app.rules.explain import explain
from app.rules.flags import flags
from app.rules.view import ClientView
from app.storage.shelf.entries import entries_of_kinds

if TYPE_CHECKING:
    from app.journal.journal import Journal

_SHOWN_BEFORE = 6
_SORTS = frozenset(PaperSort)


def sheet(journal: Journal, asked: SheetAsked) -> SheetShown:
    """Everything that the week page shows for one choice; reads only. Refused for a time that has not begun."""
    clients = tuple(each for each in journal.clients.all() if each.state is not ClientState.CLOSED)
    agreed = language_of(journal, asked)
    shown = SheetShown(
        asked=asked,
        made=made(journal, asked),
        language=asked.language or agreed,
        agreed_language=agreed,
        this_week=this_week(journal, asked.client),
        this_month=this_month(journal, asked.client),
        clients=clients,
        entries=journal.size_and_head()[0],
    )
    if asked.client == ALL_CLIENTS:
        return shown
    return replace(
        shown,
        contact=journal.clients.contact(asked.client),
        people=journal.clients.people(asked.client),
        due=_due(journal, asked, shown.made.period),
        given=given_before(journal, asked.client),
    )


def make_sheet(journal: Journal, asked: SheetAsked) -> Paper:
    """The paper to print, save or copy: a checkpoint of the head that it carries is made (5.1)."""
    paper = made(journal, asked).paper
    journal.evidence.checkpoint()
    return paper


def mark_sheet(journal: Journal, shown: SheetShown, paper: Paper, how: str, **more: Any) -> tuple[int, ...]:
    """The client holds this paper now: report.sent and the anchor (5.1)."""
    asked, period = shown.asked, shown.made.period
    return mark_as_given(journal, asked.client, paper, sort=asked.sort.value, period=period, how=how, **more)


def this_week(journal: Journal, client: int) -> str:
    """The ISO week of now: in the client's zone of dates, for all clients in the owner's."""
    if client != ALL_CLIENTS:
        return journal.weeks.this_week(client)
    return iso_week(journal.reading.owner().zone, journal.clock())


def this_month(journal: Journal, client: int) -> str:
    """The month of now, by the same zones."""
    if client != ALL_CLIENTS:
        return journal.months.this_month(client)
    return f"{local_date(journal.reading.owner().zone, journal.clock()):%Y-%m}"


def given_before(journal: Journal, client: int) -> tuple[GivenSheet, ...]:
    """The newest papers that were marked as given, newest first."""
    verdicts = {held.report: held.verdict for held in anchors_of(journal, client) if held.report and not held.differs}
    with journal.look() as connection:
        sent = entries_of_kinds(connection, client, ("report.sent",))
    sheets = [each for each in sent if each.body.get("sort") in _SORTS and each.retracted_by is None]
    return tuple(
        GivenSheet(
            entry=each.seq,
            sort=PaperSort(each.body["sort"]),
            period=str(each.body["period"]),
            at=each.happened,
            channel=str(each.body.get("channel", "")),
            how=str(each.body.get("how", "")),
            verdict=verdicts.get(each.seq, Vouched.UNANCHORED),
        )
        for each in reversed(sheets[-_SHOWN_BEFORE:])
    )


def _due(journal: Journal, asked: SheetAsked, period: str) -> ReportDue | None:
    """The flag about this paper, if it is owed and not given yet: F19 of a report, F25 of a plan."""
    now = journal.clock()
    snapshot = journal.desk.snapshot(asked.client, now)
    found = next((flag for flag in flags([snapshot], now) if _is_about(flag, asked, period)), None)
    if found is None:
        return None
    if found.severity is not Severity.LATE:
        return ReportDue(severity=found.severity, due=found.due)
    count = explain(ClientView(snapshot, now), found)
    return ReportDue(severity=found.severity, due=found.due, late_minutes=count.late_minutes, late_days=count.late_days)


def _is_about(flag: Flag, asked: SheetAsked, period: str) -> bool:
    if asked.sort is PaperSort.PLAN:
        return flag.rule == "F25" and flag.key.endswith("/plan")
    return flag.rule == "F19" and flag.reason.values.get("period") == period


def first_asked(journal: Journal, client: int = 0) -> SheetAsked | None:
    """What the week page opens with: the paper that is due first, of this client or of all; else a weekly sheet."""
    now = journal.clock()
    seen = [journal.desk.snapshot(client, now)] if client else journal.desk.snapshots(now)
    due = next((asked for flag in flags(seen, now) if (asked := _asked_by(journal, flag))), None)
    if due is not None:
        return due
    active = [each.number for each in journal.clients.all() if each.state is ClientState.ACTIVE]
    number = client or next(iter(active), 0)
    return SheetAsked(client=number, week=this_week(journal, number)) if number else None


def _asked_by(journal: Journal, flag: Flag) -> SheetAsked | None:
    """The paper that a flag asks for: F19 the report of a week or a month, F25 the plan of the next month."""
    asked = SheetAsked(client=flag.client, week=this_week(journal, flag.client))
    if flag.rule == "F25" and flag.key.endswith("/plan") and flag.severity in (Severity.LATE, Severity.TODAY):
        return replace(asked, sort=PaperSort.PLAN)
    if flag.rule != "F19" or flag.item is not None:
        return None
    period = str(flag.reason.values["period"])
    if flag.reason.code == "f19_monthly":
        return replace(asked, sort=PaperSort.MONTHLY, month=period)
    return replace(asked, week=period) if flag.reason.code == "f19" else asked
