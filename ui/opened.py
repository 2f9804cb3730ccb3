"""The last things the owner opened: an empty search shows them (6.2)."""

from __future__ import annotations

from typing import Final

from app.settings import LastOpened

KEPT: Final = 5


class Opened:
    """The last five, the newest first; the settings keep them between two starts."""

    def __init__(self, log: str, kept: tuple[LastOpened, ...]) -> None:
        self._log, self.kept = log, kept

    @property
    def here(self) -> tuple[LastOpened, ...]:
        """Those that this journal knows."""
        return tuple(each for each in self.kept if each.log in ("", self._log))

    def note(self, client: int = 0, item: int = 0, command: str = "") -> None:
        """Something was opened just now."""
        new = LastOpened("" if command else self._log, client, item, command)
        self.kept = (new, *(each for each in self.kept if each != new))[:KEPT]
