"""Components obey the keyboard, keep their measures, and speak in one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from ui.gallery import RAIL
from ui.gallery_painted import DAYS, HISTORY, HOURS, LADDER, LONG, WEEK
from ui.theme import Theme
from ui.widgets.badge import Badge, count_text
from ui.widgets.balance import BalanceBar
from ui.widgets.button import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.chip_button import ChipButton, ToggleChip
from ui.widgets.choice import Choice
from ui.widgets.clock import Clock, ClockFace, ClockState
from ui.widgets.count import Count, CountKind, folded
from ui.widgets.field import choice_field, line_field, text_field
from ui.widgets.history import PromiseHistory
from ui.widgets.hours import HoursGrid
from ui.widgets.inputs import LineInput
from ui.widgets.item import Item, ItemRow
from ui.widgets.ladder import Ladder
from ui.widgets.notice import Notice, NoticeKind, NoticeLine
from ui.widgets.rail import Rail
from ui.widgets.rail_row import RailRow
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.severity import Severity, SeverityMark
from ui.widgets.strip import Strip
from ui.widgets.table import Table, TableCell, TableColumn, TableRow
from ui.widgets.tabs import Tabs
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox, RadioButton, Switch

Show = Callable[..., QWidget]
Press = Callable[[QWidget, Qt.Key], None]
Spoken = Callable[[QWidget], str]
FILTER = (Segment("all", "All", 8), Segment("late", "Late", 3, "late"), Segment("soon", "Soon", 1, "soon"))


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


def test_runs_of_days_off_fold_only_when_there_are_more_than_eight_days() -> None:
    assert folded(WEEK) == WEEK
    short = folded(LONG)
    assert [cell.number for cell in short] == ["20", "21–22", "23", "24", "25", "21–22", "23", "24", "25"]
    assert [cell.kind for cell in short].count(CountKind.OFF) == 2


def test_words_under_narrow_cells_take_a_second_line(show: Show) -> None:
    count = Count(WEEK)
    assert count.heightForWidth(240) > count.heightForWidth(600)


def test_a_narrow_history_takes_more_rows_and_loses_no_step(show: Show) -> None:
    history = PromiseHistory(HISTORY)
    assert history.heightForWidth(200) > history.heightForWidth(900)
    assert history.minimumSizeHint().width() <= 200


def test_enter_opens_a_card_and_focus_chooses_it(show: Show, press: Press, qtbot: QtBot) -> None:
    card = show(Card(acts=True, name="Кедровый дом, late, 2 reasons"), 200, 60)
    with qtbot.waitSignal(card.opened, timeout=0):
        press(card, Qt.Key.Key_Return)


def test_a_refused_button_says_why(show: Show, dressed: Theme) -> None:
    button = show(Button("Save the export", ButtonKind.PRIMARY, shortcut="Ctrl+S"))
    button.refuse("Choose a folder first")
    assert (button.isEnabled(), button.toolTip()) == (False, "Choose a folder first")
    assert button.accessibleDescription() == "Choose a folder first"
    button.allow()
    assert (button.isEnabled(), button.toolTip()) == (True, "Ctrl+S")


def test_an_icon_button_has_name_tooltip_and_shortcut(show: Show, spoken: Spoken) -> None:
    button = show(IconButton("pin", "Keep on top", shortcut="Ctrl+T"))
    assert spoken(button) == "Keep on top"
    assert button.toolTip() == "Keep on top (Ctrl+T)"


def test_a_field_ties_label_hint_and_error_to_its_editor(show: Show, spoken: Spoken) -> None:
    field = show(line_field("Received", hint="in your hours"))
    assert spoken(field.editor) == "Received"
    height = field.sizeHint().height()
    field.set_error("That is tomorrow. Today?")
    assert field.editor.accessibleDescription() == "That is tomorrow. Today?. in your hours"
    assert field.sizeHint().height() > height
    field.set_error(None)
    assert (field.error, field.editor.accessibleDescription()) == ("", "in your hours")


def test_focus_moves_nothing_in_a_field(show: Show, qtbot: QtBot) -> None:
    field = show(line_field("Client", "Harbour & Finch"), 300, 60)
    before = field.editor.geometry()
    field.editor.setFocus()
    assert field.editor.geometry() == before


def test_pasted_markup_stays_text(show: Show) -> None:
    field = show(text_field("Draft", "<b>loud</b><img src='https://example.org/x.png'>"))
    assert field.editor.toPlainText().startswith("<b>loud</b>")
    assert show(Text("<b>loud</b>")).sizeHint().width() > show(Text("loud")).sizeHint().width()


def test_a_choice_speaks_only_of_what_the_user_took(show: Show) -> None:
    field = show(choice_field("Channel", (Choice("w", "WhatsApp"), Choice("e", "Email"))))
    taken: list[str] = []
    field.editor.chosen.connect(taken.append)
    field.editor.choose("e")
    assert (field.editor.key, taken) == ("e", [])


def test_a_cut_text_is_whole_in_the_tooltip(show: Show) -> None:
    label = show(Text("Дмитрий Лаптев, commercial director", elide=True), 80, 20)
    assert label.toolTip() == "Дмитрий Лаптев, commercial director"
    label.resize(600, 20)
    assert label.toolTip() == ""


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


def test_the_narrow_rail_keeps_names_as_tooltips(show: Show, spoken: Spoken) -> None:
    rail = show(Rail(RAIL, narrow=True), 57, 700)
    rows = {row.text(): row for row in rail.findChildren(RailRow)}
    assert rail.width() == 57
    assert rows["Calls"].toolTip() == "Calls"
    assert spoken(rows["Calls"]) == "Calls, 2"


@pytest.mark.parametrize(("count", "written"), [(0, ""), (7, "7"), (99, "99"), (100, "99+")])
def test_a_badge_hides_nothing_to_do_and_stops_at_ninety_nine(count: int, written: str, show: Show) -> None:
    assert count_text(count) == written
    assert show(Badge(count)).text() == written


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


SENTENCES = [
    (lambda: BalanceBar(4, 1, "Lost days since 2 September: theirs 4, mine 1"), "theirs 4, mine 1"),
    (lambda: Clock(ClockFace("15:42", "Yekaterinburg", note="until 18:00")), "15:42 Yekaterinburg until 18:00"),
    (lambda: Count(WEEK, spoken="Received Friday, 20 November. Due Wednesday, 25 November"), "Due Wednesday"),
    (lambda: Count(WEEK), "Fri 20, received. Sat 21, day off"),
    (lambda: PromiseHistory(HISTORY, "old: Monday, 16 November"), "old: Monday"),
    (lambda: SeverityMark(Severity.LATE, "late"), "late"),
    (lambda: Chip("Telegram"), "Telegram"),
    (lambda: ItemRow(Item("1", "pencil-line", "Баннер", "today by 12:11", "Asked")), "Баннер, today by 12:11, Asked"),
    (lambda: Text("Скидка 15 %", struck=True, spoken="old: Скидка 15 %"), "old: Скидка 15 %"),
    (lambda: Switch("Correspondence is binding"), "Correspondence is binding"),
    (lambda: HoursGrid(HOURS, "Your working hours"), "Mon, 09:00 to 18:00"),
]


@pytest.mark.parametrize(("make", "part"), SENTENCES)
def test_what_is_painted_is_also_spoken(make: Callable[[], QWidget], part: str, show: Show, spoken: Spoken) -> None:
    assert part in spoken(show(make()))


SIZES = [
    (lambda: Button("Write", ButtonKind.PRIMARY), 32),
    (lambda: Button("Write", ButtonKind.TINTED, small=True), 28),
    (lambda: Chip("Telegram"), 24),
    (lambda: Chip("Telegram", in_row=True), 22),
    (lambda: ToggleChip("Answer"), 32),
    (lambda: Segmented(FILTER), 32),
    (lambda: Segmented(FILTER, small=True), 28),
    (lambda: RailRow("today", "Today", icon="sunrise"), 34),
    (lambda: CheckBox("Done"), 24),
    (lambda: RadioButton("Lucía"), 24),
    (lambda: LineInput("Harbour & Finch"), 32),
]


@pytest.mark.parametrize(("make", "high"), SIZES)
def test_controls_have_the_heights_of_the_design(make: Callable[[], QWidget], high: int, show: Show) -> None:
    assert show(make()).height() == high


def test_a_clock_out_of_hours_is_a_ring_and_an_unknown_zone_asks(show: Show, qtbot: QtBot) -> None:
    clock = show(Clock(ClockFace("", "zone not known", ClockState.UNKNOWN)))
    with qtbot.waitSignal(clock.asked, timeout=0):
        qtbot.mouseClick(clock, Qt.MouseButton.LeftButton)
    ring = show(Clock(ClockFace("04:42", "Mexico City", ClockState.OUT_OF_HOURS))).grab().toImage()
    dot = show(Clock(ClockFace("04:42", "Mexico City"))).grab().toImage()
    assert ring.pixelColor(4, 10) != dot.pixelColor(4, 10)
