"""What begins once the first cards are painted, and ends before the journal is closed (8.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.second_hand import SecondHand

if TYPE_CHECKING:
    from ui.workbench import Workbench


class StandingBy(QObject):
    """Backups and the hand for the command line; nothing shown so far needed them."""

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self.second_hand = SecondHand(workbench)

    def begin(self) -> None:
        """The first entry recorded would have to wait for what is loaded here."""
        from ui.backing_up import watch_backups

        bench = self._workbench
        bench.ask(bench.journal.get_ready, _say_nothing)
        watch_backups(bench)
        self.second_hand.listen()

    def end(self) -> None:
        """Take no more requests."""
        self.second_hand.close()


def _say_nothing(_: None) -> None:
    """Nobody waits for it."""
