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

    @property
    def has_room(self) -> bool:
        """One more promise would not exceed the limit."""
        return not self.off and self.promises < self.limit
