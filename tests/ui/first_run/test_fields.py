"""The fields of first run: hours typed and drawn, places, channels in their order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.first_run.steps import ALT, Open, enter, go_on, name_both
from tests.ui.hands import focused, press, tab, write
from ui.dialogs.agreement.day_hours import DayHours
from ui.dialogs.first_run.pictures import CHANNELS


def test_hours_without_a_working_day_are_named_under_the_hours(begin: Open) -> None:
    window = begin()
    write("Elena")
    window.you.hours.set_week({})
    enter()
    assert window.given.step == 0
    assert window.you.hours.error.startswith("A calendar needs a working day.")
    assert focused() is window.you.hours.grid


def test_hours_are_typed_after_enter_on_a_day(begin: Open) -> None:
    window = begin()
    window.you.hours.grid.setFocus()
    press(Qt.Key.Key_Down)
    enter()
    write("9-13, 14:30 to 18")
    enter()
    assert window.you.hours.week["tue"] == (("09:00", "13:00"), ("14:30", "18:00"))
    assert window.you.hours.week["mon"] == (("09:00", "18:00"),)
    assert focused() is window.you.hours.grid


def test_hours_that_cannot_be_read_are_refused_with_an_example_and_stay_typed(begin: Open) -> None:
    window = begin()
    window.you.hours.grid.setFocus()
    enter()
    write("from nine")
    enter()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayHours)
    assert dialog.hours.error.startswith("from nine cannot be read as hours. Write them as 09:00–18:00")
    assert dialog.hours.editor.text() == "from nine"
    dialog.reject()


def test_bars_are_drawn_with_the_mouse(begin: Open, qtbot: QtBot) -> None:
    window = begin()
    grid = window.you.hours.grid
    left, wide = grid.axis().left(), grid.axis().width()
    row = 28 + 24 * 5 + 12
    start = QPoint(round(left + wide * 10 / 24), row)
    end = QPoint(round(left + wide * 14 / 24), row)
    qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(grid, end)
    qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=end)
    assert window.you.hours.week["sat"] == (("10:00", "14:00"),)


def test_a_city_is_found_in_the_language_of_the_window(begin: Open) -> None:
    window = begin("ru")
    tab()
    write("москва")
    enter()
    assert (window.you.place.editor.zone, window.you.place.editor.text()) == ("Europe/Moscow", "Москва, Europe/Moscow")
    assert window.you.holidays.editor.body["country"] == "RU"


def test_a_city_without_a_zone_of_its_own_is_kept_beside_the_zone(begin: Open) -> None:
    window = begin()
    tab()
    write("Valencia, Europe/Madrid")
    press(Qt.Key.Key_Tab)
    assert (window.you.place.editor.place, window.you.place.editor.zone) == ("Valencia", "Europe/Madrid")


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "Europe/Madrid", "America/Argentina/Buenos_Aires"])
def test_the_zone_of_any_computer_can_be_taken_as_it_is(
    begin: Open, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setattr("app.system_zone.system_zone", lambda: zone)
    window = begin()
    write("Elena")
    go_on()
    assert window.given.step == 1
    assert window.given.zone == zone


def test_a_place_that_is_none_is_said_and_kept_as_typed(begin: Open) -> None:
    window = begin()
    tab()
    write("Nowhere at all")
    press(Qt.Key.Key_Tab)
    assert window.you.place.error.startswith("No time zone is called so.")
    assert window.you.place.editor.text() == "Nowhere at all"
    window.you.name.editor.setFocus()
    write("Elena")
    go_on()
    assert window.given.step == 0
    assert focused() is window.you.place.editor


def test_alt_and_arrows_give_a_channel_another_place(begin: Open) -> None:
    window = begin()
    name_both(window)
    window.channels.channels.set_channels(CHANNELS)
    window.channels.channels.rows[2].setFocus()
    press(Qt.Key.Key_Up, ALT)
    assert [each.channel for each in window.channels.channels.channels] == ["email", "phone", "whatsapp"]
    assert focused() is window.channels.channels.rows[1]


def test_exactly_one_channel_stays_preferred_when_it_is_taken_out(begin: Open) -> None:
    window = begin()
    name_both(window)
    window.channels.channels.set_channels(CHANNELS)
    window.channels.channels.rows[0].setFocus()
    press(Qt.Key.Key_Delete)
    assert [each.preferred for each in window.channels.channels.channels] == [True, False]
