"""The call note that is not saved yet: in the rail while its window is closed, offered again after a kill (6.6)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FixedClock, system_clock
from app.folders import state_folder
from app.journal.opening import create_journal, open_journal
from app.settings import Settings
from app.unsent import keep_unsent
from tests.ui.desk import Desk
from tests.ui.hands import press, write
from ui.dialogs.call import CallNote
from ui.kept_call import all_kept, kept, last_kept
from ui.main_window import MainWindow
from ui.theme import Theme
from ui.widgets.rail_row import RailRow
from ui.workbench import Workbench

ROOT = Path(__file__).parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path, dressed: Theme) -> Iterator[Desk]:
    found = Desk(tmp_path)
    yield found
    found.close()


def row_of_call(window: MainWindow) -> RailRow | None:
    return next((row for row in window.rail.findChildren(RailRow) if row.key == "call" and not row.isHidden()), None)


def open_call(desk: Desk, name: str) -> CallNote:
    client = desk.journal.clients.named(name).number
    note = desk.bench.open("call", client)
    assert isinstance(note, CallNote)
    QApplication.processEvents()
    return note


def test_the_timer_of_a_closed_note_goes_on_in_the_rail_and_leads_back(desk: Desk) -> None:
    note = open_call(desk, "Кедровый дом")
    write("Этикетка")
    note.close()
    QApplication.processEvents()
    clock = desk.journal.clock
    assert isinstance(clock, FixedClock)
    clock.forward(timedelta(minutes=3, seconds=7))
    assert desk.window._company is not None
    desk.window._company.call.tick()
    row = row_of_call(desk.window)
    assert row is not None
    assert row.text() == "03:07 · Кедровый дом"
    assert row.accessibleName() == "Call note, Кедровый дом, not saved yet"
    row.click()
    again = [each for each in desk.window.findChildren(CallNote) if each.isVisible()]
    assert [each.cards[0].topic.title for each in again] == ["Этикетка"]
    assert again[0].timer.digits.text() == "03:07"


def test_the_rail_brings_an_open_note_to_the_front_and_makes_no_second(desk: Desk) -> None:
    note = open_call(desk, "Кедровый дом")
    row = row_of_call(desk.window)
    assert row is not None
    row.click()
    assert [each for each in desk.window.findChildren(CallNote) if each.isVisible()] == [note]


def test_a_saved_call_leaves_the_rail(desk: Desk) -> None:
    note = open_call(desk, "Кедровый дом")
    write("Этикетка")
    note.cards[0].editor.nothing.click()
    note.save()
    QApplication.processEvents()
    assert row_of_call(desk.window) is None


def test_discarding_asks_before_words_go(desk: Desk) -> None:
    note = open_call(desk, "Кедровый дом")
    write("Этикетка")
    note.head.discarding.click()
    assert note.isVisible()
    assert "would be gone" in note.problem.accessibleName()
    note.problem.step_taken.emit()
    assert last_kept(desk.journal.log_id) is None
    assert row_of_call(desk.window) is None


def test_two_notes_are_both_kept_and_the_last_one_shows(desk: Desk) -> None:
    first, second = open_call(desk, "Кедровый дом"), open_call(desk, "Harbour & Finch")
    assert [each.client for each in all_kept(desk.journal.log_id)] == [second.note.client, first.note.client]
    second.head.discarding.click()
    row = row_of_call(desk.window)
    assert row is not None and row.text().endswith("Кедровый дом")


def test_escape_asks_once_and_keeps_the_words(desk: Desk) -> None:
    note = open_call(desk, "Кедровый дом")
    write("Этикетка")
    press(Qt.Key.Key_Escape)
    assert note.isVisible()
    assert "Escape once more" in note.problem.accessibleName()
    press(Qt.Key.Key_Escape)
    found = last_kept(desk.journal.log_id)
    assert found is not None and found.topics[0].title == "Этикетка"


def test_a_damaged_note_is_kept_aside_and_hinders_nobody(desk: Desk) -> None:
    """Fault 31 for drafts: what cannot be read stays under another name."""
    log, client = desk.journal.log_id, desk.journal.clients.named("Кедровый дом").number
    keep_unsent(f"{log}/call/{client}/0", '{"client": 1, "topics": [{"tit')
    assert kept(log, client, 0) is None
    aside = list((state_folder() / "unsent").glob("*.damaged.txt"))
    assert [file.read_text() for file in aside] == ['{"client": 1, "topics": [{"tit']
    assert open_call(desk, "Кедровый дом").isVisible()


def test_a_note_that_was_killed_with_the_program_is_offered_with_its_true_start(
    tmp_path: Path, dressed: Theme, qtbot: QtBot
) -> None:
    """Fault 30: SIGKILL while somebody types; the next start says with whom and since when."""
    path = tmp_path / "journal.ashore"
    journal = create_journal(path, {"name": "Elena", "zone": "Europe/Madrid"}, system_clock)
    journal.clients.add("Ánfora", zone="Europe/Madrid", language="es")
    journal.close()
    begun = system_clock()
    command = [sys.executable, "-m", "tests.ui.typing_child", str(path), "call", "Precios de mayo"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        child.kill()
    assert said == "kept\n"
    bench = Workbench(open_journal(path, FixedClock(begun + timedelta(hours=1))), Settings(), "en")
    window = MainWindow(Settings(), "en")
    qtbot.addWidget(window)
    window.attach(bench)
    window.show()
    window.complete()
    shown = window.notices.shown
    assert shown is not None
    assert shown.text.startswith("A call note was being written with Ánfora, begun ")
    note = last_kept(bench.journal.log_id)
    assert note is not None and note.started is not None
    assert begun <= note.started <= begun + timedelta(seconds=60)
    window.notices.take_step()
    again = next(each for each in window.findChildren(CallNote))
    assert again.cards[0].topic.title == "Precios de mayo"
    assert again.timer.digits.text().startswith("59:") or again.timer.digits.text() == "1:00:00"
    window.close()
    bench.close()


def test_a_note_open_at_the_end_is_kept_and_reads_no_closed_journal(tmp_path: Path, dressed: Theme) -> None:
    """8.2: one file is left behind; a reading after the end would lay two others beside it."""
    desk = Desk(tmp_path)
    note = open_call(desk, "Кедровый дом")
    write("Этикетка")
    desk.bench.close()
    note.close()
    last = last_kept(desk.journal.log_id)
    assert last is not None and last.topics[0].title == "Этикетка"
    path = desk.journal.path
    assert [side for side in ("-wal", "-shm", "-journal") if path.with_name(path.name + side).exists()] == []
    desk.window.close()
