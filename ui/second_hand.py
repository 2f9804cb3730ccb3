"""The window's side of the command line: what was recorded from there shows at once, and is said (5.4)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.cli.doorkeeper import Doorkeeper
    from app.facts.pages import Paper
    from ui.workbench import Workbench


class SecondHand(QObject):
    """Opens the door with the first `listen`; pages read anew by the journal's own word, as after any other act."""

    _recorded = Signal(object)

    def __init__(self, workbench: Workbench) -> None:
        super().__init__(workbench)
        self._workbench = workbench
        self._door: Doorkeeper | None = None
        self._recorded.connect(self._say)

    def listen(self) -> None:
        """From now on, where the journal may be written; what the command line needs is loaded beside the window."""
        if self._workbench.journal.writes:
            self._workbench.ask(_load, self._open, aside=True)

    def close(self) -> None:
        """Take no more requests; one that has begun may end."""
        if self._door is not None:
            self._door.close()

    def _open(self, _: None) -> None:
        from app.cli.doorkeeper import Doorkeeper

        self._door = Doorkeeper(self._workbench.journal, _paint, self._recorded.emit)
        self._door.open()

    def _say(self, numbers: tuple[int, ...]) -> None:
        words = self._workbench.words
        said = words.text("Recorded from the command line as entry {n}.", n=numbers[0])
        if len(numbers) > 1:
            said = words.plural(
                "{n} entry recorded from the command line.", "{n} entries recorded from the command line.", len(numbers)
            )
        self._workbench.say(said)


def _paint(paper: Paper, path: Path) -> None:
    from ui.printing.paint import paint

    paint(paper, path)


def _load() -> None:
    """The first command handed over waits for no module."""
    from app.cli import doorkeeper, log  # noqa: F401
