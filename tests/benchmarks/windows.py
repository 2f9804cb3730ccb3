"""The processes that Q1 to Q3 measure: `bare`, `frame JOURNAL` or `today JOURNAL`. Each ends when it has painted."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(words: list[str]) -> None:
    """Paint what the words ask for, say how many KiB of memory are held, and end without tidying up."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if words[0] == "bare":
        _bare()
    else:
        _ours(Path(words[1]), with_cards=words[0] == "today")


def done() -> None:
    """The end, at once: what Python and Qt tidy up after is no part of what is measured."""
    print(_memory(), flush=True)
    os._exit(0)


def _memory() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0])


def _bare() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, done)

    app = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1360, 860)
    window.show()
    app.exec()


def _ours(journal: Path, with_cards: bool) -> None:
    """As `-m ui` does it."""
    from ui.__main__ import prepare

    prepare()
    from PySide6.QtCore import QTimer

    from ui.start import Program, Wish, new_application

    app = new_application()
    program = Program(app, Wish(journal=journal))
    if not with_cards:
        program.window.painted.disconnect()  # what follows the first frame belongs to Q2
        program.window.painted.connect(done)
    program.show()

    def painted() -> None:
        program.window.repaint()
        done()

    def look() -> None:
        if program.window.page is not None:
            watch.stop()
            program.window.page.read.connect(painted)  # the page says that its cards are painted

    watch = QTimer()
    watch.timeout.connect(look)
    if with_cards:
        watch.start(2)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1:])
