"""One owner's year: three clients who ask, owe, call and pay, day by day, on a real journal with a clock of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from app.clock import FixedClock
from app.facts.flags import Flag
from app.facts.terms import AgreedChannel
from app.journal.journal import Journal
from app.journal.opening import create_journal
from app.rules.flags.cards import cards
from tests.years.client import TheirSide
from tests.years.habits import Habits
from tests.years.owner import MySide, Reason, reason

MADRID = ZoneInfo("Europe/Madrid")
FIRST, LAST = date(2026, 1, 5), date(2026, 12, 31)
HOURS = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
STEPS = (time(9, 0), time(11, 0), time(14, 0), time(16, 30))
NAMES = ("Clínica Albor", "Мастерская «Глина»", "Casa Jacaranda")


class Year:
    """The journal of one owner, and what its mornings said."""

    def __init__(self, folder: Path, habits: Habits) -> None:
        self.habits = habits
        self.clock = FixedClock(at(FIRST, time(8, 0)))
        owner = {"name": "Elena Marín", "zone": "Europe/Madrid", "hours": HOURS, "languages": ["es"]}
        self.journal: Journal = create_journal(folder / f"{habits.name}.ashore", owner, self.clock)
        random = Random(habits.name)
        self.mine = MySide(self.journal, self.clock, habits, random)
        self.theirs = [
            TheirSide(self.journal, self.clock, self._client(name), random, all_day=habits.chatty and name is NAMES[0])
            for name in NAMES
        ]
        self.mornings: Counter[str] = Counter()
        """Mornings on which a rule was listed for any client."""
        self.rhythm = 0
        """Mornings on which F21 or F22 stood anywhere, in the foot of a card too."""
        self.again: Counter[Reason] = Counter()
        """Mornings running on which a key stood in the list though it was acted upon before."""
        self.worst = 0
        self.first_morning_back: set[str] = set()
        """The rules of the list on the first morning after being away."""
        self.days = 0
        self._month = 0

    def live(self) -> None:
        """All the working days of the year."""
        for day in working_days(FIRST, LAST):
            if self._away(day):
                self._rest(day)
            else:
                self._work(day)

    def _client(self, name: str) -> int:
        journal = self.journal
        client = journal.clients.add(
            name, zone="Europe/Madrid", language="es", contract={"from": "2026-01-05", "to": "2026-12-31"}
        )
        person = journal.clients.add_person(client, "Lucía Herrero", called="Lucía")
        journal.clients.designate(client, person, FIRST)
        telegram = AgreedChannel(channel="telegram", address="@lucia", preferred=True)
        agreement = journal.agreements.make(client, journal.agreements.proposed(client, "normal", [telegram]))
        journal.agreements.confirm(client, agreement)
        return client

    def _work(self, day: date) -> None:
        self._turns(day)
        for step in STEPS:
            self.clock.move_to(at(day, step))
            if step == STEPS[0]:
                self._morning()
            with self.journal.act():
                for each in self.theirs:
                    each.step(day, step)
            self.clock.forward(timedelta(minutes=20))
            with self.journal.act():
                self.mine.react(self.journal.desk.flags())
                self.mine.routine(day, step)

    def _turns(self, day: date) -> None:
        """What comes by the calendar, on the afternoon before anybody reads a list."""
        self.clock.move_to(at(day, time(8, 30)))
        with self.journal.act():
            for each in self.theirs:
                if day.month != self._month:
                    each.month(day)
                if day.weekday() == 4:
                    each.friday(day)
        self._month = day.month
        away = self.habits.away
        if away and day == away[0] - timedelta(days=21):
            body = {"days_off": [{"from": away[0], "to": away[1]}]}
            self.journal.record("owner.changed", 0, body)

    def _rest(self, day: date) -> None:
        """Away: they write all the same."""
        self.clock.move_to(at(day, STEPS[1]))
        with self.journal.act():
            for each in self.theirs:
                each.step(day, STEPS[1])

    def _away(self, day: date) -> bool:
        away = self.habits.away
        return away is not None and away[0] <= day <= away[1]

    def _morning(self) -> None:
        found = cards(self.journal.desk.flags())
        listed = [flag for card in found for flag in card.reasons]
        self.mornings.update({flag.rule for flag in listed})
        rhythm = {flag.rule for card in found for flag in (*card.reasons, *card.foot)} & {"F21", "F22"}
        self.rhythm += bool(rhythm)
        self.days += 1
        if self.habits.away and not self.first_morning_back and self.clock().date() > self.habits.away[1]:
            self.first_morning_back = {flag.rule for flag in listed}
        self._count_repeats(listed)
        with self.journal.act():
            self.mine.morning(listed)

    def _count_repeats(self, listed: list[Flag]) -> None:
        """How many mornings running a reason stood there after the owner did what it asked for."""
        for flag in listed:
            if flag.rule == "F11":
                self.mine.forget_plans(flag.client)
        standing = set(map(reason, listed)) & self.mine.done
        self.again = Counter({each: self.again[each] + 1 for each in standing})
        self.worst = max(self.worst, *self.again.values()) if self.again else self.worst


def at(day: date, clock: time) -> datetime:
    """A wall time of the owner."""
    return datetime.combine(day, clock, MADRID)


def working_days(first: date, last: date) -> Iterator[date]:
    """Mondays to Fridays."""
    day = first
    while day <= last:
        if day.weekday() < 5:
            yield day
        day += timedelta(days=1)
