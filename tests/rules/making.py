"""Snapshots for the rules of first contact, made by telling what happened; hours are said in Madrid."""

from __future__ import annotations

from datetime import date, datetime
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.facts.calendar_body import calendar_of
from app.facts.flags import Flag
from app.facts.people import ActiveSpan, Address, Client, ClientState, ContactPeriod, Owner, Person
from app.facts.plan import Goal, Objection, Risk, Stage, Understanding
from app.facts.snapshot import ReportSent, Side, Snapshot, Snooze, Talk
from app.facts.terms import AgreedChannel, Agreement, Terms
from app.facts.wall_time import local_date
from app.facts.work import AnyItem, Call, Edit, Mention, Request
from app.rules.flags import flags
from app.rules.terms import default_agreement, preset_terms
from app.rules.view import ClientView
from tests.rules.making_plan import Course
from tests.rules.making_work import MADRID, Work, at

CLIENT, LUCIA, JAVIER, ANA = 11, 12, 13, 14
USUAL = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
LADDER = (
    AgreedChannel(channel="telegram", address="@lucia", preferred=True),
    AgreedChannel(channel="phone", address="+34 600 014 227", purposes=("urgent",)),
    AgreedChannel(channel="email", address="lucia@albor.example"),
)


def owner(**calendar: Any) -> Owner:
    """A freelancer in Madrid, Monday to Friday from nine to six."""
    zone = calendar.pop("zone", MADRID)
    hours = calendar.pop("hours", USUAL)
    return Owner(name="Marta", zone=zone, calendar=calendar_of(zone=zone, hours=hours, **calendar))


class Story(Work, Course):
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
        self.items: dict[int, AnyItem] = {}
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
                mention = Mention(entry=number, at=at(when), to=to, channel=self.talk[-1].channel)
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

    # --- what the rules see ------------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Everything told so far, in order of what happened (D18)."""
        nouns = {"edits": Edit, "calls": Call, "requests": Request, "stages": Stage, "objections": Objection}
        nouns |= {"risks": Risk, "goals": Goal, "understandings": Understanding}
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
