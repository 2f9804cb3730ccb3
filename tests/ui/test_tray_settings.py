"""Notices in the settings (C7): what the desktop lacks cannot be chosen, and the line for a key works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.facts.places import PAGES, PLACES, WINDOWS
from app.settings import Settings, load_settings
from tests.ui.desk import Desk
from tests.ui.real_window import until
from tests.ui.shore import Shore
from ui.actions import COMMANDS
from ui.first_window import FirstWindow, raise_first
from ui.layout import Layout
from ui.page_commands import DIALOG_KEYS
from ui.pages import PAGES as ALL_PAGES
from ui.pages.settings import SettingsPage
from ui.pages.settings_notices import NoticeSettings
from ui.sample import sample_journal
from ui.shortcut_line import shortcut_line
from ui.theme import Theme
from ui.widgets.wrapped_tick import WrappedCheckBox
from ui.workbench import Workbench

ROOT = Path(__file__).parents[2]


def test_without_a_tray_nothing_of_it_can_be_chosen_and_that_is_said(shore: Shore, behind: QWidget) -> None:
    card = NoticeSettings(shore.bench, behind, has_tray=False)
    assert card.absent.isVisibleTo(card) and "Closing the window ends Ashore" in card.absent.text()
    assert not (card.tray.isEnabled() or card.notices.isEnabled() or card.stay.isEnabled())


def test_with_a_tray_each_box_is_kept_and_the_others_follow_the_first(shore: Shore, behind: QWidget) -> None:
    card = NoticeSettings(shore.bench, behind, has_tray=True)
    assert not card.absent.isVisibleTo(card) and not card.stay.isChecked()
    card.stay.click()
    card.notices.click()
    assert (load_settings().stay, load_settings().notices, load_settings().tray) == (True, False, True)
    card.tray.click()
    assert not load_settings().tray and not card.stay.isEnabled() and not card.notices.isEnabled()


def test_the_page_has_the_card_and_copies_the_line(tmp_path: Path, dressed: Theme) -> None:
    desk = Desk(tmp_path)
    desk.window.go("settings")
    page = desk.window.page
    assert isinstance(page, SettingsPage)
    page.notices.keys.copy.click()
    assert (
        QGuiApplication.clipboard().text() == shortcut_line(desk.journal.path, "log") == page.notices.keys.line.text()
    )
    desk.close()


@pytest.mark.parametrize("language", ["en", "ru", "es"])
def test_at_twice_the_size_every_sentence_of_the_card_has_room(
    tmp_path: Path, dressed: Theme, qtbot: QtBot, language: str
) -> None:
    """6.1: text to 200 % without loss, in a window of 1024: a sentence takes a second line."""
    dressed.wear(mode="light", percent=200)
    bench = Workbench(sample_journal(tmp_path), Settings(), language)
    page = SettingsPage(bench)
    qtbot.addWidget(page)
    page.set_layout(Layout.SINGLE)
    page.resize(900, 700)
    page.show()
    QApplication.processEvents()
    page.notices.keys.offer(True)
    QApplication.processEvents()
    for box in page.findChildren(WrappedCheckBox):
        assert box.height() >= box.heightForWidth(box.width()), box.text()
    assert page._content.width() <= page._scroll.viewport().width()
    bench.close()


def test_every_place_that_can_be_asked_for_is_a_command_of_the_window() -> None:
    commands = {command.key for command in COMMANDS}
    assert set(PLACES) <= commands
    assert set(WINDOWS) <= set(DIALOG_KEYS) and set(PAGES) <= set(ALL_PAGES)


@pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX runs the line")
def test_the_line_brings_up_its_place_from_any_folder(tmp_path: Path, qtbot: QtBot) -> None:
    journal = tmp_path / "мой журнал.ashore"
    first = FirstWindow(journal)
    first.listen()
    environment = os.environ | {"XDG_ACTIVATION_TOKEN": "of-the-desktop"}
    with qtbot.waitSignal(first.raised, timeout=60_000) as asked:
        second = subprocess.Popen(shortcut_line(journal, "call"), shell=True, cwd=tmp_path, env=environment)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert (asked.args, second.returncode) == (["call"], 0)
    assert os.environ.pop("XDG_ACTIVATION_TOKEN") == "of-the-desktop"
    first.close()


@pytest.mark.parametrize("said", [b"quit\n", b"\xff\xfe\n", b"raise", b"x" * 9000, b"\n"], ids=range(5))
def test_garbage_at_the_windows_name_raises_nothing(tmp_path: Path, qtbot: QtBot, said: bytes) -> None:
    from PySide6.QtNetwork import QLocalSocket

    from ui.first_window import server_name

    journal = tmp_path / "journal.ashore"
    first = FirstWindow(journal)
    first.listen()
    raised: list[str] = []
    first.raised.connect(raised.append)
    stranger = QLocalSocket()
    stranger.connectToServer(server_name(journal))
    stranger.write(said)
    stranger.flush()
    if said != b"raise":  # the half of a line is waited for
        qtbot.waitUntil(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert raised == []
    stranger.abort()
    with qtbot.waitSignal(first.raised, timeout=60_000):
        second = subprocess.Popen([sys.executable, "-c", RAISE_FIRST, str(journal)], cwd=ROOT)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert second.returncode == 0
    first.close()


RAISE_FIRST = """
import sys
from pathlib import Path
from ui.first_window import raise_first
sys.exit(not raise_first(Path(sys.argv[1])))
"""

SAY_WHAT_IS_SHOWN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from ui.start import Program, Wish, new_application
app = new_application()
program = Program(app, Wish(journal=Path(sys.argv[1]), place=sys.argv[2]))
program.show()
shown = set()
def look():
    for each in app.topLevelWidgets():
        if each.isVisible() and type(each).__name__ not in shown:
            shown.add(type(each).__name__)
            print(type(each).__name__, flush=True)
watch = QTimer()
watch.timeout.connect(look)
watch.start(10)
sys.exit(app.exec())
"""


def test_a_start_and_a_later_one_bring_up_the_forms_they_name(tmp_path: Path) -> None:
    """The same words where no window is open begin one there."""
    made = sample_journal(tmp_path)
    made.close()
    running = subprocess.Popen(
        [sys.executable, "-c", SAY_WHAT_IS_SHOWN, str(made.path), "log"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    assert {running.stdout.readline() for _ in range(2)} == {"MainWindow\n", "QuickAdd\n"}
    until(lambda: raise_first(made.path, "search"), running)
    assert running.stdout.readline() == "SearchPanel\n"
    running.terminate()
    assert running.wait(timeout=30) == 0
    running.stdout.close()
