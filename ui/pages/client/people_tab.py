"""The People tab: contact periods as bars on a line of time, everybody with their addresses, voices with counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.facts.client_page import ClientPage
from app.facts.people import ContactPeriod, Person
from app.facts.voices import VoiceCount
from app.papers.names import channel_name
from app.words import Words
from ui.layout import Layout
from ui.pages.client.period_bar import PeriodBar
from ui.theme import theme
from ui.widgets.boxes import Column, Row, Scroll
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.workbench import Workbench

NAME = 190


class PeopleTab(Scroll):
    """Three cards; *Designate* opens a small form with the day from which somebody speaks."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        self.column = Column(gap=10, margins=(0, 0, 0, 12))
        super().__init__(self.column, parent)
        self._workbench = workbench
        self._page: ClientPage | None = None
        self._single = False

    def set_layout(self, layout: Layout) -> None:
        """One column in every layout; at large text addresses stand below the name."""
        self._single = layout is Layout.SINGLE

    def show_page(self, page: ClientPage) -> None:
        """Read persons and periods; the counts come beside the window."""
        self._page = page
        client, journal = page.client.number, self._workbench.journal
        people = journal.clients.people(client)
        periods = journal.clients.periods(client)
        self.column.clear()
        self._periods(people, periods)
        self._everybody(people, page)
        self._voices = self.column.add(Column(gap=0))
        self.column.add_space()
        desk = journal.desk

        def question() -> tuple[VoiceCount, ...]:
            return desk.voices(client)

        self._workbench.ask(question, self._show_voices)

    def _periods(self, people: Sequence[Person], periods: Sequence[ContactPeriod]) -> None:
        words = self._workbench.words
        card = self.column.add(Card(gap=6, fill=True, name=words.text("Who speaks for them")))
        head = card.add(Row(gap=8))
        head.add(Text(words.text("Who speaks for them"), "small", weight=600))
        head.add_space()
        designate = head.add(Button(words.text("Designate from…"), ButtonKind.TINTED, icon="user-check", small=True))
        designate.clicked.connect(self._designate)
        if not periods:
            card.add(Text(words.text("Nobody is named as the contact yet."), "small", colour="text2", wrap=True))
            return
        for number in dict.fromkeys(period.person for period in periods):
            person = next((each for each in people if each.number == number), None)
            own = [period for period in periods if period.person == number]
            self._bar(card, person.name if person else words.text("Entry {number}", number=number), own, periods[0])

    def _bar(self, card: Card, name: str, own: Sequence[ContactPeriod], first: ContactPeriod) -> None:
        now = self._workbench.now()
        whole = max(1.0, (now - first.since).total_seconds())
        spans = [
            (
                max(0.0, (period.since - first.since).total_seconds() / whole),
                min(1.0, ((period.until or now) - first.since).total_seconds() / whole),
            )
            for period in own
        ]
        said = "; ".join(self._span_words(period) for period in own)
        row = card.add(Row(gap=12))
        label = row.add(Text(name, "small", weight=500))
        label.setMinimumWidth(theme().px(NAME))
        running = own[-1].until is None or own[-1].until > now
        row.add(PeriodBar(spans, now=running, spoken=f"{name}, {said}"), 1)
        row.add(Text(said, "caption", colour="text2"))

    def _span_words(self, period: ContactPeriod) -> str:
        words, zone = self._workbench.words, self._workbench.zone
        since = period.since.astimezone(zone).date()
        if period.until is None:
            return words.since_date(since, short=True)
        until = period.until.astimezone(zone).date()
        return words.text("{since:since-short} {until:until-short}", since=since, until=until)

    def _everybody(self, people: Sequence[Person], page: ClientPage) -> None:
        words = self._workbench.words
        card = self.column.add(Card(gap=8, fill=True, name=words.text("People")))
        card.add(Text(words.text("People"), "small", weight=600))
        for person in people:
            row = card.add(Row(gap=10))
            label = row.add(Text(person.name, "small", weight=500))
            label.setMinimumWidth(0 if self._single else theme().px(NAME))
            if page.contact and person.number == page.contact.number:
                row.add(Chip(words.text("the contact"), "accent", icon="user-check", in_row=True))
            if person.third_party:
                row.add(Chip(words.text("third party"), icon="users", in_row=True))
            reached = Text(_reached(words, person), "small", colour="text2", wrap=True)
            if self._single:
                row.add_space()
                card.add(reached)
            else:
                row.add(reached, 1)
            away = row.add(IconButton("eraser", words.text("Take the name away…"), small=True))
            away.setProperty("person", person.number)
            away.clicked.connect(self._take_away)
        if not people:
            card.add(Text(words.text("Nobody is entered yet."), "small", colour="text2"))

    def _show_voices(self, counts: tuple[VoiceCount, ...]) -> None:
        words, page = self._workbench.words, self._page
        if page is None:
            return
        self._voices.clear()
        card = self._voices.add(Card(gap=8, fill=True, name=words.text("Other voices")))
        card.add(Text(words.text("Other voices"), "small", weight=600))
        if not counts:
            card.add(Text(words.text("Only the contact has asked for edits."), "small", colour="text2", wrap=True))
        people = {each.number: each for each in self._workbench.journal.clients.people(page.client.number)}
        for count in counts:
            name = people[count.person].name if count.person in people else str(count.person)
            row = card.add(Row(gap=12))
            label = row.add(Text(name, "small", weight=500))
            label.setMinimumWidth(theme().px(NAME))
            row.add(Text(voice_words(words, count), "small", colour="text2", wrap=True), 1)

    def _take_away(self) -> None:
        """The name and the addresses of a person go, what was said stays (4.7)."""
        if self._page is not None:
            self._workbench.open("erase", self._page.client.number, person=int(self.sender().property("person")))

    def _designate(self) -> None:
        if self._page is not None:
            self._workbench.open("contact", self._page.client.number)


def voice_words(words: Words, count: VoiceCount) -> str:
    """ "4 requests since Tue 1 Sep, 1 h 10 min in all"."""
    if not count.minutes:
        return (words.plural("{n} request {day:since-short}", "{n} requests {day:since-short}", count.requests,
                                day=count.since))  # fmt: skip
    return (words.plural(
        "{n} request {day:since-short}, {time} in all", "{n} requests {day:since-short}, {time} in all",
        count.requests, day=count.since, time=words.duration(count.minutes)))  # fmt: skip


def _reached(words: Words, person: Person) -> str:
    parts = [person.role, *(f"{channel_name(words, each.channel)} {each.address}" for each in person.addresses)]
    return " · ".join(part for part in parts if part)
