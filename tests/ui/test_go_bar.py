"""G and Ctrl+G: to a day as the rest of the program reads days, or to an entry by its number (6.4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.shore import FRIDAY, Shore, key, type_in
from ui.pages.client.go_bar import place_typed
from ui.pages.client.journal_tab import JournalTab

Show = Callable[..., QWidget]
TODAY = date(2026, 5, 15)


@pytest.mark.parametrize(
    ("said", "language", "place"),
    [
        ("yesterday", "en", date(2026, 5, 14)),
        ("вчера", "ru", date(2026, 5, 14)),
        ("ayer", "es", date(2026, 5, 14)),
        ("25", "en", date(2026, 4, 25)),
        ("25 nov", "en", date(2025, 11, 25)),
        ("1.5.2024", "ru", date(2024, 5, 1)),
        ("2026-05-04", "en", date(2026, 5, 4)),
        ("#25", "en", 25),
        ("№ 7", "ru", 7),
        ("1285", "en", 1285),
        ("1 284", "en", 1284),
        ("1\u2009284\u202f000", "es", 1_284_000),
        ("nonsense", "en", None),
        ("#", "en", None),
    ],
)
def test_a_day_or_an_entry_is_understood(said: str, language: str, place: date | int | None) -> None:
    assert place_typed(said, TODAY, language) == place


@pytest.fixture
def tab(shore: Shore, show: Show) -> JournalTab:
    with shore.journal.act():
        for number in range(300):
            shore.journal.talk.received(shore.client, f"m {number}", at=FRIDAY - timedelta(hours=300 - number))
    found = JournalTab(shore.bench)
    shore.bench.window = found
    found.show_client(shore.client)
    show(found, 1100, 700)
    return found


def go(tab: JournalTab, said: str) -> None:
    tab.take_letter("g")
    type_in(tab.going.field, said)
    key(tab.going.field, Qt.Key.Key_Return)


def test_it_leads_to_the_last_line_of_a_day(tab: JournalTab) -> None:
    go(tab, "10 may")
    assert tab.timeline.current is not None
    assert tab.timeline.current.day == date(2026, 5, 10)
    assert tab.timeline.hasFocus() or not tab.isActiveWindow()


def test_it_leads_to_an_entry(shore: Shore, tab: JournalTab) -> None:
    go(tab, "#12")
    assert tab.timeline.current is not None
    assert tab.timeline.current.entry.seq == 12


def test_what_is_typed_is_said_before_it_is_taken(tab: JournalTab) -> None:
    tab.ask_place()
    type_in(tab.going.field, "10 may")
    assert tab.going.said.text() == "Sunday, 10 May"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("blah", "This is neither a day nor an entry. Write for example yesterday or #1285."),
        ("#99999", "There is no entry 99999. The journal has fewer."),
        ("1.1.2019", "Nothing is recorded up to that day"),
        ("#1", "Entry 1 belongs to no client."),
    ],
)
def test_what_leads_nowhere_is_said_and_stays(tab: JournalTab, said: str, answer: str) -> None:
    go(tab, said)
    assert tab.going.said.text() == answer
    assert tab.going.field.text() == said
    assert not tab.going.isHidden()


def test_an_entry_of_another_client_is_shown_there(shore: Shore, tab: JournalTab) -> None:
    other = shore.journal.clients.add("Otro", zone="Europe/Madrid")
    note = shore.journal.talk.note(other, "aparte")
    wanted: list[object] = []
    shore.bench.wanted.connect(wanted.append)
    go(tab, f"#{note}")
    assert [(place.page, place.client, place.item) for place in wanted] == [("client", other, note)]  # type: ignore[attr-defined]


def test_a_day_before_everything_moves_nothing(tab: JournalTab) -> None:
    go(tab, "10 may")
    before = tab.timeline.current, tab.timeline.scrolling.places.seen()[1].top
    assert not tab.timeline.go_to_day(date(2019, 1, 1))
    assert (tab.timeline.current, tab.timeline.scrolling.places.seen()[1].top) == before


def test_escape_closes_it(tab: JournalTab) -> None:
    tab.ask_place()
    key(tab.going.field, Qt.Key.Key_Escape)
    assert tab.going.isHidden()
