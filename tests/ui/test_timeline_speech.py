"""The timeline without eyes and without a mouse: each row is one item that says all of it, keys do all of it (6.14)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from tests.ui.shore import FRIDAY, Shore, key
from ui.pages.client.journal_tab import JournalTab

Show = Callable[..., QWidget]
PRESS, NONE = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
C_ON_THE_BOARD = 46 + 8
"""Its scan code on X11 and Wayland, whatever the layout writes on it."""


@pytest.fixture
def tab(shore: Shore, show: Show) -> JournalTab:
    talk, client = shore.journal.talk, shore.client
    said = talk.sent(client, "hasta el 30 de mayo", at=FRIDAY - timedelta(hours=2))
    talk.correct(client, said, {"text": "hasta el 27 de mayo"}, "otra fecha")
    talk.received(client, "pagar \u202e0001 euros", at=FRIDAY - timedelta(hours=1))
    with shore.journal.act():
        for number in range(200):
            talk.received(client, f"m {number}", at=FRIDAY - timedelta(days=5, hours=number))
    found = JournalTab(shore.bench)
    shore.bench.window = found
    found.show_client(client)
    show(found, 1100, 700)
    found.timeline.setFocus()
    return found


def row_of(tab: JournalTab, row: int) -> QAccessibleInterface:
    face = QAccessible.queryAccessibleInterface(tab.timeline)
    assert face is not None
    index = tab.timeline.lines.index(row)
    return next(
        each
        for each in (face.child(at) for at in range(face.childCount()))
        if each.text(QAccessible.Text.Name) == index.data(int(Qt.ItemDataRole.DisplayRole))
    )


def test_the_list_has_a_name_and_a_row_for_each_loaded_line(tab: JournalTab) -> None:
    face = QAccessible.queryAccessibleInterface(tab.timeline)
    assert face is not None
    assert face.text(QAccessible.Text.Name) == "Timeline"
    assert face.role() in (QAccessible.Role.List, QAccessible.Role.Table)
    assert face.childCount() >= len(tab.timeline.lines.lines)


def test_a_row_says_number_day_who_what_and_what_was_before(tab: JournalTab) -> None:
    rows = tab.timeline.lines.lines
    row = next(at for at, line in enumerate(rows) if line.entry.corrected_by)
    said = row_of(tab, row).text(QAccessible.Text.Name)
    number, by = rows[row].entry.seq, rows[row].entry.corrected_by[0]
    assert said == (
        f"Entry {number}, Friday, 15 May, 08:15. Me, to Lucía Herrero, WhatsApp. Corrected by entry {by}."
        " old: hasta el 30 de mayo. hasta el 27 de mayo"
    )


def test_hidden_characters_are_said_as_marks(tab: JournalTab) -> None:
    row = next(at for at, line in enumerate(tab.timeline.lines.lines) if "\u202e" in line.entry.text)
    said = row_of(tab, row).text(QAccessible.Text.Name)
    assert "pagar ‹U+202E›0001 euros" in said
    assert "\u202e" not in said


def test_a_row_lies_where_it_is_painted_and_tells_whether_it_is_in_view(tab: JournalTab) -> None:
    timeline = tab.timeline
    last = len(timeline.lines.lines) - 1
    face = row_of(tab, last)
    box = timeline.visualRect(timeline.lines.index(last))
    assert face.rect().topLeft() == timeline.viewport().mapToGlobal(box.topLeft())
    assert not face.state().invisible
    assert row_of(tab, 0).rect().bottom() < timeline.viewport().mapToGlobal(QPoint(0, 0)).y()


def test_the_row_with_the_keyboard_is_told(tab: JournalTab) -> None:
    key(tab.timeline, Qt.Key.Key_End)
    key(tab.timeline, Qt.Key.Key_Up)
    row = tab.timeline.currentIndex().row()
    assert row == len(tab.timeline.lines.lines) - 2
    assert row_of(tab, row).state().selected
    assert not row_of(tab, row + 1).state().selected


def test_control_c_copies_the_words_as_they_were_written(tab: JournalTab) -> None:
    row = next(at for at, line in enumerate(tab.timeline.lines.lines) if "\u202e" in line.entry.text)
    line = tab.timeline.lines.lines[row]
    tab.timeline.go_to_entry(line.entry.seq)
    key(tab.timeline, Qt.Key.Key_C, "\x03", Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "pagar \u202e0001 euros"


def test_letters_are_found_by_their_place_on_the_board(tab: JournalTab, monkeypatch: pytest.MonkeyPatch) -> None:
    """6.2: a Greek layout writes ψ where C lies."""
    monkeypatch.setattr("sys.platform", "linux")
    letters: list[str] = []
    tab.timeline.lettered.disconnect(tab.take_letter)
    tab.timeline.lettered.connect(letters.append)
    for scan, sign in ((C_ON_THE_BOARD, "ψ"), (30 + 8, "α"), (34 + 8, "γ"), (53 + 8, "/")):
        QApplication.sendEvent(tab.timeline, QKeyEvent(PRESS, 0, NONE, scan, 0, 0, sign))
    assert letters == ["c", "a", "g", "/"]


def test_the_menu_key_opens_the_menu_of_the_current_row(tab: JournalTab) -> None:
    key(tab.timeline, Qt.Key.Key_End)
    line = tab.timeline.current
    assert line is not None
    at = QPoint(1, 1)
    QApplication.sendEvent(tab.timeline, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, at))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.accessibleName() == f"Entry {line.entry.seq}"
    menu.close()


def test_the_tooltip_tells_both_times(tab: JournalTab) -> None:
    timeline = tab.timeline
    row = next(at for at, line in enumerate(timeline.lines.lines) if line.entry.corrected_by)
    timeline.go_to_entry(timeline.lines.lines[row].entry.seq)
    at = timeline.visualRect(timeline.currentIndex()).center()
    where = timeline.viewport().mapToGlobal(at)
    QApplication.sendEvent(timeline.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, where))
    assert QToolTip.text() == ("Happened Friday, 15 May, 08:15\nRecorded Friday, 15 May, 10:15\nCorrected: otra fecha")
    QToolTip.hideText()
    assert timeline.viewport().rect().toRectF().contains(QPointF(at))
