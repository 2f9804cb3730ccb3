"""Logging takes seconds: every key beside the text is counted, on a real window (D1, issue 5)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.facts.entries import Entry
from tests.ui import hands
from tests.ui.desk import Desk
from ui.dialogs.call import CallNote
from ui.theme import Theme

MOST = 12
"""Keys beside the text, for a call with its outcome."""
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
K = Qt.Key


class Keyboard:
    """A hand that counts its keys; a key with its modifier is one, a text that is written is none."""

    def __init__(self) -> None:
        self.keys = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = hands.NONE) -> None:
        """One key on whatever has the focus."""
        self.keys += 1
        hands.press(key, held)

    def write(self, text: str) -> None:
        """The text itself."""
        hands.write(text)


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    found.window.complete()
    yield found
    found.close()


@pytest.fixture
def hand() -> Keyboard:
    return Keyboard()


def last(desk: Desk) -> Entry:
    return desk.journal.reading.entry(desk.journal.size_and_head()[0])


def held(desk: Desk) -> Entry:
    """The last call that was held."""
    size = desk.journal.size_and_head()[0]
    entries = (desk.journal.reading.entry(number) for number in range(size, 0, -1))
    return next(each for each in entries if each.kind == "call.held")


def note(desk: Desk) -> CallNote:
    """The call note that is open, with the keyboard in it."""
    QApplication.processEvents()
    found = next(each for each in desk.window.findChildren(CallNote) if each.isVisible())
    found.activateWindow()
    QApplication.processEvents()
    return found


def a_call(hand: Keyboard, desk: Desk) -> None:
    """A topic, what was decided, who, by when; saved."""
    hand.press(K.Key_L, CTRL)
    note(desk)
    hand.write("Этикетка")
    hand.press(K.Key_Tab)
    hand.write("прислать состав")
    hand.press(K.Key_Tab)
    hand.press(K.Key_Down)
    hand.press(K.Key_Tab)
    hand.write("wed")
    hand.press(K.Key_Return, CTRL)


def check_call(desk: Desk, client: int, hand: Keyboard) -> None:
    call = held(desk)
    assert (call.client, call.body["topics"][0]["title"]) == (client, "Этикетка")
    outcome = call.body["topics"][0]["outcomes"][0]
    assert (outcome["what"], outcome["by"]) == ("прислать состав", "2026-11-25")
    assert hand.keys <= MOST


def test_a_call_from_today_takes_at_most_twelve_keys(desk: Desk, hand: Keyboard) -> None:
    """The card that has the keyboard says with whom."""
    desk.page.focus_first()
    QApplication.processEvents()
    client = desk.page.client_at()
    a_call(hand, desk)
    check_call(desk, client, hand)


def test_a_call_from_the_client_takes_at_most_twelve_keys(desk: Desk, hand: Keyboard) -> None:
    client = desk.journal.clients.named("Кедровый дом").number
    desk.window.go("client", client)
    desk.read()
    a_call(hand, desk)
    check_call(desk, client, hand)


def test_a_call_in_one_line_takes_three_keys(desk: Desk, hand: Keyboard) -> None:
    """D1: the quick bar; the outcomes may come later."""
    client = desk.journal.clients.named("Кедровый дом").number
    desk.window.go("client", client)
    desk.read()
    hand.press(K.Key_J, CTRL)
    hand.press(K.Key_2, ALT)
    hand.write("про этикетку, ничего срочного")
    hand.press(K.Key_Return)
    assert last(desk).kind == "call.held"
    assert hand.keys <= 3


def test_a_message_from_anywhere_takes_two_keys(desk: Desk, hand: Keyboard) -> None:
    """D1: the client of the card is chosen already."""
    desk.page.focus_first()
    QApplication.processEvents()
    client = desk.page.client_at()
    hand.press(K.Key_N, CTRL)
    hand.write("Спасибо, получили")
    hand.press(K.Key_Return)
    desk.read()
    assert (last(desk).kind, last(desk).client) == ("message.received", client)
    assert hand.keys <= 2
