"""Papers about a month and a contract: the month's close, the final report, the next month's plan (5.1, F25)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from msgspec.structs import replace

from app.errors import Refused
from app.facts.month import MonthFacts, PaperSort
from app.facts.pages import Paper
from app.facts.wall_time import local_date
from app.facts.week import Edition
from app.facts.work import Call
from app.journal import month_facts, week_calls, week_facts, week_owed, week_plan
from app.journal.edits import terms_at
from app.journal.given import mark_as_given
from app.journal.rooms import Room
from app.journal.spans import Span, Stretch, days_span, month_after, month_span
from app.journal.stretches import stretch_of, who_is_of
from app.papers.month_papers import month_paper
from app.storage.shelf.entries import entries_of_kinds
from app.storage.shelf.items import of_noun
from app.words import words_for

_DAY = timedelta(days=1)


class Months(Room):
    """Papers about months and contracts of single clients. `month` is written 2026-11; a final report needs none."""

    def this_month(self, client: int) -> str:
        """The month of now in the client's zone of dates (W12)."""
        return f"{self._today(client):%Y-%m}"

    def next_month(self, client: int) -> str:
        """The month that is to be planned now."""
        return f"{self._today(client).replace(day=1) + timedelta(days=31):%Y-%m}"

    def facts(
        self,
        client: int,
        month: str = "",
        sort: PaperSort = PaperSort.MONTHLY,
        edition: Edition = Edition.CLIENT,
        offers: str = "",
    ) -> MonthFacts:
        """The period as values; every number is computed from entries. `month` "": this one, of a plan the next one.

        `offers`: what could be offered next; without it as the form of the month's close says. Refused for a month that
        has not begun, and for the plan of one that is over.
        """
        stretch = self._stretch(client, month, sort)
        head, count = self.journal.evidence.foot(client)
        found = self.journal.clients.get(client)
        contact = self.journal.clients.contact(client, stretch.at)
        shown = stretch.ahead if sort is PaperSort.PLAN else stretch.span
        stated = MonthFacts(
            sort=sort,
            client=found.name,
            owner=self.journal.reading.owner().name,
            period=shown.last.isoformat() if sort is PaperSort.FINAL else f"{shown.first:%Y-%m}",
            first=shown.first,
            last=shown.last,
            zone=shown.zone,
            printed_at=self.journal.clock(),
            head=head,
            count=count,
            contact=contact.name if contact else "",
            contract=found.contract.number,
            edition=edition,
        )
        mine = edition is Edition.MINE
        return replace(stated, **self._sections(client, stretch, sort, mine), offers=offers or self._offers(stretch))

    def _sections(self, client: int, stretch: Stretch, sort: PaperSort, mine: bool) -> dict[str, Any]:
        calls = of_noun(stretch.items, Call)
        promised = week_facts.promise_rows(stretch, mine=mine)
        final = sort is PaperSort.FINAL
        since = stretch.ahead.start if sort is PaperSort.PLAN else self.journal.clock()
        coming = week_plan.next_lines(stretch, promised, stretch.day_of(since))
        held = week_calls.call_rows(calls, stretch.span, who_is_of(self.journal, client))
        return {
            "done": week_facts.done_rows(stretch.items, stretch.span),
            "dates": month_facts.dates_kept(stretch, promised),
            "plan": week_plan.stage_rows(stretch),
            "goals": week_plan.goal_rows(stretch),
            "risks": week_plan.risk_rows(stretch, mine=mine),
            "calls": held,
            "lost": week_owed.lost_rows(stretch),
            "off_topic_percent": week_calls.off_topic_percent(held, sum(call.minutes for call in held)),
            "coming": month_facts.handed_over(stretch) if final else coming,
            "next_call": None if final else week_calls.next_call(calls, since, stretch.span.zone),
            "waiting": week_owed.waiting_rows(stretch),
            "decisions": week_owed.decision_rows(stretch.requests),
            "feedback": self._feedback(client, stretch, mine),
            "asked_on": month_facts.asked_on(stretch),
            "figures": self._figures(client, stretch) if final or (mine and sort is PaperSort.MONTHLY) else None,
        }

    def paper(
        self,
        client: int,
        month: str = "",
        sort: PaperSort = PaperSort.MONTHLY,
        edition: Edition = Edition.CLIENT,
        language: str | None = None,
        offers: str = "",
    ) -> Paper:
        """The paper as a page model, in the client's language (the owner's for my edition) unless another is asked."""
        spoken = language or self.journal.weeks.language(client, edition)
        return month_paper(self.facts(client, month, sort, edition, offers), words_for(spoken))

    def print_paper(
        self,
        client: int,
        month: str = "",
        sort: PaperSort = PaperSort.MONTHLY,
        edition: Edition = Edition.CLIENT,
        language: str | None = None,
        offers: str = "",
    ) -> Paper:
        """The same for paper, PDF or text: printing makes a checkpoint of the head that it carries (5.1)."""
        paper = self.paper(client, month, sort, edition, language, offers)
        self.journal.evidence.checkpoint()
        return paper

    def mark_as_given(
        self,
        client: int,
        period: str,
        paper: Paper,
        *,
        sort: PaperSort = PaperSort.MONTHLY,
        how: str = "printed",
        at: datetime | None = None,
        **more: Any,
    ) -> tuple[int, ...]:
        """The client holds this paper now: report.sent (monthly, final, plan) and the anchor with its head (F25)."""
        return mark_as_given(self.journal, client, paper, sort=sort.value, period=period, how=how, at=at, **more)

    def _stretch(self, client: int, month: str, sort: PaperSort) -> Stretch:
        if sort is PaperSort.FINAL:
            return stretch_of(self.journal, client, partial(self._whole, client), month_after)
        if sort is PaperSort.PLAN:
            today = self._today(client)
            planned = month or self.next_month(client)
            if month_span(planned, "UTC").last < today:
                raise Refused("{month} is over. Plan this month or a later one.", month=planned)
            return stretch_of(
                self.journal, client, partial(days_span, first=today, last=today), partial(_then, planned)
            )
        this_month = partial(month_span, month or self.this_month(client))
        return stretch_of(self.journal, client, this_month, partial(self._after, client))

    def _after(self, client: int, span: Span) -> Span:
        """The month that follows, and what is left of the span itself while it runs."""
        after = month_after(span)
        return days_span(span.zone, min(after.first, self._today(client) + _DAY), after.last)

    def _whole(self, client: int, zone: str) -> Span:
        """The contract, as far as it has run; without one, from the client's first day in the journal to today."""
        found, today = self.journal.clients.get(client), self._today(client)
        first = found.contract.first_day or local_date(zone, found.added)
        return days_span(zone, first, max(first, min(found.contract.last_day or today, today)))

    def _today(self, client: int) -> date:
        now = self.journal.clock()
        with self.journal.look() as connection:
            return local_date(terms_at(connection, client, now).terms.zone, now)

    def _feedback(self, client: int, stretch: Stretch, mine: bool) -> Any:
        with self.journal.look() as connection:
            given = entries_of_kinds(connection, client, ("feedback.given",))
        return month_facts.feedback_rows(given, stretch.span, stretch, mine=mine)

    def _figures(self, client: int, stretch: Stretch) -> Any:
        span = stretch.span
        return self.journal.statistics.of(client, self.journal.statistics.period(client, span.first, span.last))

    def _offers(self, stretch: Stretch) -> str:
        return month_facts.offered(stretch.items)


def _then(month: str, span: Span) -> Span:
    """The month to be planned, from tomorrow if it is running."""
    planned = month_span(month, span.zone)
    first = max(planned.first, span.last + _DAY)
    return days_span(span.zone, min(first, planned.last), planned.last)
