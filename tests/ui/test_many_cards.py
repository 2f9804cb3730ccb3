"""Two hundred clients with reasons: cards are made as far as somebody looks, not all of them (6.13, Q20)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.facts.today import TodayCard
from tests.ui.desk import Desk
from ui.pages.today.card_list import AHEAD, CardList
from ui.theme import Theme
from ui.widgets.boxes import Scroll

MANY = 200


@pytest.fixture
def desk(dressed: Theme, tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


@pytest.fixture
def crowd(desk: Desk) -> Iterator[CardList]:
    """A list of two hundred clients in the window's page."""
    first = desk.page.write_first.list
    assert desk.page.shown is not None
    one = desk.page.shown.cards[0]
    facts = [replace(one, client=replace(one.client, number=1000 + n, name=f"Client {n}")) for n in range(MANY)]
    first.set_cards(facts, desk.page._look, desk.page._layout)
    settle(desk)
    yield first


def settle(desk: Desk) -> None:
    for _ in range(40):
        desk.read()


def names(listed: CardList) -> list[str]:
    return [card.look.name for card in listed.cards]


def test_only_what_can_be_seen_and_a_little_more_is_made(crowd: CardList) -> None:
    assert names(crowd) == [f"Client {n}" for n in range(AHEAD)]


def test_the_bar_is_as_long_as_all_of_them(desk: Desk, crowd: CardList) -> None:
    high = sum(card.sizeHint().height() for card in crowd.cards) / AHEAD
    assert crowd.sizeHint().height() == pytest.approx(MANY * (high + crowd.lines.spacing()), rel=0.05)


def test_scrolling_down_makes_the_next_ones(desk: Desk, crowd: CardList) -> None:
    scroll = desk.page.write_first.findChild(Scroll)
    assert scroll is not None
    scroll.verticalScrollBar().setValue(crowd.cards[-3].geometry().top())
    settle(desk)
    assert names(crowd) == [f"Client {n}" for n in range(2 * AHEAD)]


def test_arrows_walk_on_beyond_what_was_made(desk: Desk, crowd: CardList) -> None:
    crowd.focus_first()
    for _ in range(AHEAD + 3):
        QTest.keyClick(crowd, Qt.Key.Key_Down)
        desk.read()
    assert crowd.chosen is not None
    assert crowd.chosen.look.name == f"Client {AHEAD + 3}"
    assert isinstance(crowd.cards[0].look.client, int)


def test_a_list_that_becomes_short_leaves_no_room_below(desk: Desk, crowd: CardList) -> None:
    shown: list[TodayCard] = list(desk.page.shown.cards[:1]) if desk.page.shown else []
    crowd.set_cards(shown, desk.page._look, desk.page._layout)
    settle(desk)
    assert len(crowd.cards) == 1
    assert crowd.sizeHint().height() < 2 * crowd.cards[0].sizeHint().height() + 40
