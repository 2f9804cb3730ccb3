"""Backups in the window: said where they are when they are needed, made in time, put back, and asked about (8.3)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.clock import system_clock
from app.facts.backups import Returned, ReturnSaid, Why
from app.journal.checking import verify_path
from app.journal.opening import create_journal, open_journal
from app.settings import Settings
from tests.ui.shore import Shore
from ui.backing_up import BackingUp, back_up_at_close
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.returned import ReturnedDialog
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.pages.evidence import EvidencePage
from ui.pages.evidence.checking import Checking
from ui.pages.settings import SettingsPage
from ui.pages.settings_backup import BackupSettings
from ui.start import Wish
from ui.theme import Theme
from ui.widgets.notice import NoticeKind

GONE = Returned(expected_size=57, expected_head="0" * 64, found_size=40, found_head="1" * 64)
FORKED = Returned(expected_size=57, expected_head="0" * 64, found_size=60, found_head="1" * 64)


@pytest.fixture
def card(shore: Shore, behind: QWidget) -> BackupSettings:
    found = BackupSettings(shore.bench, behind)
    found.refresh()
    shore.bench.settle()
    return found


def test_the_settings_say_where_backups_are_how_old_and_whether_one_stood(shore: Shore, card: BackupSettings) -> None:
    assert card.newest.text() == "There is none yet; the first is made when the window closes."
    card.now.click()
    shore.bench.settle()
    card.trying.click()
    shore.bench.settle()
    assert card.where.text().startswith("1 backup in ")
    assert card.newest.text().startswith("The newest was made on Friday, 15 May, at 10:15 and holds ")
    assert card.trial.text() == "Restorable, checked on Friday, 15 May."
    assert not card.unsaved.isVisibleTo(card)
    assert "stands" in shore.bench.said[-1]


def test_another_folder_is_remembered_and_used_at_once(shore: Shore, card: BackupSettings, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    card.choose_folder(str(disk))
    shore.bench.settle()
    assert list(disk.glob("*/*.ashore"))
    assert str(disk) in card.where.text()


def test_a_folder_that_is_gone_is_said_in_the_notice(shore: Shore, card: BackupSettings, tmp_path: Path) -> None:
    """Fault 35."""
    card.choose_folder(str(tmp_path / "not connected"))
    shore.bench.settle()
    assert "is not there. Connect its disk" in shore.bench.said[-1]
    assert shore.bench.steps[-1].notice.kind is NoticeKind.ERROR


def test_half_an_hour_after_a_change_a_backup_is_made_beside_the_window(shore: Shore) -> None:
    watching = BackingUp(shore.bench)
    assert not watching._change.isActive()
    shore.journal.talk.note(shore.client, "новое")
    assert watching._change.isActive()
    assert watching._change.interval() == 30 * 60_000
    watching._change.timeout.emit()
    shore.bench.settle()
    newest = shore.journal.backups.shown().newest
    assert newest is not None
    assert (newest.why, newest.entries) == (Why.CHANGE, shore.journal.size_and_head()[0])


def test_entries_that_are_in_no_backup_for_a_week_are_said_in_red_with_the_next_step(shore: Shore) -> None:
    shore.clock.forward(timedelta(days=8))
    BackingUp(shore.bench).begin()
    shore.bench.settle()
    told = shore.bench.steps[-1]
    assert told.notice.kind is NoticeKind.ERROR
    assert told.notice.text.endswith("are in no backup.")
    assert told.next is not None
    told.next()
    shore.bench.settle()
    assert not shore.journal.backups.shown().is_overdue


def test_once_a_month_one_is_tried_out_by_itself(shore: Shore) -> None:
    shore.journal.backups.make()
    watching = BackingUp(shore.bench)
    watching.begin()
    watching._trial.timeout.emit()
    shore.bench.settle()
    assert shore.journal.backups.shown().tried == shore.clock()


def test_at_close_there_is_a_backup_and_a_refusal_is_given_back(shore: Shore, tmp_path: Path) -> None:
    assert back_up_at_close(shore.bench) is None
    assert len(shore.journal.backups.shown().backups) == 1
    shore.bench.set(backup_folder=str(tmp_path / "not connected"))
    assert back_up_at_close(shore.bench) is not None


@pytest.mark.parametrize(
    ("found", "words"),
    [(GONE, "17 entries that were saved are not in this file."), (FORKED, "two journals with one beginning")],
)
def test_a_journal_that_came_back_is_asked_about(shore: Shore, behind: QWidget, found: Returned, words: str) -> None:
    dialog = ReturnedDialog(shore.bench, returned=found, parent=behind)
    texts = [child.text() for child in dialog.findChildren(QWidget) if hasattr(child, "text")]
    assert any(words in text for text in texts)
    assert dialog.said is None


def test_the_answer_is_recorded_and_none_is_recorded_unchosen(shore: Shore, behind: QWidget) -> None:
    """4.2, fault 17."""
    size, head = shore.journal.size_and_head()
    shore.journal.high_water.set_mark(shore.journal.log_id, size + 3, "0" * 64)
    shore.journal._is_as_remembered = False
    BackingUp(shore.bench).begin()
    shore.bench.settle()
    ((key, _, what),) = shore.bench.opened
    assert key == "returned"
    dialog = ReturnedDialog(shore.bench, parent=behind, **what)
    dialog.save()
    assert dialog.wrong.text() == "Choose one of the three answers."
    dialog.buttons[ReturnSaid.OTHER_COMPUTER].setChecked(True)
    dialog.save()
    said = shore.journal.reading.entry(size + 1)
    assert (said.kind, said.body["said"]) == ("journal.restored", "other_computer")
    assert (said.body["found_size"], said.body["found_head"]) == (size, head)


@pytest.fixture
def lost(tmp_path: Path) -> Iterator[Path]:
    """The path of a journal that is gone; a backup of it is there."""
    path = tmp_path / "journal.ashore"
    with closing(create_journal(path, {"name": "Elena Marín", "zone": "Europe/Madrid"}, system_clock)) as journal:
        journal.backups.make()
    path.unlink()
    yield path


def test_a_missing_journal_says_where_its_backups_are_and_one_click_brings_it_back(
    lost: Path, dressed: Theme, qtbot: QtBot
) -> None:
    window = MainWindow(Settings(), "en")
    qtbot.addWidget(window)
    opening = Opening(Wish(journal=lost), Settings(), "en", window)
    benches = []
    opening.ready.connect(benches.append)
    opening.begin()
    page = opening._page
    assert page is not None
    assert "The journal that was here is missing." in page.state.text.text()
    assert "1 backup is in " in page.state.text.text()
    assert page.restore.isVisibleTo(page)
    page.restore.click()
    (dialog,) = window.findChildren(RestoreDialog)
    dialog.restoring.click()
    (bench,) = benches
    assert bench.journal.size_and_head()[0] == 3
    bench.close()


def test_a_damaged_journal_is_moved_aside_and_the_backup_opened(lost: Path, dressed: Theme, qtbot: QtBot) -> None:
    lost.write_bytes(b"")
    window = MainWindow(Settings(), "en")
    qtbot.addWidget(window)
    opening = Opening(Wish(journal=lost), Settings(), "en", window)
    benches = []
    opening.ready.connect(benches.append)
    opening.begin()
    assert opening._page is not None
    assert "is empty" in opening._page.state.text.text()
    opening._page.restore.click()
    (dialog,) = window.findChildren(RestoreDialog)
    dialog.restoring.click()
    (bench,) = benches
    (aside,) = lost.parent.glob("*.before-restore-*")
    assert (aside / lost.name).read_bytes() == b""
    bench.close()


RESTORE_AND_SAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.start import Program, Wish, new_application
app = new_application()
program = Program(app, Wish(journal=Path(sys.argv[1])))
program.show()
benches = []
def look():
    bench = program.window.workbench
    if bench is None or getattr(program.window.page, "shown", None) is None or bench in benches:
        return
    benches.append(bench)
    if len(benches) == 1:
        bench.restoring.emit(Path(sys.argv[2]))
    else:
        watch.stop()
        print(bench.journal.size_and_head()[0], program.window.notices.shown.text, flush=True)
        program.window.close()
watch = QTimer()
watch.timeout.connect(look)
watch.start(10)
sys.exit(app.exec())
"""


