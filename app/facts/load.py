"""How many promises fall on a day, over all clients (6.5)."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class DayLoad(Struct, frozen=True):
    """Promises of one day against the owner's limit; nobody works on a day off."""

    on: date
    promises: int
    limit: int
    off: bool
    why: str = ""
    """Why it is a day off for me, where that was written down."""
    off_there: bool = False
    """A day off for the client whose edit it is."""
    why_there: str = ""

    @property
    def has_room(self) -> bool:
        """One more promise would not exceed the limit."""
        return not self.off and self.promises < self.limit

    @property
    def is_good(self) -> bool:
        """It has room, and the client works on it."""
        return self.has_room and not self.off_there
