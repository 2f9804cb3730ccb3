"""The weekly sheet: its facts, the paper, and marking it as given (5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from app.errors import Refused
from app.facts.calendar import Calendar
from app.facts.pages import Paper
from app.facts.wall_time import iso_week
from app.facts.week import Edition, WeekFacts
from app.facts.work import AnyItem, Call, Edit, Request
from app.journal import week_calls, week_facts, week_owed
from app.journal.edits import terms_at
from app.journal.rooms import Room
from app.papers.week_sheet import week_sheet
from app.rules.both_calendars import my_calendar, their_calendar
from app.storage.shelf import parties
from app.storage.shelf.items import of_noun
from app.storage.shelf.week import items_stirred
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
        now = self.journal.clock()
        with self.journal.look() as connection:
            me, found = parties.owner(connection), self.journal.clients.get(client)
            terms = terms_at(connection, client, now).terms
            span = _span(week, terms.zone)
            if span.start > now:
                raise Refused("Week {week} has not begun. Choose this week or an earlier one.", week=week)
            items = items_stirred(connection, client, span.start, span.end)
        at = min(now, span.end)
        contact = self.journal.clients.contact(client, at)
        head, count = self.journal.evidence.foot(client)
        stated = WeekFacts(
            client=found.name, owner=me.name, week=week, zone=terms.zone, printed_at=now, head=head, count=count,
            contact=contact.name if contact else "", edition=edition,
        )  # fmt: skip
        mine = my_calendar(me, terms).in_zone(terms.zone)
        lost = week_owed.lost_rows(items, span, at, mine) if edition is Edition.MINE else ()
        theirs = their_calendar(found, terms).in_zone(terms.zone)
        return replace(stated, lost=lost, **self._sections(client, items, span, at, mine, theirs))

    def _sections(
        self,
        client: int,
        items: Sequence[AnyItem],
        span: week_facts.Span,
        at: datetime,
        mine: Calendar,
        theirs: Calendar,
    ) -> dict[str, Any]:
        """The sections of the sheet and its figures, as they stood `at`."""
        edits, requests, calls = of_noun(items, Edit), of_noun(items, Request), of_noun(items, Call)
        done = week_facts.done_rows(edits, span)
        promised = week_facts.promise_rows(items, span, at, mine)
        waiting = week_owed.waiting_rows(items, span, at, theirs)
        decisions = week_owed.decision_rows(requests, at)
        held = week_calls.call_rows(calls, span, self._who_is(client))
        return {
            "counts": week_facts.counts(done, promised, waiting, decisions),
            "done": done,
            "promised": promised,
            "waiting": waiting,
            "calls": held,
            "decisions": decisions,
            "next_week": week_facts.next_lines(promised, span),
            "next_call": week_calls.next_call(calls, self.journal.clock(), span.zone),
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

    def mark_as_given(
        self, client: int, week: str, paper: Paper, *, how: str = "printed", at: datetime | None = None, **more: Any
    ) -> tuple[int, ...]:
        """The client holds this sheet now: report.sent and the anchor with the head that it carried (5.1)."""
        _, _, log, size, head = paper.foot.qr.split(":")
        if log != self.journal.log_id:
            raise Refused("This sheet belongs to another journal. Print it anew.")
        channel = {"mailed": "email"}.get(how) or ("in_person" if how == "printed" else "")
        body = {
            "sort": "weekly",
            "period": week,
            "audience": "owner",
            "format": "sheet",
            "edition": "client",
            "how": how,
            "size": int(size),
            "head": head,
            "channel": channel or self.journal.talk.usual_channel(client),
        }
        with self.journal.act() as act:
            report = act.add("report.sent", client, body | more)
            anchor_how = "mail" if how == "mailed" else "sheet"
            self.journal.evidence.anchor(client, anchor_how, int(size), head, report=report, to=more.get("to"))
            return tuple(act.added)

    def _who_is(self, client: int) -> week_calls.WhoIs:
        names = {person.number: person.short for person in self.journal.clients.people(client)}
        me = self.journal.reading.owner().name.partition(" ")[0]

        def who_is(number: int | None) -> str:
            return me if number == 0 else names.get(number or 0, "")

        return who_is


def _span(week: str, zone: str) -> week_facts.Span:
    try:
        return week_facts.span_of(week, zone)
    except ValueError:
        raise Refused("{week} is no week. Write it as 2026-W47.", week=week) from None
