"""A window opens again as large as the owner left it; what it chose for itself is not kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.settings import load_settings
from tests.ui.desk import Desk
from ui.theme import Theme


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def opened(desk: Desk, key: str) -> QWidget:
    client = desk.journal.clients.all()[0].number
    window = desk.bench.open(key, client)
    assert window is not None
    return window


def let_go(window: QWidget) -> None:
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("key", ["compose", "request"])
def test_a_window_comes_back_as_large_as_it_was_left(desk: Desk, key: str) -> None:
    first = opened(desk, key)
    chosen = first.size() + QSize(30, 40)
    first.resize(chosen)
    let_go(first)
    assert opened(desk, key).size() == chosen
    assert load_settings().windows[key] == (chosen.width(), chosen.height())


def test_a_size_that_the_window_chose_itself_is_not_kept(desk: Desk) -> None:
    let_go(opened(desk, "compose"))
    assert desk.bench.settings.windows == {}


def test_a_size_from_a_larger_screen_is_bounded_by_this_one(desk: Desk) -> None:
    desk.bench.set(windows={"compose": (9000, 9000)})
    window = opened(desk, "compose")
    room = window.screen().availableSize()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
