"""A day of use, step by step: every page, dialogs, a search as one types, an entry, other looks, another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.watchdog import Watchdog
from ui.main_window import MainWindow
from ui.workbench import Workbench

Step = tuple[str, Callable[[], object]]

PAGES = ("clients", "calls", "edits", "week", "evidence", "settings", "today")
OF_A_CLIENT = (
    "log", "compose", "edit", "request", "plan_call", "call", "agreement", "contact", "stage", "risk", "goal",
    "understanding", "objection", "payment", "feedback", "planning",
)  # fmt: skip
OF_NOBODY = ("drafts", "forms", "new_client", "import", "keys", "stamps")
SEARCHED = "макет"
QUIET_MS = 30
"""Answers that come one after another are waited for; so long nothing came, then the next step is taken."""
MOST_ROUNDS = 400


class Day:
    """The steps on one window, carried out inside the event loop, each once the one before has come to rest."""

    def __init__(self, window: MainWindow, bench: Workbench, watchdog: Watchdog, *, records: bool = True) -> None:
        self._window, self._bench, self._watchdog, self._records = window, bench, watchdog, records
        self._opened: QWidget | None = None
        self._loop = QEventLoop()
        self._failed: BaseException | None = None

    def live(self) -> None:
        """Carry out every step; the first that raises ends the day."""
        for name, act in self._steps():
            self._watchdog.step = name
            QTimer.singleShot(0, partial(self._do, act))
            self._loop.exec()
            self._rest()
            if self._failed is not None:
                raise self._failed

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except Exception as error:
            self._failed = error
        QTimer.singleShot(0, self._loop.quit)

    def _rest(self) -> None:
        for _ in range(MOST_ROUNDS):
            QTimer.singleShot(QUIET_MS, self._loop.quit)
            self._loop.exec()
            if self._bench.idle:
                return

    def _steps(self) -> Iterator[Step]:
        yield "the first page", self._nothing
        for page in PAGES:
            yield f"the page {page}", partial(self._bench.show, page)
        clients = [each.number for each in self._bench.journal.clients.all()][:2]
        for client in clients:
            yield f"the page of client {client}", partial(self._bench.show, "client", client)
            for tab in ("plan", "agreement", "statistics", "journal"):
                yield f"the tab {tab} of client {client}", partial(self._tab, tab)
        yield from self._dialogs(clients[0])
        yield from self._search()
        for page in PAGES:
            yield f"the page {page} again", partial(self._bench.show, page)
        if self._records:
            yield "an entry recorded", partial(self._record, clients[0])
        yield from self._looks()

    def _dialogs(self, client: int) -> Iterator[Step]:
        for key in OF_A_CLIENT:
            yield f"the dialog {key}", partial(self._open, key, client)
            yield f"leaving {key}", self._leave
        for key in OF_NOBODY:
            yield f"the dialog {key}", partial(self._open, key, 0)
            yield f"leaving {key}", self._leave

    def _search(self) -> Iterator[Step]:
        yield "the search", partial(self._open, "search", 0)
        for letter in SEARCHED:
            yield f"typing {letter}", partial(self._type, letter)
        yield "leaving the search", self._leave

    def _looks(self) -> Iterator[Step]:
        for language in ("ru", "es", "en"):
            yield f"speaking {language}", partial(self._bench.speak, language)
        yield "the dark theme", partial(self._bench.set, theme="dark")
        yield "text at 150 %", partial(self._bench.set, percent=150)
        yield "text at 100 %", partial(self._bench.set, percent=100, theme="light")
        yield "a narrow window", partial(self._window.resize, 1024, 700)
        yield "a single column", partial(self._window.resize, 800, 700)
        yield "a large window", partial(self._window.resize, 1360, 860)

    def _nothing(self) -> None:
        """What begins by itself is looked at as well."""

    def _tab(self, key: str) -> None:
        show_tab = getattr(self._window.page, "show_tab", None)
        assert show_tab is not None
        show_tab(key)

    def _open(self, key: str, client: int) -> None:
        self._opened = self._bench.open(key, client)

    def _leave(self) -> None:
        if self._opened is not None:
            self._opened.hide()
            self._opened.deleteLater()
            self._opened = None

    def _type(self, letter: str) -> None:
        assert self._opened is not None
        field = self._opened.findChild(QLineEdit)
        assert field is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter))

    def _record(self, client: int) -> None:
        talk = self._bench.journal.talk
        self._bench.do(partial(talk.received, client, "Готово, спасибо!", channel="telegram"), said="Saved")
