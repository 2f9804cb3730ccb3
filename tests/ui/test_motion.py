"""Movement is allowed for 120 ms and can be turned off."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.motion import MILLISECONDS, Closing, slide_in
from ui.theme import Theme
from ui.widgets.card import Card

Show = Callable[..., QWidget]


@pytest.fixture
def still(dressed: Theme) -> Iterator[None]:
    """No motion."""
    dressed.motion = False
    yield
    dressed.motion = True


def test_without_motion_a_cleared_card_is_gone_at_once(show: Show, still: None) -> None:
    card = show(Card(), 200, 80)
    said: list[str] = []
    closing = Closing(card)
    closing.closed.connect(lambda: said.append("closed"))
    closing.start()
    assert (said, card.isHidden()) == (["closed"], True)


def test_with_motion_it_closes_its_place_within_a_moment(show: Show, qtbot: QtBot) -> None:
    card = show(Card(), 200, 80)
    closing = Closing(card)
    with qtbot.waitSignal(closing.closed, timeout=20 * MILLISECONDS):
        closing.start()
    assert card.isHidden()


def test_a_notice_ends_where_it_was_placed(show: Show, qtbot: QtBot, still: None) -> None:
    window = show(QWidget(), 300, 200)
    notice = Card(parent=window)
    notice.setGeometry(10, 150, 200, 30)
    slide_in(notice)
    assert notice.pos().y() == 150
