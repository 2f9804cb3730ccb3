"""A project told through the verbs of the journal: a bakery in Valencia, October and November 2026, for the papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.clock import FixedClock
from app.facts.terms import AgreedChannel
from app.journal.journal import Journal
from app.journal.opening import create_journal

MADRID = ZoneInfo("Europe/Madrid")
FRIDAY = datetime(2026, 11, 27, 16, 0, tzinfo=MADRID)
HOURS = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}

STAGES = (
    ("Audit of the site", date(2026, 10, 16)),
    ("New order form", date(2026, 11, 6)),
    ("Christmas campaign", date(2026, 11, 30)),
    ("Photos of the shop", date(2026, 12, 18)),
)


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=MADRID)


class Project:
    """The journal of one client up to Friday, 27 November 2026; numbers of its items by name."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.clock = FixedClock(at(10, 1, 9))
        owner = {"name": "Elena Marín", "zone": "Europe/Madrid", "hours": HOURS, "languages": ["en"]}
        self.journal: Journal = create_journal(folder / "project.ashore", owner, self.clock)
        self.client = self.journal.clients.add(
            "Horno del Puerto", zone="Europe/Madrid", language=language,
            contract={"number": "14/2026", "from": "2026-10-01", "to": "2026-12-31"},
        )  # fmt: skip
        self.marta = self.journal.clients.add_person(self.client, "Marta Ibáñez", called="Marta")
        self.journal.clients.designate(self.client, self.marta, date(2026, 10, 1))
        channels = [AgreedChannel(channel="telegram", address="@marta", preferred=True)]
        agreed = self.journal.agreements.make(
            self.client, self.journal.agreements.proposed(self.client, "normal", channels)
        )
        self.journal.agreements.confirm(self.client, agreed)
        self.stages: dict[str, int] = {}
        self.edits: dict[str, int] = {}
        self._plan()
        self._october()
        self._november()
        self.clock.move_to(FRIDAY)

    def edit(self, name: str, asked: datetime, promised: date, delivered: datetime | None = None) -> int:
        """An edit asked for, promised at once, and perhaps delivered; both in Telegram."""
        self.clock.move_to(asked)
        number = self.journal.edits.request(self.client, name, channel="telegram", title=name)
        self.promise(number, promised)
        if delivered:
            self._later(delivered, lambda: self.journal.edits.deliver(number, channel="telegram"))
        self.edits[name] = number
        return number

    def promise(self, edit: int, on: date, reason: str = "") -> None:
        """Another date for it, told in Telegram now."""
        edits = self.journal.edits
        counted = edits.count(self.client, self.clock(), on=on)
        edits.promise(edit, counted.promised, channel="telegram", reason=reason)

    def _later(self, when: datetime, act: Callable[[], object]) -> None:
        self.clock.move_to(when)
        act()

    def _plan(self) -> None:
        plan, goals = self.journal.plan, self.journal.goals
        for title, due in STAGES:
            self.stages[title] = plan.plan(self.client, title, due=due, channel="telegram")
        self.orders = goals.set(self.client, "Orders by the site", base="40", target="100", unit="a month",
                                since=date(2026, 10, 1), by=date(2026, 12, 31))  # fmt: skip
        self.cost = goals.set(self.client, "Cost of an order", base="12.50", target="8", unit="€",
                              since=date(2026, 10, 1), by=date(2026, 12, 31))  # fmt: skip

    def _october(self) -> None:
        plan = self.journal.plan
        self._later(at(10, 2), lambda: plan.start(self.stages["Audit of the site"]))
        self._later(at(10, 15), lambda: plan.deliver(self.stages["Audit of the site"], channel="telegram"))
        self._later(at(10, 16), lambda: plan.accept(self.stages["Audit of the site"]))
        self.edit("Prices of the season", at(10, 19), date(2026, 10, 22), at(10, 22, 17))
        self._later(at(10, 30), lambda: self.journal.goals.measure(self.orders, "51"))

    def _november(self) -> None:
        journal, form = self.journal, self.stages["New order form"]
        self._later(at(11, 2), lambda: journal.plan.start(form))
        self.clock.move_to(at(11, 4))
        asked = ["12 photos of cakes", "Prices of the boxes"]
        self.photos = journal.requests.make(self.client, asked, channel="telegram", needed_for=[form])
        self.clock.move_to(at(11, 6, 11))
        agreed = journal.talk.received(self.client, "The 20th is fine.", channel="telegram")
        self._later(at(11, 6, 12), lambda: journal.plan.move(
            form, date(2026, 11, 20), "client", agreed_in=agreed, reason="photos came late", channel="telegram"
        ))  # fmt: skip
        self._later(at(11, 13, 12), lambda: journal.requests.answer(self.photos, complete=True))
        self.edit("Banner for the shop window", at(11, 9), date(2026, 11, 11), at(11, 11, 12))
        self.edit("Text about the oven", at(11, 10), date(2026, 11, 12), at(11, 12, 12))
        moved = self.edit("Newsletter of November", at(11, 11), date(2026, 11, 13))
        self._later(at(11, 12, 15), lambda: self.promise(moved, date(2026, 11, 16), "the photo was changed"))
        self._later(at(11, 16, 11), lambda: journal.edits.deliver(moved, channel="telegram"))
        self.edit("Opening hours in maps", at(11, 12), date(2026, 11, 16), at(11, 16, 12))
        self.edit("Icons of allergens", at(11, 13), date(2026, 11, 17), at(11, 19, 12))
        self._later(at(11, 20, 16), lambda: journal.plan.deliver(form, channel="telegram"))
        self._talked()
        self.edit("Menu for Christmas", at(11, 26), date(2026, 12, 2))

    def _talked(self) -> None:
        journal = self.journal
        self.clock.move_to(at(11, 24, 12, 30))
        journal.calls.hold(self.client, channel="video", at=at(11, 24, 12), minutes=24, off_topic_minutes=3, topics=[
            {"title": "Christmas campaign", "agreed": True, "outcomes": [
                {"what": "Choose the cover", "who": self.marta, "by": "2026-11-30", "becomes": "nothing"}]},
            {"title": "Budget", "agreed": True, "outcomes": [{"nothing_decided": True}]}])  # fmt: skip
        risk = journal.risks.notice(self.client, "The cover is not chosen", threatens=self.stages["Christmas campaign"],
                                    cause="client")  # fmt: skip
        journal.risks.warn(risk, channel="telegram")
        journal.risks.notice(self.client, "The supplier of boxes is slow", cause="third_party")
        journal.goals.measure(self.orders, "62", on=date(2026, 11, 24))
        journal.goals.measure(self.cost, "10.90", on=date(2026, 11, 24))
        journal.requests.make(self.client, ["Cover A or cover B"], sort="decision", channel="telegram")
        journal.requests.make(self.client, ["Access to the statistics"], sort="access", channel="telegram")
        journal.calls.plan(self.client, local="2026-12-09T12:00", zone="Europe/Madrid", minutes=30, channel="video",
                           topics=["results of the campaign"])  # fmt: skip
