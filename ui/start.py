"""Starts the window: one per journal, painted first, the journal opened after; failures are sentences (8.1, 8.3)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.errors import Said
from app.facts.places import WINDOWS
from app.settings import load_settings
from app.words import N_, words_for
from ui.desktop import has_display, system_language
from ui.first_window import FirstWindow, raise_first
from ui.main_window import MainWindow
from ui.theme import STYLE, STYLED, theme

if TYPE_CHECKING:
    from ui.standing_by import StandingBy
    from ui.workbench import Workbench

NO_DISPLAY = N_("There is no display to open a window on. Every command works without one: see `ashore --help`.")

LISTEN_MS = 300
"""Later starts are listened for once the first cards had time to be painted; until then the journal's lock answers."""


class Wish(Struct, frozen=True):
    """What the command line asks of a window."""

    journal: Path
    language: str = ""
    now: str = ""
    place: str = ""
    """What of the window is wanted: one of app.facts.places, or empty for all of it."""


class Program(QObject):
    """The running window and what belongs to it."""

    def __init__(self, app: QApplication, wish: Wish) -> None:
        super().__init__()
        self._app, self._wish = app, wish
        self.settings = load_settings()
        self.language = wish.language or self.settings.language or system_language()
        theme().dress(app, mode=self.settings.theme, percent=self.settings.percent or None)
        theme().motion = self.settings.motion
        self._backup: Path | None = None
        self._standing_by: StandingBy | None = None
        self.window = self._new_window()
        self._first = FirstWindow(wish.journal, self)
        self._first.raised.connect(self._raise)
        sys.excepthook = self._bug

    def show(self) -> None:
        """Paint the frame; everything else follows."""
        if self.settings.maximized:
            self.window.showMaximized()
        else:
            self.window.show()

    def _new_window(self) -> MainWindow:
        window = MainWindow(self.settings, self.language)
        window.painted.connect(self._open)
        window.closed.connect(self._end)
        return window

    def _open(self) -> None:
        from ui.opening import Opening

        self._opening = Opening(self._wish, self.settings, self.language, self.window)
        self._opening.ready.connect(self._attach)
        if self._backup is not None:
            self._opening.restore(self._backup)
            self._backup = None
            return
        self._opening.begin()
        self._stopping = self._stop_by_signal()
        QTimer.singleShot(LISTEN_MS, self._first.listen)

    def _restore(self, file: Path) -> None:
        """Close the journal with its window; a new window begins by putting the backup in its place."""
        old, workbench = self.window, self.window.workbench
        assert workbench is not None
        self._backup, self.settings, self.language = file, workbench.settings, workbench.language
        self._wish = Wish(workbench.journal.path, self.language)
        old.closed.disconnect(self._end)
        self._close(workbench)
        self.window = self._new_window()
        self.show()
        old.close()
        old.deleteLater()

    def _stop_by_signal(self) -> QObject:
        from ui.stopping import Stopping

        stopping = Stopping(self)
        stopping.asked.connect(self._stop)
        return stopping

    def _stop(self) -> None:
        self.window.close()

    def _attach(self, workbench: Workbench) -> None:
        workbench.erred.connect(self._erred)
        workbench.restoring.connect(self._restore)
        self.window.attach(workbench)
        if self._wish.place:
            self._raise(self._wish.place)
        QTimer.singleShot(LISTEN_MS, self._get_ready)

    def _get_ready(self) -> None:
        if self.window.workbench is not None:
            from ui.closing import Closing
            from ui.standing_by import StandingBy

            self._standing_by = StandingBy(self.window.workbench)
            self._standing_by.wanted.connect(self._raise)
            self._standing_by.leaving.connect(self._stop)
            self._standing_by.begin()
            self._closing = Closing(self.window, self._standing_by.stays)

    def _end(self) -> None:
        """Close the journal with its checkpoint; a bug on the way is kept, not shown."""
        workbench = self.window.workbench
        self._first.close()
        if workbench is not None:
            self._close(workbench)
        self._app.quit()

    def _close(self, workbench: Workbench) -> None:
        """With a backup, when anything changed; what stands in its way does not stand in the way of closing."""
        from ui.attempt import attempt
        from ui.backing_up import back_up_at_close

        if self._standing_by is not None:
            self._standing_by.end()
            self._standing_by = None
        for said in (back_up_at_close(workbench), attempt(workbench.close)):
            if isinstance(said, Said):
                print(words_for(self.language).of(said), file=sys.stderr)

    def _raise(self, place: str = "") -> None:
        """Come to the front; a form comes up alone where the window was put away."""
        if place not in WINDOWS or self.window.isVisible():
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()
        if place and self.window.workbench is not None:
            self.window.run(place)

    def _erred(self, error: BaseException) -> None:
        self._bug(type(error), error, error.__traceback__)

    def _bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say it in the notice line, keep the report, go on (fault 29)."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        from ui.mistakes import mistake_told

        self.window.notices.tell(mistake_told(self.window.words, error.with_traceback(trace)))


def new_application() -> QApplication:
    """The application with its style: named here, because `setStyle` would make Python's copy of every style enum."""
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setApplicationName("Ashore")
    app.setQuitOnLastWindowClosed(False)
    app.setProperty(STYLED, True)
    return app


def run_window(wish: Wish) -> int:
    """Open the window, or raise the one that is open; gives the exit code."""
    if raise_first(wish.journal, wish.place):
        return 0
    if not has_display():
        print(words_for(wish.language or "en").text(NO_DISPLAY), file=sys.stderr)
        return 1
    app = new_application()
    program = Program(app, wish)
    program.show()
    return app.exec()
