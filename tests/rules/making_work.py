"""The work of a story: edits with their dates, calls, requests, stages, reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.facts.people import Client, Owner
from app.facts.plan import Objection, Stage, StageDate
from app.facts.snapshot import ReportSent, Snooze
from app.facts.work import (
    Asked,
    Call,
    Delivery,
    Edit,
    Outcome,
    Promise,
    Request,
    Step,
    Told,
    Topic,
)
from app.rules.promises import client_term, promise

MADRID = "Europe/Madrid"


def at(text: str, zone: str = MADRID) -> datetime:
    """`2026-11-20 11:42` on the wall of a place, as an instant."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


class Work:
    """What is asked for, promised, held and owed; each line returns the number of its entry."""

    owner: Owner
    client: Client
    numbers: Iterator[int]
    items: dict[int, Any]
    reports: list[ReportSent]
    snoozes: list[Snooze]

    def edit(self, when: str, title: str = "Implants page", by: int | None = None, **more: Any) -> int:
        """An edit asked for by somebody (None: the contact), in a message of its own."""
        number = next(self.numbers)
        begun = at(when)
        self.items[number] = Edit(
            number=number,
            client=self.client.number,
            begun=begun,
            recorded=begun,
            open=True,
            title=title,
            text=title,
            person=by,
            **more,
        )
        return number

    def promise(self, edit: int, when: str, on: str, *, told: bool = True, provisional: bool = False) -> int:
        """A date for an edit, told in the same breath unless said otherwise."""
        number = next(self.numbers)
        day = date.fromisoformat(on)
        counted = promise(self.owner.calendar, at(f"{on} 12:00"), 0, "day_n")
        self._grow(
            edit,
            "promises",
            Promise(
                entry=number,
                at=at(when),
                on=day,
                closing=counted.closing,
                provisional=provisional,
                told=Told(at=at(when), entry=number) if told else None,
            ),
        )
        return number

    def delivered(self, edit: int, when: str, *, told: bool = False) -> int:
        """A result handed over."""
        number = next(self.numbers)
        saying = Told(at=at(when), entry=number) if told else None
        self._grow(edit, "deliveries", Delivery(entry=number, at=at(when), told=saying))
        return number

    def returned(self, edit: int, when: str) -> None:
        """The client sends it back."""
        self._grow(edit, "returns", self._step("edit.returned", when))

    def step(self, item: int, name: str, kind: str, when: str, **more: Any) -> None:
        """`confirmed`, `ended` and their like."""
        self.items[item] = replace(self.items[item], **{name: self._step(kind, when, **more)})

    def request(self, when: str, due: str | None = None, *, days: int = 3, needed_for: tuple[int, ...] = ()) -> int:
        """Something asked of the client; without `due` by their term on their calendar."""
        number = next(self.numbers)
        counted = client_term(self.owner.calendar, at(when), days)
        on = date.fromisoformat(due) if due else counted.on
        closing = promise(self.owner.calendar, at(f"{on} 12:00"), 0, "day_n").closing
        self.items[number] = Request(
            number=number,
            client=self.client.number,
            begun=at(when),
            recorded=at(when),
            open=True,
            title="12 photos",
            kind="material",
            items=(Asked(1, "12 photos"),),
            needed_for=needed_for,
            due=on,
            closing=closing,
            told=Told(at=at(when), entry=number),
        )
        return number

    def reminded(self, request: int, when: str) -> None:
        """One reminder in writing."""
        self._grow(request, "reminders", self._step("request.reminded", when))

    def call(self, when: str | None, *, day: str = "", topics: tuple[str, ...] = ("Prices",), **more: Any) -> int:
        """A call planned for an hour, or for a day only."""
        number = next(self.numbers)
        begun = at(more.pop("begun", "2026-11-02 10:00"))
        more = {"channel": "video", "minutes": 30, "state": "planned"} | more
        self.items[number] = Call(
            number=number,
            client=self.client.number,
            begun=begun,
            recorded=begun,
            open=True,
            title=", ".join(topics),
            planned_local=when.replace(" ", "T") if when else "",
            planned_zone=MADRID if when else "",
            planned_day=date.fromisoformat((when or day)[:10]),
            planned_topics=tuple(Topic(title=each, agreed=True) for each in topics),
            **more,
        )
        return number

    def held(self, when: str, *outcomes: str, **more: Any) -> int:
        """A call that was held, with one topic and what came of it."""
        made = tuple(Outcome(what=each, decided=each != "nothing decided") for each in outcomes)
        number = self.call(when, begun=when, state="held", topics=(), **more)
        call = self.items[number]
        topics = (Topic(title="Prices", agreed=True, outcomes=made),)
        held = Step(entry=number, kind="call.held", at=at(when), channel="video")
        self.items[number] = replace(call, topics=topics, held=held)
        return number

    def stage(self, when: str, *steps: tuple[str, str], due: str = "", **more: Any) -> int:
        """A stage with its steps (kind, when); `more` goes into the delivery's Told when a channel is named."""
        number = next(self.numbers)
        channel = more.pop("channel", "")
        done = {kind: self._step(kind, moment, channel=channel) for kind, moment in steps}
        given = done.get("stage.delivered")
        dates = ()
        if due:
            on = date.fromisoformat(due)
            closing = at(f"{due} 18:00")
            dates = (StageDate(entry=number, at=at(when), on=on, closing=closing),)
        deliveries = ()
        if given:
            told = Told(at=given.at, entry=given.entry) if channel else None
            deliveries = (Delivery(entry=given.entry, at=given.at, told=told),)
        self.items[number] = Stage(
            number=number,
            client=self.client.number,
            begun=at(when),
            recorded=at(when),
            open="stage.accepted" not in done,
            title="Launch",
            dates=dates,
            started=done.get("stage.started"),
            deliveries=deliveries,
            accepted=done.get("stage.accepted"),
            **more,
        )
        return number

    def objection(self, when: str, *, pause_until: str = "") -> int:
        """A quarrel, and how long it is left alone."""
        number = next(self.numbers)
        self.items[number] = Objection(
            number=number,
            client=self.client.number,
            begun=at(when),
            recorded=at(when),
            open=True,
            title="Too dear",
            what="Too dear",
            pause_until=at(pause_until) if pause_until else None,
        )
        return number

    def report(self, when: str, period: str, sort: str = "weekly") -> None:
        """A report that was given."""
        self.reports.append(ReportSent(entry=next(self.numbers), sort=sort, period=period, at=at(when)))

    def snooze(self, key: str, made: str, until: str | None) -> None:
        """Put a flag aside until an instant, or for good."""
        end = at(until) if until else None
        self.snoozes.append(Snooze(key=key, entry=next(self.numbers), made=at(made), until=end))

    def _grow(self, item: int, name: str, value: object) -> None:
        found = self.items[item]
        self.items[item] = replace(found, **{name: (*getattr(found, name), value)})

    def _step(self, kind: str, when: str, **more: Any) -> Step:
        return Step(entry=next(self.numbers), kind=kind, at=at(when), **more)
