"""The timeline as one scrolls through it: a window over the journal, a bar over all years, a place that never jumps."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.shore import FRIDAY, Shore, key
from ui.pages.client.timeline_bar import WHOLE
from ui.pages.client.timeline_model import MOST_LOADED, PAGE
from ui.pages.client.timeline_view import Timeline

LONG = 700


@pytest.fixture
def timeline(shore: Shore, qtbot: QtBot) -> Timeline:
    """A client with 700 messages over four weeks, the newest in view."""
    with shore.journal.act():
        for number in range(LONG):
            at = FRIDAY - timedelta(hours=LONG - number)
            shore.journal.talk.received(shore.client, f"mensaje {number}", at=at)
    return shown(shore, qtbot)


def shown(shore: Shore, qtbot: QtBot) -> Timeline:
    found = Timeline(shore.bench)
    qtbot.addWidget(found)
    found.resize(755, 560)
    found.show()
    found.show_client(shore.client)
    found.setFocus()
    QApplication.processEvents()
    return found


def text_at(timeline: Timeline, y: int) -> str:
    row = timeline.indexAt(QPoint(100, y)).row()
    return timeline.lines.lines[row].entry.text if row >= 0 else ""


def texts_in_view(timeline: Timeline) -> list[str]:
    return [timeline.lines.lines[each.row].entry.text for each in timeline.scrolling.places.seen()]


def test_the_newest_line_stands_at_the_bottom(timeline: Timeline) -> None:
    assert texts_in_view(timeline)[-1] == f"mensaje {LONG - 1}"
    assert len(timeline.lines.lines) == PAGE
    assert timeline.verticalScrollBar().value() == WHOLE


def test_lines_move_by_what_is_scrolled_while_pages_come_and_go(timeline: Timeline) -> None:
    for step in [-120] * 150 + [90] * 100:
        held = timeline.scrolling.places.seen()[3]
        seq = timeline.lines.lines[held.row].entry.seq
        timeline.scrolling.by(step)
        placed = timeline.scrolling.places.placed(timeline.lines.row_of(seq))
        above = timeline.lines.heads_a_day(placed.row) and placed.height != held.height
        assert placed.bottom == held.bottom - step, (step, above)
    assert len(timeline.lines.lines) <= MOST_LOADED


def test_every_line_is_passed_once_on_the_way_up(timeline: Timeline) -> None:
    met: list[str] = []
    while not timeline.scrolling.places.is_at_start:
        met += [each for each in reversed(texts_in_view(timeline)) if each not in met]
        timeline.scrolling.by(-300)
        assert len(timeline.lines.lines) <= MOST_LOADED
    met += [each for each in reversed(texts_in_view(timeline)) if each not in met]
    wanted = [f"mensaje {number}" for number in reversed(range(LONG))]
    assert [each for each in met if each.startswith("mensaje")] == wanted
    assert timeline.verticalScrollBar().value() == 0


def test_the_bar_moves_one_way_while_one_scrolls_one_way(timeline: Timeline) -> None:
    places, lengths = [timeline.verticalScrollBar().value()], set()
    while not timeline.scrolling.places.is_at_start:
        timeline.scrolling.by(-200)
        places.append(timeline.verticalScrollBar().value())
        lengths.add(timeline.verticalScrollBar().pageStep())
    assert places == sorted(places, reverse=True)
    assert max(before - after for before, after in pairwise(places)) < WHOLE // 50
    assert len(lengths) == 1


@pytest.mark.parametrize("part", [0, 1, 123_456, WHOLE // 2, 999_000, WHOLE])
def test_the_bar_leads_to_that_part_of_the_time(timeline: Timeline, part: int) -> None:
    bar = timeline.verticalScrollBar()
    bar.setValue(part)
    first = timeline.lines.lines[timeline.scrolling.places.seen()[0].row].entry.happened
    begun, end = FRIDAY - timedelta(hours=LONG), FRIDAY
    wanted = begun + (end - begun) * (part / WHOLE)
    assert abs(first - wanted) < timedelta(hours=16) or part == WHOLE
    assert abs(bar.value() - part) < WHOLE // 40


def test_a_step_of_the_bar_is_a_few_lines_and_never_a_day(timeline: Timeline) -> None:
    before = texts_in_view(timeline)[0]
    timeline.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderSingleStepSub)
    assert int(before.split()[1]) - int(texts_in_view(timeline)[0].split()[1]) in (1, 2)
    timeline.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    assert int(before.split()[1]) - int(texts_in_view(timeline)[0].split()[1]) < 14


def test_the_wheel_scrolls_by_the_touchpads_pixels(timeline: Timeline) -> None:
    held = timeline.scrolling.places.seen()[4]
    none = QPoint()
    wheel = QWheelEvent(
        QPointF(10, 10), QPointF(10, 10), QPoint(0, 37), none, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(timeline.viewport(), wheel)
    assert timeline.scrolling.places.placed(held.row).top == held.top + 37


def test_home_and_end_lead_to_the_first_and_the_last_line_of_all(timeline: Timeline) -> None:
    key(timeline, Qt.Key.Key_Home)
    assert timeline.current is not None
    assert timeline.current.entry.text == "mensaje 0"
    assert timeline.scrolling.places.is_at_start
    key(timeline, Qt.Key.Key_End)
    assert timeline.current is not None
    assert timeline.current.entry.text == f"mensaje {LONG - 1}"
    assert timeline.scrolling.places.is_at_end


def test_page_keys_go_through_the_whole_journal(timeline: Timeline) -> None:
    key(timeline, Qt.Key.Key_End)
    pages, before = 0, -1
    while timeline.current is not None and timeline.current.entry.seq != before and pages < 300:
        before = timeline.current.entry.seq
        key(timeline, Qt.Key.Key_PageUp)
        assert timeline.viewport().rect().contains(timeline.visualRect(timeline.currentIndex()).center())
        pages += 1
    assert timeline.current is not None
    assert timeline.current.entry.text == "mensaje 0"
    assert 40 < pages < 150


def test_arrows_go_on_beyond_what_was_loaded(timeline: Timeline) -> None:
    key(timeline, Qt.Key.Key_End)
    for _ in range(PAGE + 40):
        key(timeline, Qt.Key.Key_Up)
    assert timeline.current is not None
    assert timeline.current.entry.text == f"mensaje {LONG - 1 - PAGE - 40}"
    box = timeline.visualRect(timeline.currentIndex())
    assert timeline.viewport().rect().contains(box.center())


def test_an_entry_among_hundreds_of_the_same_second_is_found(shore: Shore, qtbot: QtBot) -> None:
    """An export that knows the day alone gives hundreds of messages one instant."""
    with shore.journal.act():
        found = [
            shore.journal.talk.received(shore.client, f"igual {n}", at=FRIDAY - timedelta(days=3)) for n in range(400)
        ]
    timeline = shown(shore, qtbot)
    for seq in (found[0], found[200], found[-1]):
        assert timeline.go_to_entry(seq)
        assert timeline.current is not None
        assert timeline.current.entry.seq == seq


def test_an_entry_of_another_client_is_not_found(shore: Shore, timeline: Timeline) -> None:
    other = shore.journal.clients.add("Otro", zone="Europe/Madrid")
    note = shore.journal.talk.note(other, "aparte")
    assert not timeline.go_to_entry(note)


def test_who_reads_far_up_stays_there_when_something_is_recorded(shore: Shore, timeline: Timeline) -> None:
    timeline.go_to_day(date(2026, 5, 1))
    before = texts_in_view(timeline), timeline.scrolling.places.seen()[0].top
    shore.journal.talk.received(shore.client, "nuevo")
    timeline.show_client(shore.client)
    assert (texts_in_view(timeline), timeline.scrolling.places.seen()[0].top) == before
    shore.journal.talk.received(shore.client, "tarde", at=datetime(2026, 4, 20, 9, tzinfo=FRIDAY.tzinfo))
    timeline.show_client(shore.client)
    assert (texts_in_view(timeline), timeline.scrolling.places.seen()[0].top) == before


def test_who_reads_the_end_sees_what_is_recorded(shore: Shore, timeline: Timeline) -> None:
    shore.journal.talk.received(shore.client, "nuevo")
    timeline.show_client(shore.client)
    assert texts_in_view(timeline)[-1] == "nuevo"
    assert timeline.scrolling.places.is_at_end


def test_the_end_stays_in_view_when_the_window_grows_and_shrinks(timeline: Timeline) -> None:
    for size in ((755, 300), (400, 800), (1400, 560)):
        timeline.resize(*size)
        QApplication.processEvents()
        assert texts_in_view(timeline)[-1] == f"mensaje {LONG - 1}"
        assert timeline.scrolling.places.seen()[-1].bottom == timeline.viewport().height()


def test_a_short_journal_has_a_bar_of_pixels(shore: Shore, qtbot: QtBot) -> None:
    for number in range(20):
        shore.journal.talk.received(shore.client, f"m {number}", at=FRIDAY - timedelta(hours=20 - number))
    timeline = shown(shore, qtbot)
    bar = timeline.verticalScrollBar()
    assert 0 < bar.maximum() < 3000
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    assert timeline.scrolling.places.is_at_start
    bar.setValue(100)
    assert timeline.scrolling.places.placed(0).top == -100


def test_what_fits_needs_no_bar(shore: Shore, qtbot: QtBot) -> None:
    timeline = shown(shore, qtbot)
    timeline.resize(755, 2000)
    QApplication.processEvents()
    assert timeline.verticalScrollBar().maximum() == 0
    assert timeline.scrolling.places.seen()[0].top == 0


def test_the_model_keeps_the_rules_of_qt_while_pages_come_and_go(
    timeline: Timeline, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(timeline.lines)
    for _ in range(60):
        timeline.scrolling.by(-500)
    for _ in range(40):
        timeline.scrolling.by(500)
    timeline.scrollToTop()
    timeline.scrollToBottom()
    qtmodeltester.check(timeline.lines)
