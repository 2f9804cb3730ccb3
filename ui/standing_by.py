"""What begins once the first cards are painted, and ends before the journal is closed (8.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

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
        """The first entry recorded would have to wait for what is loaded here."""
        from ui.backing_up import watch_backups
        from ui.keys_everywhere.keys import KeysEverywhere
        from ui.tray import Tray

        bench = self._workbench
        bench.ask(bench.journal.get_ready, _say_nothing, aside=True)
        watch_backups(bench)
        self.second_hand.listen()
        self.tray = Tray(bench)
        self.tray.wanted.connect(self.wanted)
        self.tray.leaving.connect(self.leaving)
        self.tray.begin()
        self.keys = KeysEverywhere(bench)
        self.keys.wanted.connect(self.wanted)
        bench.changed.connect(self._follow)
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


def _say_nothing(_: None) -> None:
    """Nobody waits for it."""
