"""Loading: nothing for 400 ms, then a calm line with a bar that does not move; gone with the answer (6.1)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from ui.reading_strip import WAIT_MS, ReadingStrip
from ui.theme import Theme
from ui.widgets.text import Text


@pytest.fixture
def desk(dressed: Theme, tmp_path: Path) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


@pytest.fixture
def strip(desk: Desk) -> ReadingStrip:
    found = desk.window.right.findChild(ReadingStrip)
    assert found is not None
    return found


def test_a_short_reading_is_not_spoken_of(desk: Desk, strip: ReadingStrip) -> None:
    answered = threading.Event()
    desk.bench.ask(answered.wait, print)
    assert strip._timer.isActive()
    assert strip._timer.interval() == WAIT_MS == 400
    assert not strip.is_shown
    answered.set()
    desk.read()
    assert not strip._timer.isActive()
    assert not strip.is_shown


def test_a_long_reading_is_said_until_it_ends(desk: Desk, strip: ReadingStrip) -> None:
    answered = threading.Event()
    desk.bench.ask(answered.wait, print)
    strip._timer.timeout.emit()  # 400 ms have passed
    assert strip.is_shown
    assert any(text.text() == "Reading the journal" for text in desk.window.right.findChildren(Text))
    answered.set()
    desk.read()
    assert not strip.is_shown


def test_what_is_asked_aside_holds_nobody_up(desk: Desk, strip: ReadingStrip) -> None:
    answered = threading.Event()
    desk.bench.ask(answered.wait, print, aside=True)
    assert not strip._timer.isActive()
    answered.set()
    desk.read()


def test_two_readings_are_over_when_both_are(desk: Desk, strip: ReadingStrip) -> None:
    first, second = threading.Event(), threading.Event()
    seen: list[object] = []
    desk.bench.ask(first.wait, seen.append)
    desk.bench.ask(second.wait, print)
    strip._timer.timeout.emit()
    first.set()
    while not seen:
        QApplication.processEvents()
    assert strip.is_shown
    second.set()
    desk.read()
    assert not strip.is_shown
