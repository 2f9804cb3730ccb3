"""Snapshots for the rules of first contact, made by telling what happened; hours are said in Madrid."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.facts.calendar_body import calendar_of
from app.facts.flags import Flag
from app.facts.people import ActiveSpan, Address, Client, ClientState, ContactPeriod, Owner, Person
from app.facts.snapshot import ReportSent, Side, Snapshot, Snooze, Talk
from app.facts.terms import AgreedChannel, Agreement, Terms
from app.facts.wall_time import local_date
from app.facts.work import (
    Asked,
    Call,
    Delivery,
    Edit,
    Mention,
    Outcome,
    PlainItem,
    Promise,
    Request,
    Step,
    Told,
    Topic,
)
from app.rules.flags import flags
from app.rules.promises import client_term, promise
from app.rules.terms import default_agreement, preset_terms
from app.rules.view import ClientView

MADRID = "Europe/Madrid"
CLIENT, LUCIA, JAVIER, ANA = 11, 12, 13, 14
USUAL = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
LADDER = (
    AgreedChannel(channel="telegram", address="@lucia", preferred=True),
    AgreedChannel(channel="phone", address="+34 600 014 227", purposes=("urgent",)),
    AgreedChannel(channel="email", address="lucia@albor.example"),
)


def at(text: str, zone: str = MADRID) -> datetime:
    """`2026-11-20 11:42` on the wall of a place, as an instant."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def owner(**calendar: Any) -> Owner:
    """A freelancer in Madrid, Monday to Friday from nine to six."""
    zone = calendar.pop("zone", MADRID)
    hours = calendar.pop("hours", USUAL)
    return Owner(name="Marta", zone=zone, calendar=calendar_of(zone=zone, hours=hours, **calendar))


