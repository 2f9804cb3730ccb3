"""What begins once the first cards are painted, and ends before the journal is closed (8.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.second_hand import SecondHand

if TYPE_CHECKING:
    from ui.keys_everywhere.keys import KeysEverywhere
    from ui.tray import Tray
    from ui.workbench import Workbench

LONGEST_PAUSE_SECONDS = 0.3
"""An import that a command line handed over writes for long; whoever saves meanwhile keeps the form and its text."""


class StandingBy(QObject):
    """Backups, the hand for the command line, the tray, keys; nothing shown so far needed them."""

    wanted = Signal(str)
    """A place of the window was asked for from outside of it."""
    leaving = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self.second_hand = SecondHand(workbench)
        self.tray: Tray | None = None
        self.keys: KeysEverywhere | None = None

    def begin(self) -> None:
        """The first entry recorded would have to wait for what is loaded here, beside the window."""
        bench = self._workbench
        bench.journal.database.turn.answer_within(LONGEST_PAUSE_SECONDS)
        bench.ask(bench.journal.get_ready, _say_nothing)
        bench.ask(_load, self._go_on)

    def _go_on(self, _: None) -> None:
        from ui.backing_up import watch_backups

        watch_backups(self._workbench)
        self.second_hand.listen()
        QTimer.singleShot(0, self, self._show_tray)
        QTimer.singleShot(0, self, self._take_keys)

    def _show_tray(self) -> None:
        from ui.tray import Tray

        self.tray = Tray(self._workbench)
        self.tray.wanted.connect(self.wanted)
        self.tray.leaving.connect(self.leaving)
        self.tray.begin()

    def _take_keys(self) -> None:
        from ui.keys_everywhere.keys import KeysEverywhere

        self.keys = KeysEverywhere(self._workbench)
        self.keys.wanted.connect(self.wanted)
        self._workbench.changed.connect(self._follow)
        self.keys.follow()

    def stays(self) -> bool:
        """Whether the program goes on when its window is closed: only where it can be seen that it does."""
        return self._workbench.settings.stay and self.tray is not None and self.tray.is_shown

    def end(self) -> None:
        """Take no more requests."""
        self.second_hand.close()
        if self.tray is not None:
            self.tray.end()
            self.tray = None
        if self.keys is not None:
            self.keys.end()

    def _follow(self, numbers: object) -> None:
        """Another setting may have been chosen."""
        if self.keys is not None and not numbers:
            self.keys.follow()


def _load() -> None:
    """In a thread: none of these is needed by what is shown now."""
    from app.demo import folder  # noqa: F401
    from app.journal import backups, notices  # noqa: F401
    from ui import backing_up, tray  # noqa: F401
    from ui.keys_everywhere import keys  # noqa: F401


def _say_nothing(_: None) -> None:
    """Nobody waits for it."""
