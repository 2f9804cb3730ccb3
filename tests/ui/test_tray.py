"""The tray and its digest (C7): only within the owner's hours, never the only signal, and nothing without a tray."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QApplication, QMenu

from app.settings import Settings
from tests.ui.desk import Desk
from tests.ui.shore import HERE, Shore
from ui.closing import Closing
from ui.theme import Theme
from ui.tray import Tray
from ui.tray_icon import SIDES, tray_icon
from ui.tray_sign import Sign, SystemSign


class Remembered(Sign):
    """A desktop that remembers what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.there, self.is_shown = True, False
        self.text = ""
        self.icon = QIcon()
        self.said: list[tuple[str, str]] = []
        self.menu: QMenu | None = None

    def is_there(self) -> bool:
        return self.there

    def show(self, icon: QIcon, text: str) -> None:
        self.is_shown, self.icon, self.text = True, icon, text

    def hide(self) -> None:
        self.is_shown = False

    def say(self, title: str, text: str) -> None:
        self.said.append((title, text))

    def offer(self, menu: QMenu) -> None:
        self.menu = menu


@pytest.fixture
def sign(qapp: QApplication) -> Remembered:
    return Remembered()


@pytest.fixture
def tray(shore: Shore, sign: Remembered) -> Iterator[Tray]:
    """Friday, 15 May, 10:15, within the hours of Elena Marín (09:00 to 18:00)."""
    found = Tray(shore.bench, sign)
    found.begin()
    shore.bench.settle()
    yield found
    found.end()


def pass_time(shore: Shore, **length: int) -> None:
    shore.later(**length)
    shore.bench.refresh()
    shore.bench.settle()


def test_the_day_begins_with_one_digest(shore: Shore, tray: Tray, sign: Remembered) -> None:
    assert sign.is_shown
    ((title, text),) = sign.said
    assert title == "Write first to 1 client today"
    assert text.endswith("Clínica Dental Albor")
    for _ in range(5):
        pass_time(shore, minutes=1)
    assert len(sign.said) == 1


def test_what_becomes_late_is_said_once_and_the_night_is_quiet(shore: Shore, tray: Tray, sign: Remembered) -> None:
    """F2: an answer within two working hours, so a question of 10:15 is late at 12:15."""
    shore.journal.talk.received(shore.client, "¿Y las fotos de la clínica, cuándo llegan?", channel="whatsapp")
    heard: list[tuple[str, str]] = []
    for _ in range(24):
        del sign.said[:]
        pass_time(shore, minutes=30)
        heard += [(f"{shore.clock().astimezone(HERE):%H:%M}", title) for title, _ in sign.said]
    assert heard and all(title.endswith("late now") for _, title in heard)
    assert all("09:00" <= hour < "18:00" for hour, _ in heard)
    assert len(heard) == len({hour for hour, _ in heard})


def test_a_restart_says_nothing_twice(shore: Shore, tray: Tray, sign: Remembered) -> None:
    again = Remembered()
    second = Tray(shore.bench, again)
    second.begin()
    shore.bench.settle()
    assert again.is_shown and again.said == []
    second.end()


def test_out_of_hours_the_picture_is_there_and_nothing_is_said(shore: Shore, sign: Remembered) -> None:
    shore.later(hours=12)
    late = Tray(shore.bench, sign)
    late.begin()
    shore.bench.settle()
    assert sign.is_shown and sign.said == []
    late.end()


def test_the_menu_and_the_picture_say_how_many_wait_in_words_and_by_shape(
    shore: Shore, tray: Tray, sign: Remembered
) -> None:
    """6.1: urgency has a shape and a word, never colour alone."""
    assert sign.menu is not None
    head, *_ = sign.menu.actions()
    assert "reason" in head.text() and not head.isEnabled()
    assert sign.text == f"Ashore. {head.text()}."
    names = [each.text() for each in sign.menu.actions() if not each.isSeparator()][1:]
    assert names == ["Log", "Call note", "Today", "Pause notices until tomorrow", "Quit"]


