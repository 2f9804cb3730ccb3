"""Fault 30 for every form with a text: SIGKILL while somebody types, and the words are there again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.clock import system_clock
from app.journal.opening import create_journal, open_journal
from app.settings import Settings
from ui.main_window import MainWindow
from ui.theme import Theme
from ui.workbench import Workbench

ROOT = Path(__file__).parents[2]
WORDS = "Слова до отключения света"


def texts(window: QWidget) -> list[str]:
    lines = [each.text() for each in window.findChildren(QLineEdit)]
    return lines + [each.toPlainText() for each in window.findChildren(QTextEdit)]


@pytest.mark.parametrize("dialog", ["compose", "log", "edit", "request", "stage", "new_client"])
def test_what_was_typed_into_a_form_that_was_killed_comes_back(
    tmp_path: Path, dressed: Theme, qtbot: QtBot, dialog: str
) -> None:
    """The child acknowledges as soon as the words lie in a file; it is killed in the same moment."""
    path = tmp_path / "journal.ashore"
    journal = create_journal(path, {"name": "Elena", "zone": "Europe/Madrid"}, system_clock)
    client = journal.clients.add("Ánfora", zone="Europe/Madrid", language="es")
    journal.close()
    command = [sys.executable, "-m", "tests.ui.typing_child", str(path), dialog, WORDS]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.readline()
        child.kill()
    assert said == "kept\n"
    bench = Workbench(open_journal(path, system_clock), Settings(), "en")
    window = MainWindow(Settings(), "en")
    qtbot.addWidget(window)
    window.attach(bench)
    window.show()
    again = bench.open(dialog, client)
    assert again is not None
    QApplication.processEvents()

    assert any(WORDS in text for text in texts(again))
    window.close()
    bench.close()
    again.deleteLater()  # else it goes on keeping its words, in the home of the next test
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
