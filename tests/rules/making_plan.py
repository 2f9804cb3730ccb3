"""The plan of a story: risks, goals, moves of stages, payments, the end of the contract, days off of my own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from app.facts.calendar import DaysOff
from app.facts.people import Client, Contract, Owner
from app.facts.plan import Goal, Reading, Risk, StageDate
from app.facts.snapshot import OffSince, Payment
from app.facts.work import Step
from tests.rules.making_work import at


class Course:
    """What a project is held to; each line returns the number of its entry."""

    owner: Owner
    client: Client
    numbers: Iterator[int]
    items: dict[int, Any]
    more: dict[str, Any]

    def risk(self, when: str, *, known: str = "", title: str = "The map has no owner") -> int:
        """A risk that I noticed, known since an earlier moment or since then."""
        number = next(self.numbers)
        self.items[number] = Risk(
            number=number,
            client=self.client.number,
            begun=at(when),
            recorded=at(when),
            open=True,
            title=title,
            text=title,
            known_at=at(known) if known else None,
        )
        return number

    def goal(self, base: str, target: str, since: str = "2026-11-02", by: str = "2026-11-30", **more: Any) -> int:
        """A metric on its way from one figure to another."""
        number = next(self.numbers)
        self.items[number] = Goal(
            number=number,
            client=self.client.number,
            begun=at(f"{since} 10:00"),
            recorded=at(f"{since} 10:00"),
            open=True,
            title="Orders",
            metric="Orders",
            base=base,
            target=target,
            since=date.fromisoformat(since),
            by=date.fromisoformat(by),
            **more,
        )
        return number

    def measured(self, goal: int, when: str, value: str) -> int:
        """A reading of the day on which it is written down."""
        entry = next(self.numbers)
        reading = Reading(entry=entry, at=at(when), on=date.fromisoformat(when[:10]), value=value)
        self._add(goal, "readings", reading)
        return entry

    def moved(self, stage: int, when: str, due: str, cause: str = "me", **more: Any) -> int:
        """Another day for a stage; `told` and `agreed_in` say how."""
        entry = next(self.numbers)
        on = date.fromisoformat(due)
        day = StageDate(entry=entry, at=at(when), on=on, closing=at(f"{due} 18:00"), cause=cause, **more)
        self._add(stage, "dates", day)
        return entry

    def paid(self, when: str, received_on: str = "") -> int:
        """Money that came."""
        entry = next(self.numbers)
        day = date.fromisoformat(received_on or when[:10])
        self.more["payments"] = (*self.more.get("payments", ()), Payment(entry=entry, at=at(when), received_on=day))
        return entry

    def contract(self, last: str, first: str = "") -> None:
        """The days of the contract on paper."""
        begins = date.fromisoformat(first) if first else None
        self.client = replace(self.client, contract=Contract(first_day=begins, last_day=date.fromisoformat(last)))

    def off(self, when: str, *ranges: tuple[str, str]) -> int:
        """Own days off, all written down in one entry."""
        entry, moment = next(self.numbers), at(when)
        days = [(date.fromisoformat(first), date.fromisoformat(last)) for first, last in ranges]
        self.owner = with_days_off(self.owner, *days)
        since = (OffSince(entry=entry, at=moment, first=first, last=last) for first, last in days)
        self.more["off_since"] = (*self.more.get("off_since", ()), *since)
        return entry

    def stopped(self, when: str, **more: Any) -> int:
        """All work is stopped, and nobody was told unless `message` or `channel` says so."""
        turn = Step(entry=next(self.numbers), kind="work.stopped", at=at(when), **more)
        self.more |= {"stopped": turn.entry, "stop_or_resume": turn}
        return turn.entry

    def _add(self, item: int, name: str, value: object) -> None:
        found = self.items[item]
        self.items[item] = replace(found, **{name: (*getattr(found, name), value)})


def with_days_off(owner: Owner, *ranges: tuple[date, date]) -> Owner:
    """The same owner with more days off."""
    more = tuple(DaysOff(first=first, last=last) for first, last in ranges)
    calendar = replace(owner.calendar, days_off=owner.calendar.days_off + more)
    return replace(owner, calendar=calendar)
