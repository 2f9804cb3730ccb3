"""What begins once the first cards are painted, and ends before the journal is closed (8.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.second_hand import SecondHand

if TYPE_CHECKING:
    from ui.tray import Tray
    from ui.workbench import Workbench


class StandingBy(QObject):
    """Backups, the hand for the command line, the tray; nothing shown so far needed them."""

    wanted = Signal(str)
    """A place of the window was asked for from outside of it."""
    leaving = Signal()

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self.second_hand = SecondHand(workbench)
        self.tray: Tray | None = None

    def begin(self) -> None:
        """The first entry recorded would have to wait for what is loaded here."""
        from ui.backing_up import watch_backups
        from ui.tray import Tray

        bench = self._workbench
        bench.ask(bench.journal.get_ready, _say_nothing)
        watch_backups(bench)
        self.second_hand.listen()
        self.tray = Tray(bench)
        self.tray.wanted.connect(self.wanted)
        self.tray.leaving.connect(self.leaving)
        self.tray.begin()

    def stays(self) -> bool:
        """Whether the program goes on when its window is closed: only where it can be seen that it does."""
        return self._workbench.settings.stay and self.tray is not None and self.tray.is_shown

    def end(self) -> None:
        """Take no more requests."""
        self.second_hand.close()
        if self.tray is not None:
            self.tray.end()
            self.tray = None


def _say_nothing(_: None) -> None:
    """Nobody waits for it."""
