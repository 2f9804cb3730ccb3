"""Tab goes as one reads: rail, header, main, side; and who comes to a page has the keyboard on it (6.14)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.ui.desk import Desk
from ui.pages.today.card import ClientCard
from ui.reading_order import put_in_reading_order, stops
from ui.theme import Theme
from ui.widgets.rail import Rail


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def test_what_was_made_last_and_stands_first_is_reached_first(dressed: Theme) -> None:
    page = QWidget()
    lines, row = QVBoxLayout(page), QHBoxLayout()
    below, right = QLineEdit(), QPushButton("right")
    lines.addLayout(row)
    lines.addWidget(below)
    row.addWidget(right)
    left = QPushButton("left")
    row.insertWidget(0, left)
    assert list(stops(page)) == [left, right, below]
    put_in_reading_order(page)
    chain: list[QWidget] = [left]
    while (then := chain[-1].nextInFocusChain()) is not left:
        chain.append(then)
    assert [each for each in chain if each is not page] == [left, right, below]
    right.hide()
    assert list(stops(page)) == [left, below]


def test_today_is_read_from_the_rail_by_header_and_cards_to_the_day(desk: Desk) -> None:
    page, order = desk.page, list(stops(desk.window))
    parts = [desk.window.findChild(Rail), page.heading, *page.write_first.list.cards, page.side]
    places = [
        [at for at, stop in enumerate(order) if part is stop or (part and part.isAncestorOf(stop))] for part in parts
    ]
    assert all(places)
    assert [at for part in places for at in part] == sorted(at for part in places for at in part)


def test_who_comes_to_today_has_the_keyboard_on_the_first_card(desk: Desk) -> None:
    desk.window.go("settings")
    desk.window.go("today")
    desk.read()
    focused = desk.window.focusWidget()
    assert isinstance(focused, ClientCard) and focused is desk.page.write_first.list.cards[0]


def test_who_comes_to_the_clients_has_the_keyboard_on_the_first_row(desk: Desk) -> None:
    desk.window.go("clients")
    desk.read()
    table = desk.window.page.table  # type: ignore[union-attr]
    assert desk.window.focusWidget() is table and table.chosen_key
