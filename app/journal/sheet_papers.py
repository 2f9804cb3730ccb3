"""The papers of the week page: of a week, over all clients, of a month, a contract, a month to come (5.1, 6.8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.errors import Refused
from app.facts.month import PaperSort
from app.facts.people import ClientState
from app.facts.sheets import ALL_CLIENTS, SheetAsked, SheetMade, section_counts
from app.facts.statistics import Statistics
from app.facts.week import Edition, SheetSection, WeekFacts
from app.papers.figures.blocks import drawn_figures
from app.papers.month_papers import month_paper
from app.papers.week_sections import seen_by
from app.papers.week_sheet import all_clients_sheet, week_sheet
from app.words import Words, words_for

if TYPE_CHECKING:
    from app.journal.journal import Journal


def made(journal: Journal, asked: SheetAsked) -> SheetMade:
    """The paper that is asked for; reads only. Refused for a time that has not begun."""
    return _of_week(journal, asked) if asked.sort is PaperSort.WEEKLY else _of_month(journal, asked)


def language_of(journal: Journal, asked: SheetAsked) -> str:
    """The language that is agreed for it: the client's, of my edition and of all clients the owner's."""
    if asked.client != ALL_CLIENTS:
        return journal.weeks.language(asked.client, asked.edition)
    own = journal.reading.owner().languages
    return own[0] if own else "en"


def _of_week(journal: Journal, asked: SheetAsked) -> SheetMade:
    weeks = _facts(journal, asked)
    words = words_for(asked.language or language_of(journal, asked), this_year=int(asked.week[:4]))
    paper = all_clients_sheet(weeks, words) if asked.client == ALL_CLIENTS else week_sheet(weeks[0], words)
    monday = date.fromisocalendar(int(asked.week[:4]), int(asked.week[6:]), 1)
    sunday = monday + timedelta(days=6)
    counts = (*_counts(weeks), *_charts(weeks[0], words))
    return SheetMade(paper=paper, period=asked.week, first=monday, last=sunday, counts=counts)


def _facts(journal: Journal, asked: SheetAsked) -> list[WeekFacts]:
    if asked.client != ALL_CLIENTS:
        numbers = [asked.client]
    else:
        numbers = [each.number for each in journal.clients.all() if each.state is ClientState.ACTIVE]
    if not numbers:
        raise Refused("No client is active. A sheet over all clients needs one.")
    edition = Edition.MINE if asked.client == ALL_CLIENTS else asked.edition
    found = [replace(journal.weeks.facts(each, asked.week, edition), sections=asked.sections) for each in numbers]
    return [replace(found[0], figures=_figures(journal, asked))] if _has_figures(asked) else found


def _has_figures(asked: SheetAsked) -> bool:
    return asked.client != ALL_CLIENTS and asked.edition is Edition.MINE


def _figures(journal: Journal, asked: SheetAsked) -> Statistics:
    """Up to the end of the week."""
    sunday = date.fromisocalendar(int(asked.week[:4]), int(asked.week[6:]), 7)
    return journal.statistics.of(asked.client, journal.statistics.period(asked.client, None, sunday))


def _charts(facts: WeekFacts, words: Words) -> tuple[tuple[SheetSection, int], ...]:
    """How many charts my edition would print."""
    if facts.figures is None:
        return ()
    seen = seen_by(facts.edition, facts.printed_at, ZoneInfo(facts.zone))
    return ((SheetSection.FIGURES, drawn_figures(facts.figures, words, seen)),)


def _counts(weeks: Iterable[WeekFacts]) -> tuple[tuple[SheetSection, int], ...]:
    total: dict[SheetSection, int] = {}
    for facts in weeks:
        for section, count in section_counts(facts):
            total[section] = total.get(section, 0) + count
    return tuple(total.items())


def _of_month(journal: Journal, asked: SheetAsked) -> SheetMade:
    if asked.client == ALL_CLIENTS:
        raise Refused("A sheet over all clients is about a week. Choose one client.")
    facts = journal.months.facts(asked.client, asked.month, asked.sort, asked.edition, asked.offers)
    paper = month_paper(facts, words_for(asked.language or language_of(journal, asked)))
    return SheetMade(paper=paper, period=facts.period, first=facts.first, last=facts.last)
