"""The week page as values: which sheet is asked for, and what stands beside its preview (6.8)."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from app.facts.flags import Severity
from app.facts.month import PaperSort
from app.facts.pages import Paper
from app.facts.people import Client, Person
from app.facts.vouching import Vouched
from app.facts.week import USUAL_SECTIONS, Edition, SheetSection, WeekFacts

ALL_CLIENTS = 0
"""In the place of a client's number: the owner's own sheet over all active clients."""


class SheetAsked(Struct, frozen=True, kw_only=True):
    """A paper: whose, of which ISO week, for whom, in which language ("": as agreed), with which sections.

    Of another sort than weekly `month` says which ("": this one, of a plan the next one), and `offers` what could be
    done next, in the owner's words.
    """

    client: int
    week: str
    sort: PaperSort = PaperSort.WEEKLY
    month: str = ""
    offers: str = ""
    edition: Edition = Edition.CLIENT
    language: str = ""
    sections: tuple[SheetSection, ...] = USUAL_SECTIONS


class GivenSheet(Struct, frozen=True, kw_only=True):
    """A paper that was marked as given; `verdict` by the journal's own record."""

    entry: int
    sort: PaperSort
    period: str
    at: datetime
    channel: str
    how: str = ""
    verdict: Vouched = Vouched.UNANCHORED


class ReportDue(Struct, frozen=True, kw_only=True):
    """F19's due for this sheet."""

    severity: Severity
    due: datetime
    late_minutes: int = 0
    late_days: int = 0


class SheetMade(Struct, frozen=True, kw_only=True):
    """A paper with the period that report.sent calls it by, its days, and how many rows each section of a week has."""

    paper: Paper
    period: str
    first: date
    last: date
    counts: tuple[tuple[SheetSection, int], ...] = ()


class SheetShown(Struct, frozen=True, kw_only=True):
    """The paper and what is known about giving it."""

    asked: SheetAsked
    made: SheetMade
    language: str
    agreed_language: str
    this_week: str
    this_month: str
    clients: tuple[Client, ...]
    entries: int
    contact: Person | None = None
    people: tuple[Person, ...] = ()
    due: ReportDue | None = None
    given: tuple[GivenSheet, ...] = ()

    @property
    def paper(self) -> Paper:
        """The page model."""
        return self.made.paper

    @property
    def counts(self) -> tuple[tuple[SheetSection, int], ...]:
        """How many rows each section of a weekly sheet has."""
        return self.made.counts

    @property
    def empty(self) -> bool:
        """Nothing was recorded for this week in any section."""
        told = (count for section, count in self.counts if section is not SheetSection.FIGURES)
        return self.asked.sort is PaperSort.WEEKLY and not any(told)


def section_counts(facts: WeekFacts) -> tuple[tuple[SheetSection, int], ...]:
    """How many rows each section of the edition has; next week counts the next call too."""
    rows = {
        SheetSection.DONE: len(facts.done),
        SheetSection.PROMISED: len(facts.promised),
        SheetSection.WAITING: len(facts.waiting),
        SheetSection.CALLS: len(facts.calls),
        SheetSection.DECISIONS: len(facts.decisions),
        SheetSection.PLAN: len(facts.plan),
        SheetSection.GOALS: len(facts.goals),
        SheetSection.RISKS: len(facts.risks),
        SheetSection.NEXT_WEEK: len(facts.next_week) + (facts.next_call is not None),
    }
    if facts.edition is Edition.MINE:
        rows[SheetSection.LOST_DAYS] = sum(row.days for row in facts.lost)
    return tuple(rows.items())
