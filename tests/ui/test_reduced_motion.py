"""With motion turned off nothing moves; only one room of the window may make anything move (6.1)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimeLine
from PySide6.QtWidgets import QApplication

import ui
from tests.ui.desk import Desk, press
from ui.motion import MILLISECONDS, slide_in
from ui.theme import Theme
from ui.widgets.card import Card

MOVERS = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QParallelAnimationGroup", "QMovie")
MOTION = "motion.py"


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()
    dressed.motion = True


def moving() -> list[str]:
    """Everything that runs in any window."""
    found = []
    for window in QApplication.topLevelWidgets():
        found += [each for each in window.findChildren(QAbstractAnimation) if each.state() == each.State.Running]
        found += [each for each in window.findChildren(QTimeLine) if each.state() == each.State.Running]
    return [type(each).__name__ for each in found]


def test_no_animation_runs_with_motion_off_whatever_is_done(desk: Desk) -> None:
    desk.bench.set(motion=False)
    client = desk.journal.clients.all()[0].number
    for act in (
        lambda: desk.bench.say("Saved as entry 7."),
        lambda: press(desk.card("Casa Jacaranda"), Qt.Key.Key_S, "s"),
        lambda: desk.window.run("log"),
        lambda: desk.window.go("clients"),
        lambda: desk.window.go("today"),
        lambda: desk.bench.open("compose", client),
        lambda: desk.journal.talk.sent(client, "…"),
        lambda: desk.bench.refresh(),
    ):
        act()
        assert moving() == []
        desk.read()
        assert moving() == []


def test_a_notice_moves_where_motion_is_wanted_and_not_longer_than_it_may(desk: Desk) -> None:
    """What the test above looks for is there to be found."""
    desk.bench.set(motion=True)
    desk.bench.say("Saved as entry 7.")
    assert moving() == ["QPropertyAnimation"]
    movement = next(each for each in desk.window.findChildren(QAbstractAnimation) if each.duration())
    assert movement.duration() == MILLISECONDS
    assert movement.loopCount() == 1


def test_the_switch_of_the_settings_is_the_one_that_counts(desk: Desk, dressed: Theme) -> None:
    desk.bench.set(motion=False)
    assert not dressed.motion
    card = Card(parent=desk.window)
    slide_in(card)
    assert card.findChildren(QAbstractAnimation) == []


def test_only_one_room_makes_anything_move() -> None:
    rooms = Path(ui.__file__).parent.rglob("*.py")
    movers = {room.name for room in rooms if any(each in room.read_text("utf-8") for each in MOVERS)}
    assert movers == {MOTION}