def test_a_backup_is_restored_out_of_the_open_window(tmp_path: Path) -> None:
    path = tmp_path / "journal.ashore"
    with closing(create_journal(path, {"name": "Elena Marín", "zone": "Europe/Madrid"}, system_clock)) as journal:
        made = journal.backups.make()
        file = journal.backups.shelf.path_of(made)
        journal.clients.add("Albor", zone="Europe/Madrid", language="es")
    done = subprocess.run(
        [sys.executable, "-c", RESTORE_AND_SAY, str(path), str(file)],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{made.entries + 1} The backup is restored: {made.entries + 1} entries.")
    assert str(tmp_path / "journal.before-restore-") in done.stdout
    assert done.stderr == ""
    with closing(open_journal(path, system_clock)) as journal:
        assert journal.backups.returned() is None


def test_the_settings_page_can_stand_at_the_backups(shore: Shore, qtbot: QtBot) -> None:
    page = SettingsPage(shore.bench)
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    page.refresh()
    shore.bench.settle()
    page.show_backups()
    assert page.backups.where.visibleRegion().isEmpty() is False


def test_a_copy_put_in_place_by_hand_is_asked_about_at_the_next_start(shore: Shore) -> None:
    backups = shore.journal.backups
    file = backups.shelf.path_of(backups.make())
    shore.journal.talk.note(shore.client, "после копии")
    shore.journal.close()
    shutil.copy(file, shore.journal.path)
    with closing(open_journal(shore.journal.path, shore.clock)) as journal:
        found = journal.backups.returned()
        assert found is not None
        assert found.missing == 1


def test_a_damaged_journal_on_the_evidence_page_offers_a_copy_and_a_backup(
    shore: Shore, behind: QWidget, tmp_path: Path
) -> None:
    """6.9: nothing is repaired silently."""
    shore.journal.backups.make()
    with shore.journal.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE entry SET kind = 'message.sent' WHERE seq = 3")
    checking = Checking(shore.bench, behind)
    checking.start()
    shore.bench.settle()
    assert checking.problem_count > 0
    assert checking.rescue.where.text().startswith("1 backup is in ")
    checking.rescue.copy_to(str(tmp_path))
    shore.bench.settle()
    (copy,) = tmp_path.glob("*-as-it-is-*.ashore")
    assert verify_path(copy).problems
    checking.rescue.restoring.click()
    (dialog,) = checking.rescue.findChildren(RestoreDialog)
    wanted: list[Path] = []
    shore.bench.restoring.connect(wanted.append)
    dialog.restoring.click()
    assert wanted == [shore.journal.backups.shelf.path_of(shore.journal.backups.shelf.kept()[0])]


def test_the_evidence_page_tells_that_a_backup_was_restored(shore: Shore, qtbot: QtBot) -> None:
    """6.9: a line in the list of anchors."""
    size, _ = shore.journal.size_and_head()
    shore.journal.high_water.set_mark(shore.journal.log_id, size + 3, "0" * 64)
    shore.journal._is_as_remembered = False
    shore.journal.backups.say_returned(ReturnSaid.BACKUP)
    page = EvidencePage(shore.bench)
    qtbot.addWidget(page)
    page.refresh()
    shore.bench.settle()
    texts = [each.text() for each in page.noted.findChildren(QLabel)]
    assert f"A backup was restored: the journal once went on to entry {size + 3}, this one ended with {size}." in texts
    assert f"entry {size + 1}, Fri 15 May" in texts
