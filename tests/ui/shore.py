"""A journal with one client on a Friday in May, and a workbench that remembers what was said and opened."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import FixedClock
from app.facts.entries import Entry
from app.facts.terms import AgreedChannel
from app.journal.journal import Journal
from app.journal.opening import create_journal
from app.settings import Settings
from ui.workbench import Told, Workbench

HERE = ZoneInfo("Europe/Madrid")
FRIDAY = datetime(2026, 5, 15, 10, 15, tzinfo=HERE)


class Bench(Workbench):
    """Remembers dialogs that were asked for instead of opening them."""

    def __init__(self, journal: Journal, language: str) -> None:
        super().__init__(journal, Settings(), language)
        self.opened: list[tuple[str, int, dict[str, Any]]] = []
        self.said: list[str] = []
        self.steps: list[Told] = []
        self.told.connect(self._told)

    def open(self, dialog: str, client: int = 0, **what: Any) -> QWidget | None:
        self.opened.append((dialog, client, what))
        return self.window

    def _told(self, told: Told) -> None:
        self.said.append(told.notice.text)
        self.steps.append(told)


class Shore:
    """Clínica Dental Albor: Lucía speaks, Javier does not, WhatsApp and email are agreed."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self.clock = FixedClock(datetime(2026, 5, 4, 9, 0, tzinfo=HERE))
        hours = {day: [["09:00", "18:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
        owner = {"name": "Elena Marín", "zone": "Europe/Madrid", "place": "Valencia", "hours": hours,
                 "languages": ["en"], "promises_a_day": 2}  # fmt: skip
        journal = self.journal = create_journal(folder / "shore.ashore", owner, self.clock)
        self.client = journal.clients.add("Clínica Dental Albor", zone="Europe/Madrid", language="es", place="Madrid")
        self.lucia = journal.clients.add_person(self.client, "Lucía Herrero", called="Lucía", role="marketing")
        self.javier = journal.clients.add_person(self.client, "Javier Ruiz", called="Javier", role="reception")
        journal.clients.designate(self.client, self.lucia, since=date(2026, 5, 4))
        channels = [
            AgreedChannel(channel="whatsapp", address="+34 600 014 227", preferred=True),
            AgreedChannel(channel="email", address="lucia@albor.example"),
        ]
        terms = journal.agreements.proposed(self.client, channels=channels)
        made = journal.agreements.make(self.client, terms, effective_from=date(2026, 5, 4))
        journal.agreements.confirm(self.client, made, by=self.lucia)
        self.clock.move_to(FRIDAY)
        self.bench = Bench(journal, language)

    def kinds(self) -> list[str]:
        """The kinds of the client's entries in order."""
        return [entry.kind for entry in self.entries()]

    def entries(self) -> list[Entry]:
        """The client's entries in order of what happened."""
        return self.journal.reading.timeline(self.client)

    def last(self) -> Entry:
        """The entry that was written last."""
        return max(self.entries(), key=_number)

    def later(self, **length: int) -> None:
        """Let time pass."""
        self.clock.forward(timedelta(**length))

    def close(self) -> None:
        """Close the journal; widgets that were let go are gone."""
        self.bench.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _number(entry: Entry) -> int:
    return entry.seq


def key(
    widget: QWidget, which: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press one key."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, which, held, text))


def type_in(widget: QWidget, text: str) -> None:
    """Type a text in any alphabet, sign by sign."""
    for sign in text:
        key(widget, Qt.Key.Key_unknown, sign)
