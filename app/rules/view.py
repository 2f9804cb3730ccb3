"""A client at one instant: the snapshot, and what many rules ask of it, each worked out once and only when asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app.facts.calendar import Calendar
from app.facts.flags import Severity
from app.facts.people import Person
from app.facts.snapshot import Snapshot
from app.facts.terms import Agreement, Terms
from app.facts.wall_time import local_date, week_days
from app.facts.work import AnyItem, Item, Mention, Told
from app.rules.both_calendars import my_calendar, my_duty_calendar, their_calendar
from app.rules.contact import is_contact, is_voice, speaker_at
from app.rules.once import once
from app.rules.talk import TalkRead, read_talk
from app.rules.working_time import add_working_minutes, closing, end_of_next_working_day, next_working_day


class ClientView:
    """`snapshot` as it stands at `now` (UTC)."""

    def __init__(self, snapshot: Snapshot, now: datetime) -> None:
        self.snapshot = snapshot
        self.client = snapshot.client
        self.now = now
        self.read: dict[int, Any] = {}
        """Readings of items by number, kept by the rules that make them; 0 stands for the client."""

    @once
    def agreement(self) -> Agreement:
        """The version in force now; the default terms while nothing is agreed (D17)."""
        return self.agreement_at(self.now)

    @once
    def terms(self) -> Terms:
        """The terms in force now."""
        return self.agreement.terms

    def agreement_at(self, at: datetime) -> Agreement:
        """The version in force at an instant (D8)."""
        versions = self.snapshot.agreements
        for each in reversed(versions):
            if each.since is None or each.since <= at:
                return each
        return versions[0]

    def agreement_of(self, item: Item) -> Agreement:
        """The version under which an item began; old items keep it (1.2)."""
        named = (each for each in self.snapshot.agreements if each.entry == item.terms)
        return next(named, None) or self.agreement_at(item.begun)

    def terms_of(self, item: Item) -> Terms:
        """The terms under which an item began."""
        return self.agreement_of(item).terms

    @once
    def agreed_since(self) -> datetime | None:
        """When the first agreement took effect; None while there has been none."""
        starts = (each.since for each in self.snapshot.agreements if each.entry and each.since)
        return next((since for since in starts if since <= self.now), None)

    def before_us(self, at: datetime) -> bool:
        """Older than the agreement, or than the client's entry here: an import brought it, and it never nags (C7)."""
        return at < self.client.added or (self.agreed_since is not None and at < self.agreed_since)

    @once
    def mine(self) -> Calendar:
        """My hours in the agreed zone (W3, W4, W6)."""
        return my_calendar(self.snapshot.owner, self.terms)

    @once
    def dates(self) -> Calendar:
        """My hours read in the zone of dates: which day it is, and when it closes (W8, W12)."""
        return self.mine.in_zone(self.terms.zone)

    def their_calendar(self, terms: Terms) -> Calendar:
        """The client's hours and holidays under these terms (W9)."""
        return their_calendar(self.client, terms)

    @once
    def today(self) -> date:
        """Today in the zone of dates (W12)."""
        return local_date(self.terms.zone, self.now)

    def day_of(self, at: datetime) -> date:
        """The day of an instant in the zone of dates."""
        return local_date(self.terms.zone, at)

    @once
    def week(self) -> tuple[date, ...]:
        """The days of this ISO week, Monday first."""
        return week_days(self.today)

    def closing(self, day: date) -> datetime:
        """When a day of mine closes."""
        return closing(self.dates, day)

    def closing_after(self, at: datetime) -> datetime:
        """The closing of the working day after the day of an instant."""
        return closing(self.dates, next_working_day(self.dates, self.day_of(at)))

    @once
    def _soon_ends(self) -> datetime:
        return closing(self.dates, next_working_day(self.dates, self.today))

    def severity(self, due: datetime) -> Severity:
        """3.2: late, today, soon (within one working day), or later."""
        if due <= self.now:
            return Severity.LATE
        if self.day_of(due) == self.today:
            return Severity.TODAY
        return Severity.SOON if due <= self._soon_ends else Severity.LATER

    def answer_due(self, at: datetime, *, duty: bool) -> datetime:
        """By when what happened at `at` is to be answered (W4, W6), by the terms of that moment.

        `duty` counts the on-duty windows as my hours: F2, F3, F6, F7 only (1.4).
        """
        terms = self.agreement_at(at).terms
        owner = self.snapshot.owner
        hours = my_duty_calendar(owner, terms) if duty else my_calendar(owner, terms)
        if isinstance(terms.my_answer, str):
            return end_of_next_working_day(hours, at)
        return add_working_minutes(hours, at, terms.my_answer.working_minutes)

    def reaches(self, person: int | None, at: datetime) -> bool:
        """Whether what was said to or by `person` was said to or by the contact (C1, C4)."""
        return is_contact(person, at, self.snapshot.contacts, self.client.signer)

    def is_voice(self, person: int | None, at: datetime) -> bool:
        """Whether somebody other than the contact spoke for the client; third parties do not (1.2)."""
        if person in self.third_parties:
            return False
        return is_voice(person, at, self.snapshot.contacts, self.client.signer)

    @once
    def paused_until(self) -> datetime | None:
        """The end of the pause that a quarrel needs: the latest of the open objections' (C5)."""
        pauses = [each.pause_until for each in self.snapshot.objections if each.pause_until and each.begun <= self.now]
        return max(pauses, default=None)

    @once
    def third_parties(self) -> frozenset[int]:
        """Persons who speak for nobody here."""
        return frozenset(each.number for each in self.snapshot.people if each.third_party)

    @once
    def speaker(self) -> int | None:
        """Who speaks for the client now."""
        return speaker_at(self.snapshot.contacts, self.client.signer, self.now)

    def person(self, number: int | None) -> Person | None:
        """The person of that number."""
        return next((each for each in self.snapshot.people if each.number == number), None)

    def name_of(self, number: int | None) -> str:
        """How a person is called in a sentence; the client's name where nobody is known."""
        found = self.person(number)
        return found.short if found else self.client.name

    @once
    def talk(self) -> TalkRead:
        """The talk as the rules read it: contacts, first messages, what waits (C1 to C4)."""
        return read_talk(self.snapshot, self.now)

    @once
    def items(self) -> dict[int, AnyItem]:
        """The items of the snapshot by number."""
        return self.talk.items

    def told(self, told: Told | None, at: datetime, mentions: tuple[Mention, ...]) -> datetime | None:
        """When something that happened at `at` was told: by itself, or by a later contact about it (B8)."""
        if told is not None:
            return told.at
        return next((each.at for each in mentions if each.at >= at and self.reaches(each.to, each.at)), None)

    @once
    def silent_from(self) -> datetime:
        """Where silence begins: the last contact or, if later, when client or work came back (W11)."""
        starts = [self.client.opened or self.client.added]
        if self.talk.last:
            starts.append(self.talk.last.at)
        turn = self.snapshot.stop_or_resume
        if turn and turn.kind == "work.resumed":
            starts.append(turn.at)
        return max(starts)

    @once
    def _active_days(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each stretch in which the client was active."""
        day = self.day_of
        return tuple((day(each.since), day(each.until) if each.until else date.max) for each in self.client.active)

    def active_on(self, day: date) -> bool:
        """Whether the client was active at some time of a day."""
        for first, last in self._active_days:  # noqa: SIM110 — asked twenty times of a client, and `any` costs twice
            if first <= day <= last:
                return True
        return False
