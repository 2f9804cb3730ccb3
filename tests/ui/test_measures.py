"""Components keep the measures of 6.1 and 6.12, and give way where the width or the text scale needs it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.gallery_painted import HISTORY, LONG, WEEK
from ui.theme import Theme
from ui.widgets.badge import Badge, count_text
from ui.widgets.button import Button, ButtonKind
from ui.widgets.chip import Chip
from ui.widgets.chip_button import ToggleChip
from ui.widgets.clock import Clock, ClockFace, ClockState
from ui.widgets.count import Count, CountKind, folded
from ui.widgets.count_lines import CountLines
from ui.widgets.field import line_field
from ui.widgets.flow import Flow
from ui.widgets.history import PromiseHistory
from ui.widgets.inputs import LineInput
from ui.widgets.pane import Dim
from ui.widgets.rail_row import RailRow
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.share_bar import SharePart, share_widths
from ui.widgets.text import Text
from ui.widgets.tick import CheckBox, RadioButton

Show = Callable[..., QWidget]
Press = Callable[[QWidget, Qt.Key], None]
Spoken = Callable[[QWidget], str]
FILTER = (Segment("all", "All", 8), Segment("late", "Late", 3, "late"), Segment("soon", "Soon", 1, "soon"))


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


def test_focus_moves_nothing_in_a_field(show: Show, qtbot: QtBot) -> None:
    field = show(line_field("Client", "Harbour & Finch"), 300, 60)
    before = field.editor.geometry()
    field.editor.setFocus()
    assert field.editor.geometry() == before


@pytest.mark.parametrize(("count", "written"), [(0, ""), (7, "7"), (99, "99"), (100, "99+")])
def test_a_badge_hides_nothing_to_do_and_stops_at_ninety_nine(count: int, written: str, show: Show) -> None:
    assert count_text(count) == written
    assert show(Badge(count)).text() == written


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


def test_chips_go_on_in_the_next_line(show: Show) -> None:
    flow = Flow(gap=8, line_gap=6)
    for word in ("Telegram", "WhatsApp", "Email", "Phone"):
        flow.add(Chip(word))
    show(flow, 1000, 24)
    assert flow.heightForWidth(1000) == 24
    assert flow.heightForWidth(90) == 4 * 24 + 3 * 6


def test_shares_fill_the_bar_and_the_smallest_can_still_be_seen(dressed: Theme) -> None:
    parts = (SharePart(1118), SharePart(96), SharePart(0), SharePart(1))
    widths = share_widths(parts, 700, 2)
    assert sum(widths) + 2 * 2 == pytest.approx(700)
    assert widths[2] == 0
    assert min(widths[0], widths[1], widths[3]) >= 6


def test_the_count_as_lines_says_what_the_cells_say(show: Show) -> None:
    lines = show(CountLines(WEEK))
    words = [label.text() for label in lines.findChildren(Text)]
    assert words[:4] == ["Fri 20", "received", "Sat 21", "day off"]


def test_a_veil_leaves_with_its_dialog(show: Show, qtbot: QtBot) -> None:
    window = show(QWidget(), 400, 300)
    dialog = show(QDialog(window), 100, 100)
    veil = Dim(window, dialog)
    window.resize(500, 350)
    assert veil.size() == window.size()
    dialog.reject()
    assert veil.isHidden()
