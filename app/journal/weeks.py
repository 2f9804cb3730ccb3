"""The weekly sheet: its facts, the paper, and marking it as given (5.1)."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from msgspec.structs import replace

from app.errors import Refused
from app.facts.pages import Paper
from app.facts.wall_time import iso_week
from app.facts.week import Edition, WeekFacts
from app.facts.work import Call
from app.journal import week_calls, week_facts, week_owed, week_plan
from app.journal.edits import terms_at
from app.journal.given import mark_as_given
from app.journal.rooms import Room
from app.journal.spans import Stretch, week_after, week_span
from app.journal.stretches import stretch_of, who_is_of
from app.journal.week_where import where_facts
from app.papers.week_sheet import week_sheet
from app.papers.where_we_are import where_we_are
from app.storage.shelf.items import of_noun
from app.words import words_for


class Weeks(Room):
    """Weekly sheets of single clients."""

    def this_week(self, client: int) -> str:
        """The ISO week of now in the client's zone of dates (W12)."""
        now = self.journal.clock()
        with self.journal.look() as connection:
            zone = terms_at(connection, client, now).terms.zone
        return iso_week(zone, now)

    def facts(self, client: int, week: str, edition: Edition = Edition.CLIENT) -> WeekFacts:
        """The week as values; every number is computed from entries. Refused for a week that has not begun."""
        week_span(week, "UTC")  # refuses what is no week
        if week > self.this_week(client):
            raise Refused("Week {week} has not begun. Choose this week or an earlier one.", week=week)
        stretch = stretch_of(self.journal, client, partial(week_span, week), week_after)
        head, count = self.journal.evidence.foot(client)
        contact = self.journal.clients.contact(client, stretch.at)
        stated = WeekFacts(
            client=self.journal.clients.get(client).name,
            owner=self.journal.reading.owner().name,
            week=week,
            zone=stretch.span.zone,
            printed_at=self.journal.clock(),
            head=head,
            count=count,
            contact=contact.name if contact else "",
            edition=edition,
        )
        lost = week_owed.lost_rows(stretch) if edition is Edition.MINE else ()
        return replace(stated, lost=lost, **self._sections(client, stretch, edition is Edition.MINE))

    def _sections(self, client: int, stretch: Stretch, mine: bool) -> dict[str, Any]:
        """The sections of the sheet and its figures."""
        calls = of_noun(stretch.items, Call)
        done = week_facts.done_rows(stretch.items, stretch.span)
        promised = week_facts.promise_rows(stretch, mine=mine)
        waiting = week_owed.waiting_rows(stretch)
        decisions = week_owed.decision_rows(stretch.requests)
        held = week_calls.call_rows(calls, stretch.span, who_is_of(self.journal, client))
        return {
            "counts": week_facts.counts(done, promised, waiting, decisions),
            "done": done,
            "promised": promised,
            "waiting": waiting,
            "calls": held,
            "decisions": decisions,
            "plan": week_plan.stage_rows(stretch),
            "goals": week_plan.goal_rows(stretch),
            "risks": week_plan.risk_rows(stretch, mine=mine),
            "next_week": week_plan.next_lines(stretch, promised),
            "next_call": week_calls.next_call(calls, self.journal.clock(), stretch.span.zone),
            "off_topic_percent": week_calls.off_topic_percent(held, sum(call.minutes for call in held)),
        }

    def paper(self, client: int, week: str, edition: Edition = Edition.CLIENT, language: str | None = None) -> Paper:
        """The sheet as a page model, in the client's language (the owner's for my edition) unless another is asked."""
        facts = self.facts(client, week, edition)
        return week_sheet(facts, words_for(language or self.language(client, edition), this_year=int(week[:4])))

    def language(self, client: int, edition: Edition = Edition.CLIENT) -> str:
        """The language in which the sheet is printed."""
        own = self.journal.reading.owner().languages
        spoken = self.journal.clients.get(client).language if edition is Edition.CLIENT else ""
        return spoken or (own[0] if own else "en")

    def print_paper(
        self, client: int, week: str, edition: Edition = Edition.CLIENT, language: str | None = None
    ) -> Paper:
        """The sheet for paper, PDF or text: printing makes a checkpoint of the head that it carries (5.1)."""
        paper = self.paper(client, week, edition, language)
        self.journal.evidence.checkpoint()
        return paper

    def where_we_are(self, client: int, language: str | None = None) -> str:
        """A few lines for a messenger, in the client's language: done, in work, waited for, what comes next (3.3)."""
        words = words_for(language or self.language(client))
        return where_we_are(where_facts(self.journal, client), words)

    def mark_as_given(
        self, client: int, week: str, paper: Paper, *, how: str = "printed", at: datetime | None = None, **more: Any
    ) -> tuple[int, ...]:
        """The client holds this sheet now: report.sent and the anchor with the head that it carried (5.1)."""
        return mark_as_given(self.journal, client, paper, sort="weekly", period=week, how=how, at=at, **more)