class Story:
    """What happened with one client; each line is told with its hour, and returns the number of its entry."""

    def __init__(
        self,
        *,
        me: Owner | None = None,
        state: ClientState = ClientState.ACTIVE,
        added: str = "2026-09-01 10:00",
        preset: str | None = "normal",
        client: int = CLIENT,
    ) -> None:
        self.owner = me or owner()
        self.added = at(added)
        self.client = Client(
            number=client,
            name="Clínica Albor",
            state=state,
            added=self.added,
            opened=self.added,
            zone=MADRID,
            active=(ActiveSpan(self.added, None),) if state is ClientState.ACTIVE else (),
        )
        self.people = [
            Person(number=LUCIA, client=client, name="Lucía Herrero", called="Lucía"),
            Person(number=JAVIER, client=client, name="Javier Ruiz", called="Javier"),
            Person(number=ANA, client=client, name="Ana", addresses=(Address("email", "ana@albor.example"),)),
        ]
        self.contacts = [ContactPeriod(entry=15, person=LUCIA, since=self.added)]
        self.agreements: list[Agreement] = []
        self.numbers = count(100)
        self.talk: list[Talk] = []
        self.items: dict[int, Edit | Call | Request | PlainItem] = {}
        self.more: dict[str, Any] = {}
        self.reports: list[ReportSent] = []
        self.snoozes: list[Snooze] = []
        if preset:
            self.agreed(preset, since=added[:10])

    # --- the shore ---------------------------------------------------------------------------------------------

    def terms(self, preset: str = "normal", **changes: Any) -> Terms:
        """A preset with some terms changed."""
        made = preset_terms(
            preset,
            owner_zone=self.owner.zone,
            owner_weekly={day: tuple(map(tuple, spans)) for day, spans in USUAL.items()},
            client_zone=MADRID,
        )
        return replace(made, channels=LADDER, **changes) if "channels" not in changes else replace(made, **changes)

    def agreed(self, preset: str = "normal", *, since: str, confirmed: bool = True, **changes: Any) -> int:
        """A version of the agreement, in force from the start of a day."""
        number = 20 + len(self.agreements)
        start = at(f"{since} 00:00")
        self.agreements.append(
            Agreement(
                entry=number,
                terms=self.terms(preset, **changes),
                effective_from=date.fromisoformat(since),
                since=start,
                confirmed=start if confirmed else None,
                number=len(self.agreements) + 1,
            )
        )
        return number

    def contact(self, person: int, *, since: str) -> None:
        """Another contact from an instant on; the running period ends there."""
        start = at(since)
        if self.contacts and self.contacts[-1].until is None:
            self.contacts[-1] = replace(self.contacts[-1], until=start)
        self.contacts.append(ContactPeriod(entry=next(self.numbers), person=person, since=start))

    # --- talk --------------------------------------------------------------------------------------------------

    def received(self, when: str, text: str = "When is it ready?", by: int | None = None, **more: Any) -> int:
        """A message of theirs."""
        return self._line(when, Side.THEIRS, "message.received", by, text, more)

    def sent(self, when: str, text: str = "Here it is", to: int | None = None, **more: Any) -> int:
        """A message of mine; `about` items makes them told (B8)."""
        number = self._line(when, Side.MINE, more.pop("kind", "message.sent"), to, text, more)
        for item in self.talk[-1].about:
            if item in self.items:
                mention = Mention(entry=number, at=at(when), to=to)
                self.items[item] = replace(self.items[item], mentions=(*self.items[item].mentions, mention))
        return number

    def _line(self, when: str, side: Side, kind: str, person: int | None, text: str, more: dict[str, Any]) -> int:
        number = next(self.numbers)
        more = {"channel": "telegram"} | more
        line = Talk(
            entry=number, at=at(when), recorded=at(when), side=side, kind=kind, person=person, text=text, **more
        )
        self.talk.append(line)
        return number

    # --- work --------------------------------------------------------------------------------------------------

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

    def stage(self, when: str, *steps: tuple[str, str], **more: Any) -> int:
        """A stage with its steps (kind, when)."""
        number = next(self.numbers)
        self.items[number] = PlainItem(
            number=number,
            client=self.client.number,
            begun=at(when),
            recorded=at(when),
            open=True,
            title="Launch",
            noun="stage",
            steps=tuple(self._step(kind, moment, **more) for kind, moment in steps),
        )
        return number

    def objection(self, when: str, *, pause_until: str) -> int:
        """A quarrel, and how long it is left alone."""
        number = self.stage(when)
        pause = at(pause_until)
        self.items[number] = replace(self.items[number], noun="objection", title="Too dear", pause_until=pause)
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

    # --- what the rules see ------------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Everything told so far, in order of what happened (D18)."""
        nouns = {"edits": Edit, "calls": Call, "requests": Request, "others": PlainItem}
        sorted_items = {
            name: tuple(each for each in self.items.values() if isinstance(each, noun)) for name, noun in nouns.items()
        }
        return Snapshot(
            owner=self.owner,
            client=self.client,
            people=tuple(self.people),
            contacts=tuple(self.contacts),
            agreements=(default_agreement(self.owner, self.client), *self.agreements),
            talk=tuple(sorted(self.talk, key=_happened)),
            reports=tuple(self.reports),
            snoozes=tuple(self.snoozes),
            **sorted_items,
            **self.more,
        )

    def view(self, now: str) -> ClientView:
        """The client as it stands at an hour."""
        return ClientView(self.snapshot(), at(now))

    def flags(self, now: str) -> tuple[Flag, ...]:
        """All flags at an hour."""
        return flags([self.snapshot()], at(now))

    def all(self, rule: str, now: str) -> list[Flag]:
        """The flags of one rule."""
        return [each for each in self.flags(now) if each.rule == rule]

    def flag(self, rule: str, now: str) -> Flag | None:
        """The one flag of a rule, or none."""
        found = self.all(rule, now)
        assert len(found) <= 1, found
        return found[0] if found else None

    def severity(self, rule: str, now: str) -> str | None:
        """How urgent the one flag of a rule is, or None without one."""
        found = self.flag(rule, now)
        return found.severity.value if found else None


def _happened(line: Talk) -> tuple[datetime, int]:
    return line.at, line.entry


def day(flag: Flag | None) -> str:
    """The due day of a flag in Madrid."""
    assert flag is not None
    return local_date(MADRID, flag.due).isoformat()


def hour(flag: Flag | None) -> str:
    """The due day and hour of a flag in Madrid."""
    assert flag is not None
    return f"{flag.due.astimezone(ZoneInfo(MADRID)):%Y-%m-%d %H:%M}"
