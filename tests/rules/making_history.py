"""A story read as a whole history, for the statistics."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from app.facts.history import AskedFor, History, Mark, Missed, Moved
from app.facts.statistics import Period, PeriodSort, Statistics
from app.facts.work import Step
from app.rules.statistics import statistics
from tests.rules.making import Story
from tests.rules.making_work import at


class Past(Story):
    """A story of which somebody asks for the figures."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.marks: list[Mark] = []
        self.calls_missed: list[Missed] = []
        self.calls_moved: list[Moved] = []
        self.askings: list[AskedFor] = []
        self.unclocked: set[int] = set()
        self.turns: list[Step] = []

    def mark(self, message: int, when: str) -> None:
        """A message that was found later to need no answer."""
        self.marks.append(Mark(message=message, recorded=at(when)))

    def miss(self, on: str, by: str) -> int:
        """A call that did not come about."""
        number = next(self.numbers)
        self.calls_missed.append(Missed(entry=number, on=date.fromisoformat(on), by=by))
        return number

    def history(self, now: str) -> History:
        """Everything up to an hour."""
        snapshot = self.snapshot()
        return History(
            snapshot=snapshot,
            now=at(now),
            marks=tuple(self.marks),
            missed=tuple(self.calls_missed),
            moved=tuple(self.calls_moved),
            asked=tuple(self.askings),
            unclocked=frozenset(self.unclocked),
            turns=tuple(self.turns),
        )

    def figures(self, now: str, first: str = "2026-01-01", last: str = "2026-12-31") -> Statistics:
        """The figures of some days."""
        period = Period(PeriodSort.DATES, date.fromisoformat(first), date.fromisoformat(last))
        return statistics(self.history(now), period)

    def backdated(self, number: int, recorded: str) -> int:
        """An entry of talk that was written down later than it happened."""
        self.talk = [replace(each, recorded=at(recorded)) if each.entry == number else each for each in self.talk]
        return number