def test_the_menu_asks_for_places_and_for_the_end(tray: Tray) -> None:
    asked: list[str] = []
    tray.wanted.connect(asked.append)
    tray.leaving.connect(lambda: asked.append("end"))
    for action in (*tray.places.values(), tray.quit):
        action.trigger()
    tray.sign.chosen.emit()
    assert asked == ["log", "call", "today", "end", "today"]


def test_a_pause_lasts_until_tomorrow_and_over_a_restart(shore: Shore, tray: Tray, sign: Remembered) -> None:
    shore.journal.talk.received(shore.client, "¿Y las fotos de la clínica, cuándo llegan?", channel="whatsapp")
    shore.bench.settle()
    del sign.said[:]
    tray.pause.trigger()
    pass_time(shore, hours=7)
    assert sign.said == [] and tray.pause.isChecked()
    again = Tray(shore.bench, Remembered())
    again.begin()
    shore.bench.settle()
    assert again.pause.isChecked()
    again.end()
    pass_time(shore, days=3)
    assert len(sign.said) == 1 and sign.said[0][0].startswith("Write first")
    assert not tray.pause.isChecked()


def test_a_switched_off_notice_or_picture_stays_off(shore: Shore, tray: Tray, sign: Remembered) -> None:
    shore.bench.set(notices=False)
    del sign.said[:]
    pass_time(shore, days=4)
    assert sign.is_shown and sign.said == [] and not tray.pause.isVisible()
    shore.bench.set(tray=False)
    shore.bench.refresh()
    shore.bench.settle()
    assert not sign.is_shown and not tray.is_shown


def test_the_words_follow_the_language(shore: Shore, tray: Tray, sign: Remembered) -> None:
    shore.bench.speak("ru")
    assert [tray.places["log"].text(), tray.quit.text()] == ["Записать", "Выйти"]


def test_each_severity_has_its_own_picture_at_every_size(dressed: Theme) -> None:
    for side in SIDES:
        drawn = {tray_icon(each).pixmap(side, side).toImage().constBits().tobytes()
                 for each in ("none", "soon", "today", "late")}  # fmt: skip
        assert len(drawn) == 4


def test_offscreen_there_is_no_tray_and_everything_else_is_there(tmp_path: Path, dressed: Theme) -> None:
    """The program works fully without one: nothing is shown, nothing is said, nothing fails."""
    desk = Desk(tmp_path)
    tray = Tray(desk.bench)
    tray.begin()
    desk.read()
    assert isinstance(tray.sign, SystemSign) and not tray.is_shown
    assert desk.names()
    tray.end()
    desk.close()


class ByTheSystem(QCloseEvent):
    """As the button of the window's frame asks; a display test does it for real."""

    def spontaneous(self) -> bool:
        return True


@pytest.mark.parametrize("stays", [True, False])
def test_the_windows_own_button_hides_it_only_where_it_may_stay(tmp_path: Path, dressed: Theme, stays: bool) -> None:
    desk = Desk(tmp_path)
    closing = Closing(desk.window, lambda: stays)
    assert closing.eventFilter(desk.window, ByTheSystem()) is stays
    assert desk.window.isVisible() is not stays
    desk.window.show()
    desk.window.close()  # as Ctrl+Q does
    assert not desk.window.isVisible()
    desk.close()


def test_the_program_is_hidden_only_where_it_can_be_found_again(shore: Shore, tray: Tray, sign: Remembered) -> None:
    assert tray.is_shown
    sign.there = False
    assert not tray.is_shown


def test_the_defaults_stay_in_nobodys_way() -> None:
    assert not Settings().stay and not Settings().hotkey


def test_an_answer_on_its_way_shows_nothing_after_the_end(shore: Shore, sign: Remembered) -> None:
    found = Tray(shore.bench, sign)
    found.begin()
    found.end()
    shore.bench.settle()
    shore.bench.worded.emit()
    assert not sign.is_shown and sign.said == []
