"""The sheet of the week page: one question for all that it shows, and the verb that makes the sheet for paper (6.8)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.errors import Refused
from app.facts.flags import Severity
from app.facts.pages import Paper
from app.facts.people import ClientState
from app.facts.sheets import ALL_CLIENTS, GivenSheet, ReportDue, SheetAsked, SheetShown, section_counts
from app.facts.vouching import Vouched
from app.facts.wall_time import iso_week
from app.facts.week import Edition, SheetSection, WeekFacts
from app.journal.vouching import anchors_of
from app.papers.week_sheet import all_clients_sheet, week_sheet
from app.rules.explain import explain
from app.rules.flags import flags
from app.rules.view import ClientView
from app.storage.shelf.entries import entries_of_kinds
from app.words import words_for

if TYPE_CHECKING:
    from app.journal.journal import Journal

_SHOWN_BEFORE = 6


def sheet(journal: Journal, asked: SheetAsked) -> SheetShown:
    """Everything that the week page shows for one choice; reads only. Refused for a week that has not begun."""
    clients = tuple(each for each in journal.clients.all() if each.state is not ClientState.CLOSED)
    weeks = _facts(journal, asked)
    agreed = _language(journal, asked)
    language = asked.language or agreed
    shown = SheetShown(
        asked=asked,
        paper=_paper(weeks, asked, language),
        counts=_counts(weeks),
        language=language,
        agreed_language=agreed,
        this_week=this_week(journal, asked.client),
        clients=clients,
        entries=journal.size_and_head()[0],
    )
    if asked.client == ALL_CLIENTS:
        return shown
    return replace(
        shown,
        contact=journal.clients.contact(asked.client),
        people=journal.clients.people(asked.client),
        due=_due(journal, asked),
        given=given_before(journal, asked.client),
    )


def make_sheet(journal: Journal, asked: SheetAsked) -> Paper:
    """The sheet for paper, PDF or text: a checkpoint of the head that it carries is made (5.1)."""
    paper = _paper(_facts(journal, asked), asked, asked.language or _language(journal, asked))
    journal.evidence.checkpoint()
    return paper


def this_week(journal: Journal, client: int) -> str:
    """The ISO week of now: in the client's zone of dates, for all clients in the owner's."""
    if client != ALL_CLIENTS:
        return journal.weeks.this_week(client)
    return iso_week(journal.reading.owner().zone, journal.clock())


def given_before(journal: Journal, client: int) -> tuple[GivenSheet, ...]:
    """The newest weekly sheets that were marked as given, newest first."""
    verdicts = {held.report: held.verdict for held in anchors_of(journal, client) if held.report and not held.differs}
    with journal.look() as connection:
        sent = entries_of_kinds(connection, client, ("report.sent",))
    weekly = [each for each in sent if each.body.get("sort") == "weekly" and each.retracted_by is None]
    return tuple(
        GivenSheet(
            entry=each.seq,
            week=str(each.body["period"]),
            at=each.happened,
            channel=str(each.body.get("channel", "")),
            how=str(each.body.get("how", "")),
            verdict=verdicts.get(each.seq, Vouched.UNANCHORED),
        )
        for each in reversed(weekly[-_SHOWN_BEFORE:])
    )


def _facts(journal: Journal, asked: SheetAsked) -> list[WeekFacts]:
    if asked.client != ALL_CLIENTS:
        numbers = [asked.client]
    else:
        numbers = [each.number for each in journal.clients.all() if each.state is ClientState.ACTIVE]
    if not numbers:
        raise Refused("No client is active. A sheet over all clients needs one.")
    edition = Edition.MINE if asked.client == ALL_CLIENTS else asked.edition
    return [replace(journal.weeks.facts(each, asked.week, edition), sections=asked.sections) for each in numbers]


def _paper(weeks: list[WeekFacts], asked: SheetAsked, language: str) -> Paper:
    words = words_for(language, this_year=int(asked.week[:4]))
    return all_clients_sheet(weeks, words) if asked.client == ALL_CLIENTS else week_sheet(weeks[0], words)


def _language(journal: Journal, asked: SheetAsked) -> str:
    if asked.client != ALL_CLIENTS:
        return journal.weeks.language(asked.client, asked.edition)
    own = journal.reading.owner().languages
    return own[0] if own else "en"


def _counts(weeks: Iterable[WeekFacts]) -> tuple[tuple[SheetSection, int], ...]:
    total: dict[SheetSection, int] = {}
    for facts in weeks:
        for section, count in section_counts(facts):
            total[section] = total.get(section, 0) + count
    return tuple(total.items())


def _due(journal: Journal, asked: SheetAsked) -> ReportDue | None:
    """The flag F19 about this week's sheet, if it is owed and not given yet."""
    now = journal.clock()
    snapshot = journal.desk.snapshot(asked.client, now)
    found = next(
        (
            flag
            for flag in flags([snapshot], now)
            if flag.rule == "F19" and flag.reason.values.get("period") == asked.week
        ),
        None,
    )
    if found is None:
        return None
    if found.severity is not Severity.LATE:
        return ReportDue(severity=found.severity, due=found.due)
    count = explain(ClientView(snapshot, now), found)
    return ReportDue(severity=found.severity, due=found.due, late_minutes=count.late_minutes, late_days=count.late_days)


def first_asked(journal: Journal) -> SheetAsked | None:
    """What the week page opens with: the sheet that is due first, else that of the first active client."""
    now = journal.clock()
    due = [flag.client for flag in flags(journal.desk.snapshots(now), now) if flag.rule == "F19" and flag.item is None]
    active = [each.number for each in journal.clients.all() if each.state is ClientState.ACTIVE]
    client = next(iter([*due, *active]), None)
    return None if client is None else SheetAsked(client=client, week=this_week(journal, client))
