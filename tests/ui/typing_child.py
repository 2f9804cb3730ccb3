"""A program at work, to be killed: its window is open on a journal, a note or a form in it, and somebody types.

`python -m tests.ui.typing_child JOURNAL DIALOG WORDS` says "kept" as soon as the words lie in a file, then goes on.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.clock import system_clock
from app.folders import state_folder
from app.journal.opening import open_journal
from app.settings import Settings
from tests.ui.hands import write
from ui.main_window import MainWindow
from ui.theme import theme
from ui.workbench import Workbench

LOOK_MS = 20


def main(path: str, dialog: str, words: str) -> None:
    """Open, type, and say when it is kept."""
    app = QApplication([])
    theme().dress(app, mode="light", percent=100)
    bench = Workbench(open_journal(Path(path), system_clock), Settings(), "en")
    window = MainWindow(bench.settings, "en")
    window.attach(bench)
    window.show()
    opened = bench.open(dialog, bench.journal.clients.all()[0].number)
    assert isinstance(opened, QWidget)
    opened.activateWindow()
    app.processEvents()
    write(words)
    looking = QTimer(app, interval=LOOK_MS)

    def look() -> None:
        if any(words in file.read_text("utf-8") for file in (state_folder() / "unsent").glob("*.txt")):
            looking.stop()
            sys.stdout.write("kept\n")
            sys.stdout.flush()

    looking.timeout.connect(look)
    looking.start()
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
