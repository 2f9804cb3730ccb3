"""Components obey the keyboard and the mouse, and say once what was chosen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ui.gallery import RAIL
from ui.gallery_painted import DAYS, HOURS, LADDER
from ui.widgets.card import Card
from ui.widgets.chip_button import ChipButton, ToggleChip
from ui.widgets.choice import Choice
from ui.widgets.field import choice_field
from ui.widgets.hours import HoursGrid
from ui.widgets.ladder import Ladder
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.rail import Rail
from ui.widgets.rail_row import RailRow
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.strip import Strip
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.tabs import Tabs

Show = Callable[..., QWidget]
Press = Callable[[QWidget, Qt.Key], None]
Spoken = Callable[[QWidget], str]
FILTER = (Segment("all", "All", 8), Segment("late", "Late", 3, "late"), Segment("soon", "Soon", 1, "soon"))


@pytest.mark.parametrize("make", [Segmented, Tabs])
def test_a_screen_reader_chooses_in_a_switch_by_toggling(make: type[Segmented], show: Show) -> None:
    switch = show(make(FILTER, name="Filter"))
    said: list[str] = []
    switch.changed.connect(said.append)
    third = switch.findChildren(QAbstractButton)[2]
    reader = QAccessible.queryAccessibleInterface(third).actionInterface()
    assert reader.actionNames()[0] == "Toggle"
    reader.doAction("Toggle")
    assert (switch.key, said) == ("soon", ["soon"])
    switch.choose("late")
    assert (switch.key, said) == ("late", ["soon"])


@pytest.mark.parametrize("make", [Segmented, Tabs])
def test_arrows_home_and_end_choose_in_a_switch(make: type[Segmented], show: Show, press: Press, qtbot: QtBot) -> None:
    switch = show(make(FILTER, name="Filter"))
    said: list[str] = []
    switch.changed.connect(said.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        press(switch, key)
    assert said == ["late", "soon", "soon", "late", "all"]
    assert switch.key == "all"


def test_a_click_on_a_part_of_the_switch_chooses_it_once(show: Show, qtbot: QtBot) -> None:
    switch = show(Segmented(FILTER))
    said: list[str] = []
    switch.changed.connect(said.append)
    parts = switch.findChildren(QAbstractButton)
    qtbot.mouseClick(parts[1], Qt.MouseButton.LeftButton)
    assert (said, switch.key) == (["late"], "late")


def test_new_counts_keep_the_choice_of_a_switch_and_say_nothing(show: Show) -> None:
    switch = show(Segmented(FILTER, "late"))
    said: list[str] = []
    switch.changed.connect(said.append)
    switch.set_segments((Segment("all", "Все", 9), Segment("late", "Просрочено", 4, "late")))
    assert (switch.key, said) == ("late", [])


def test_a_choice_that_is_gone_falls_back_to_the_first_part(show: Show) -> None:
    switch = show(Segmented(FILTER, "soon"))
    switch.set_segments(FILTER[:2])
    assert switch.key == "all"


def test_space_turns_a_toggle_over(show: Show, press: Press) -> None:
    chip = show(ToggleChip("Answer", severity="late"))
    press(chip, Qt.Key.Key_Space)
    assert not chip.isChecked()


def test_delete_removes_a_removable_chip(show: Show, press: Press, qtbot: QtBot) -> None:
    chip = show(ChipButton("tarifas.pdf", removable=True))
    with qtbot.waitSignal(chip.removed, timeout=0):
        press(chip, Qt.Key.Key_Delete)


def test_the_cross_removes_and_the_rest_of_the_chip_presses(show: Show, qtbot: QtBot) -> None:
    chip = show(ChipButton("tarifas.pdf", removable=True))
    said: list[str] = []
    chip.removed.connect(lambda: said.append("removed"))
    chip.clicked.connect(lambda: said.append("clicked"))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(chip, left, pos=chip.rect().center() - chip.rect().center() / 2)
    qtbot.mouseClick(chip, left, pos=chip.rect().center() + (chip.rect().bottomRight() - chip.rect().center()) * 0.9)
    assert said == ["clicked", "removed"]


def test_arrows_name_the_days_of_the_strip_and_enter_opens_one(show: Show, press: Press, spoken: Spoken) -> None:
    strip = show(Strip(DAYS, "Promises, next 7 days"))
    opened: list[str] = []
    strip.opened.connect(opened.append)
    press(strip, Qt.Key.Key_End)
    press(strip, Qt.Key.Key_Left)
    assert spoken(strip) == "Promises, next 7 days. Wednesday, 25 November, 2 promises, full"
    press(strip, Qt.Key.Key_Return)
    assert opened == ["25"]


def test_the_strip_stops_at_its_ends(show: Show, press: Press) -> None:
    strip = show(Strip(DAYS))
    press(strip, Qt.Key.Key_Left)
    assert strip.at == 0
    for _ in range(12):
        press(strip, Qt.Key.Key_Right)
    assert strip.at == 6


def test_a_click_on_a_day_opens_it(show: Show, qtbot: QtBot) -> None:
    strip = show(Strip(DAYS), 308, 96)
    with qtbot.waitSignal(strip.opened, timeout=0) as seen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center())
    assert seen.args == ["23"]


def test_enter_asks_for_the_hours_of_a_day(show: Show, press: Press) -> None:
    grid = show(HoursGrid(HOURS, "Your working hours"))
    asked: list[str] = []
    grid.opened.connect(asked.append)
    press(grid, Qt.Key.Key_Down)
    press(grid, Qt.Key.Key_Return)
    assert asked == ["1"]


def test_every_step_of_the_ladder_can_be_chosen(show: Show, press: Press) -> None:
    ladder = show(Ladder(LADDER), 700, 52)
    chosen: list[str] = []
    ladder.chosen.connect(chosen.append)
    for card in ladder.findChildren(QAbstractButton):
        press(card, Qt.Key.Key_Return)
    assert chosen == ["t", "e", "p"]


def test_enter_opens_a_card_and_focus_chooses_it(show: Show, press: Press, qtbot: QtBot) -> None:
    card = show(Card(acts=True, name="Кедровый дом, late, 2 reasons"), 200, 60)
    with qtbot.waitSignal(card.opened, timeout=0):
        press(card, Qt.Key.Key_Return)


def test_a_choice_speaks_only_of_what_the_user_took(show: Show) -> None:
    field = show(choice_field("Channel", (Choice("w", "WhatsApp"), Choice("e", "Email"))))
    taken: list[str] = []
    field.editor.chosen.connect(taken.append)
    field.editor.choose("e")
    assert (field.editor.key, taken) == ("e", [])


def test_a_notice_offers_the_next_step_and_can_be_dismissed(show: Show, qtbot: QtBot, spoken: Spoken) -> None:
    line = show(NoticeLine(Notice("Saved as entry 1285.", step="Write the summary"), dismiss_name="Dismiss"), 600, 44)
    step, close = line.findChildren(QAbstractButton)
    assert (spoken(step), spoken(close)) == ("Write the summary", "Dismiss")
    with qtbot.waitSignal(line.step_taken, timeout=0):
        step.click()
    with qtbot.waitSignal(line.dismissed, timeout=0):
        close.click()
    assert line.isHidden()
    line.set_notice(Notice("The journal could not be checked.", NoticeKind.ERROR))
    assert line.accessibleName() == "The journal could not be checked."


def test_the_rail_says_where_one_goes(show: Show, qtbot: QtBot) -> None:
    rail = show(Rail(RAIL), 217, 860)
    went: list[str] = []
    rail.went.connect(went.append)
    rail.client.connect(went.append)
    rows = {row.text(): row for row in rail.findChildren(RailRow)}
    for name in ("Calls", "Casa Jacaranda", "Journal checked 09:02", "Settings"):
        rows[name].click()
    assert went == ["calls", "2", "check", "settings"]


def test_the_table_opens_by_key_and_keeps_its_choice(show: Show, press: Press) -> None:
    table = show(Table((TableColumn("Client"), TableColumn("What", stretch=1)), "Edits"), 500, 300)
    rows = tuple(TableRow(str(n), (TableCell(f"Client {n}"), TableCell("Edit")), "Late") for n in range(1, 5))
    table.set_rows(rows)
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.choose("3")
    press(table, Qt.Key.Key_Return)
    table.set_rows(rows[1:])
    press(table, Qt.Key.Key_Return)
    assert opened == ["3", "3"]
    assert table.rowHeight(1) == 36


def test_groups_of_a_table_are_headings_and_cannot_be_chosen(show: Show, qtmodeltester: object) -> None:
    table = show(Table((TableColumn("Client"),)), 300, 300)
    table.set_rows((TableRow("1", (TableCell("A"),), "Late"), TableRow("2", (TableCell("B"),), "Today")))
    model = table.model()
    assert [model.index(at, 0).data() for at in range(4)] == ["Late", "A", "Today", "B"]
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    qtmodeltester.check(model)  # type: ignore[attr-defined]
