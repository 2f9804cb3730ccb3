"""An autumn with one client, told through the verbs of the journal, with figures enough for every chart (6.11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.clock import FixedClock
from app.facts.terms import AgreedChannel, WriteFirst

if TYPE_CHECKING:
    from app.journal.journal import Journal

HERE = ZoneInfo("Europe/Madrid")
CASA = "Casa Jacaranda"
BEGUN = datetime(2026, 9, 1, 9, 0, tzinfo=HERE)
MOMENT = datetime(2026, 11, 20, 11, 42, tzinfo=HERE)
WEEK = ("mon", "tue", "wed", "thu", "fri")

TALK = (
    (1, 9, 10, 50), (3, 9, 12, 69), (4, 9, 10, 54), (7, 9, 11, 49), (8, 9, 9, 34), (10, 9, 12, 54), (11, 9, 10, 84),
    (14, 9, 9, 48), (16, 9, 10, 42), (18, 9, 11, 156), (21, 9, 12, 66), (23, 9, 9, 61), (24, 9, 10, 15),
    (28, 9, 9, 77), (30, 9, 11, 69), (1, 10, 12, 69), (5, 10, 9, 14), (6, 10, 10, 13), (8, 10, 11, 34),
    (9, 10, 9, 185), (13, 10, 10, 64), (14, 10, 11, 55), (15, 10, 12, 70), (16, 10, 9, 40), (19, 10, 10, 54),
    (20, 10, 11, 66), (22, 10, 12, 40), (26, 10, 9, 45), (27, 10, 10, 87), (28, 10, 9, 138), (29, 10, 11, 41),
    (4, 11, 10, 39), (5, 11, 11, 48), (6, 11, 12, 53), (9, 11, 9, 72), (10, 11, 10, 62), (11, 11, 11, 46),
    (13, 11, 9, 33), (16, 11, 10, 44), (17, 11, 9, 87), (18, 11, 11, 37),
)  # fmt: skip
"""Day, month, hour of a message of theirs, and the minutes until my answer."""

EDITS = (
    ("Room rates of autumn", (2, 9), (4, 9), "kept"),
    ("Breakfast menu", (3, 9), (8, 9), "kept"),
    ("Autumn page", (9, 9), (15, 9), "missed"),
    ("Map of the quarter", (10, 9), (14, 9), "kept"),
    ("Price list", (14, 9), (17, 9), "moved late"),
    ("Gallery, first ten", (17, 9), (22, 9), "kept"),
    ("Newsletter of October", (22, 9), (25, 9), "moved"),
    ("Booking form", (25, 9), (30, 9), "kept"),
    ("Day of the Dead, banner", (1, 10), (6, 10), "kept"),
    ("Terrace, texts", (5, 10), (8, 10), "kept"),
    ("Opening hours", (8, 10), (13, 10), "kept"),
    ("Menu in English", (13, 10), (16, 10), "moved"),
    ("Icons of the rooms", (16, 10), (21, 10), "kept"),
    ("Answers to guests", (20, 10), (23, 10), "kept"),
    ("Footer and addresses", (23, 10), (28, 10), "kept"),
    ("Winter rates", (5, 11), (10, 11), "kept"),
    ("Christmas page", (6, 11), (12, 11), "moved"),
    ("Gift card", (10, 11), (13, 11), "kept"),
    ("Newsletter of November", (12, 11), (18, 11), "kept"),
)
"""Title, asked on, promised for, what became of it."""

CALLS = ((8, 9, 24, 12), (22, 9, 26, 11), (13, 10, 34, 13), (5, 11, 24, 8), (17, 11, 22, 5))
"""Day, month, minutes, of them off topic."""


class Autumn:
    """From 1 September to Friday, 20 November 2026; `journal` stays open at that moment, `client` is its only one."""

    def __init__(self, folder: Path) -> None:
        from app.journal.opening import create_journal

        owner = {"name": "Elena Marín", "zone": "Europe/Madrid", "place": "Valencia", "languages": ["en", "ru", "es"],
                 "hours": {day: [["09:00", "18:00"]] for day in WEEK}, "promises_a_day": 3}  # fmt: skip
        self.clock = FixedClock(BEGUN)
        self.journal: Journal = create_journal(folder / "autumn.ashore", owner, self.clock)
        self.client = self._casa()
        self._steps: list[tuple[datetime, int, Callable[[], object]]] = []
        for told in TALK:
            self._talk(*told)
        for title, asked, promised, result in EDITS:
            self._edit(title, date(2026, *reversed(asked)), date(2026, *reversed(promised)), result)
        for call in CALLS:
            self._call(*call)
        self._requests()
        for at, _, step in sorted(self._steps, key=_when):
            self.clock.move_to(at)
            step()
        self.clock.move_to(MOMENT)

    def _casa(self) -> int:
        journal = self.journal
        contract = {"number": "9/2026", "from": "2026-09-01", "to": "2027-02-28"}
        client = journal.clients.add(CASA, zone="America/Mexico_City", language="es", place="Mexico City",
                                     contract=contract)  # fmt: skip
        mariana = journal.clients.add_person(client, "Mariana Ortega", called="Mariana", role="owner")
        journal.clients.designate(client, mariana, since=date(2026, 9, 1))
        channels = [AgreedChannel(channel="whatsapp", address="+52 55 0142 7710", preferred=True)]
        agreed = replace(journal.agreements.proposed(client, channels=channels), write_first=WriteFirst(1, 1, 4))
        journal.agreements.confirm(client, journal.agreements.make(client, agreed), by=mariana)
        return client

    def _then(self, day: date, hour: int, step: Callable[[], object], minutes: int = 0) -> None:
        at = datetime(day.year, day.month, day.day, hour, tzinfo=HERE) + timedelta(minutes=minutes)
        self._steps.append((at, len(self._steps), step))

    def _talk(self, day: int, month: int, hour: int, minutes: int) -> None:
        on = date(2026, month, day)
        self._then(on, hour, partial(self.journal.talk.received, self.client, "¿Cómo va?"), 5)
        self._then(on, hour, partial(self.journal.talk.sent, self.client, "Bien, mañana lo verás."), 5 + minutes)

    def _edit(self, title: str, asked: date, promised: date, result: str) -> None:
        numbers: list[int] = []
        edits = self.journal.edits

        def ask() -> None:
            numbers.append(edits.request(self.client, title, title=title))
            self._promise(numbers[0], promised)

        late = result == "moved late"
        day = timedelta(days=1)
        moved = promised + (2 * day if late else day)

        def move() -> None:
            self._promise(numbers[0], moved)

        def deliver() -> None:
            edits.deliver(numbers[0])

        self._then(asked, 17, ask)
        if result.startswith("moved"):
            self._then(promised + day if late else promised - day, 10, move)
        self._then({"kept": promised, "missed": promised + day}.get(result, moved), 16, deliver)

    def _promise(self, edit: int, on: date) -> None:
        counted = self.journal.edits.count(self.client, self.clock(), on=on)
        self.journal.edits.promise(edit, counted.promised, channel="whatsapp")

    def _call(self, day: int, month: int, minutes: int, off_topic: int) -> None:
        hold = partial(self.journal.calls.hold, self.client, channel="video", minutes=minutes,
                       off_topic_minutes=off_topic, topics=[
                           {"title": "Rates", "agreed": True, "outcomes": [{"nothing_decided": True}]}])  # fmt: skip
        self._then(date(2026, month, day), 17, hold, 30)

    def _requests(self) -> None:
        make, answer = self.journal.requests.make, self.journal.requests.answer
        menu: list[int] = []
        self._then(date(2026, 10, 1), 16, lambda: menu.append(
            make(self.client, ["Approval of the menu"], sort="approval", on=date(2026, 10, 6))))  # fmt: skip
        self._then(date(2026, 10, 9), 16, lambda: answer(menu[0], complete=True))
        self._then(date(2026, 11, 5), 16, lambda: make(
            self.client, ["Photos and map access"], on=date(2026, 11, 10)))  # fmt: skip
        miss = partial(self.journal.calls.miss, self.client, "client")
        self._then(date(2026, 10, 27), 17, miss)


def _when(step: tuple[datetime, int, Callable[[], object]]) -> tuple[datetime, int]:
    return step[:2]
